import { type ChannelPace, channelPace } from '#adapters/slack/channel-pace.ts';
import { type TierPace, tierPace } from '#adapters/slack/tier-pace.ts';

/** How often one workspace is asked to take a new message, to change one, and to show what stands in a channel. */
export type SlackPace = {
  readonly post: ChannelPace;
  readonly edit: TierPace;
  readonly read: TierPace;
};

/** As often as Slack's documents allow. Each kind has turns of its own, as it has limits of its own. */
export const slackPace = (): SlackPace => ({ post: channelPace(), edit: tierPace(), read: tierPace() });
