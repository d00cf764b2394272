import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';
import type { SlackPerson, SlackPlace } from '#adapters/slack/slack-directory.ts';
import type { Inbound } from '#command/inbound.ts';
import { idOf } from '#kernel/id.ts';

/** Who may change watches: whoever is in the channel and of our workspace, or its admins and owners only. */
export type SlackManagers = 'channel-members' | 'admins';

/** What Slack calls a channel whose name it does not put into an event. */
const PRIVATE = 'privategroup';
const DIRECT: readonly string[] = ['directmessage', 'mpdm'];

/** Whether somebody of another company asks, in a channel shared with ours (Slack Connect). */
export const isOutsider = ({ team }: SlackEvent, person: SlackPerson | undefined, home: SlackHome): boolean =>
  team !== home.team || (person?.team !== undefined && person.team !== home.team);

/** Whether the event itself does not name the channel. */
export const isNameless = ({ channelName }: SlackEvent): boolean => channelName === PRIVATE;

/** The event in our own words; `person` and `place` as far as Slack tells. */
export function inboundOf(
  event: SlackEvent,
  known: {
    readonly home: SlackHome;
    readonly languages: readonly string[];
    readonly person: SlackPerson | undefined;
    readonly place: SlackPlace | undefined;
    readonly managers: SlackManagers;
  },
  words: SlackWords,
): Inbound {
  const { home, languages, person, managers } = known;
  return {
    id: `slack:${event.trigger}`,
    workspace: { id: home.id, platform: 'slack', name: home.name, languages, zone: 'UTC' },
    channel: {
      id: idOf('channel', 'slack', home.team, event.channel),
      workspace: home.id,
      platform: 'slack',
      address: event.channel,
      name: nameOf(event, known.place, words),
    },
    who: event.user,
    mayChange: managers === 'channel-members' || person?.isAdmin === true,
    asked: event.asked,
  };
}

function nameOf(event: SlackEvent, place: SlackPlace | undefined, words: SlackWords): string {
  if (DIRECT.some((direct) => event.channelName.startsWith(direct))) return words.thisConversation;
  const name = isNameless(event) ? place?.name : event.channelName;
  return name === undefined ? words.aPrivateChannel : `#${name}`;
}
