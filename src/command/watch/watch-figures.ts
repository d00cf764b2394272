import type { Desk } from '#command/command.ts';
import type { WatchFigures } from '#command/words/reply-words.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Subscription } from '#subscription/subscription.ts';

const DAYS = 30;
/** Nobody counts further, and it keeps the query short. */
const MOST_STORIES = 1_000;

/** What this channel watches, numbered from 1, with how much came of it in a month. */
export async function watchFigures(channel: ChannelId, desk: Desk): Promise<readonly WatchFigures[]> {
  const subscriptions = await desk.ledger.subscriptions.listByChannel(channel);
  return Promise.all(subscriptions.map((subscription, index) => figuresOf(subscription, index + 1, desk)));
}

async function figuresOf(
  subscription: Subscription,
  number: number,
  { ledger, clock }: Desk,
): Promise<WatchFigures> {
  const { topic, name, digest, outlets, createdBy, createdAt, workspace } = subscription;
  const isPaused = isSilent(subscription, clock());
  const since = new Date(clock().getTime() - DAYS * DAY_MS);
  const stories = await ledger.stories.listRecent({ since, limit: MOST_STORIES, topic, seenBy: workspace });
  return {
    number,
    name,
    isPaused,
    storiesThisMonth: stories.length,
    by: createdBy,
    since: createdAt,
    ...(digest !== undefined && { digest }),
    wishes: {
      isInThread: subscription.inThread === true,
      languages: subscription.languages ?? [],
      outlets: outlets && { are: outlets.are, count: outlets.outlets.length },
      isWithoutLines: subscription.isWithoutLines === true,
    },
  };
}
