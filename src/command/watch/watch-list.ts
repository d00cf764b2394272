import type { Ask, Command, Desk } from '#command/command.ts';
import type { WatchFigures } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Subscription } from '#subscription/subscription.ts';

const DAYS = 30;
/** Nobody counts further, and it keeps the query short. */
const MOST_STORIES = 1_000;

/** `watch list`: what this channel watches, numbered, with how much came of it. */
export const watchList: Command = {
  path: ['watch', 'list'],
  pathInFrench: ['veille', 'liste'],
  description: { en: 'What this channel watches', fr: 'Ce que suit ce salon' },
  options: [],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const watches = await listWatches(ask, desk);
    const paused = watches.filter(({ isPaused }) => isPaused).length;
    const silent = watches.filter(({ storiesThisMonth }) => storiesThisMonth === 0).length;
    return {
      kind: 'answer',
      lines: [
        words.watches(ask.channel.name, watches.length),
        ...watches.map(words.watchLine),
        ...(watches.length === 0 ? [] : [words.idle(paused, silent)]),
      ],
      actions:
        watches.length === 0
          ? [{ label: words.actions.watchSomething, command: 'watch add Macron Putin call' }]
          : [],
    };
  },
};

async function listWatches({ channel }: Ask, desk: Desk): Promise<readonly WatchFigures[]> {
  const subscriptions = await desk.ledger.subscriptions.listByChannel(channel.id);
  return Promise.all(subscriptions.map((subscription, index) => figuresOf(subscription, index + 1, desk)));
}

async function figuresOf(
  subscription: Subscription,
  number: number,
  { ledger, clock }: Desk,
): Promise<WatchFigures> {
  const { topic, name, digest, createdBy, createdAt, workspace } = subscription;
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
  };
}
