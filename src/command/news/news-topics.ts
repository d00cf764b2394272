import type { Phrase } from '#card/phrase.ts';
import type { Command, Desk } from '#command/command.ts';
import { type TopicFigures, topicsWordsIn } from '#command/words/topics-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Subscription } from '#subscription/subscription.ts';

const DAYS = 7;
/** Nobody counts further, and it keeps the query short. */
const MOST_STORIES = 200;
const MOST_BUTTONS = 3;

/** `news topics`: the topics that this channel watches and what came of each this week, for anybody who may look. */
export const newsTopics: Command = {
  path: ['news', 'topics'],
  pathInFrench: ['actus', 'sujets'],
  description: {
    en: 'The topics watched here, and what came of them this week',
    fr: 'Les sujets suivis ici, et ce qu’ils ont apporté cette semaine',
  },
  options: [],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = topicsWordsIn((await wordsFor(ask, desk)).language);
    const { channel } = ask;
    const watches = await desk.ledger.subscriptions.listByChannel(channel.id);
    const figures = await Promise.all(watches.map((watch) => figuresOf(watch, desk)));
    const busiest = figures
      .filter(({ stories }) => stories > 0)
      .toSorted((one, other) => other.stories - one.stories);
    const lines: readonly Phrase[] = [
      words.heading(channel.name, watches.length),
      ...figures.map(words.line),
    ];
    return {
      kind: 'answer',
      lines,
      actions: busiest
        .slice(0, MOST_BUTTONS)
        .map(({ name }) => ({ label: name, command: `news latest ${name}` })),
    };
  },
};

async function figuresOf(watch: Subscription, { ledger, clock }: Desk): Promise<TopicFigures> {
  const now = clock();
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const { topic, workspace, name } = watch;
  const stories = await ledger.stories.listRecent({ since, limit: MOST_STORIES, topic, seenBy: workspace });
  return { name, stories: stories.length, isPaused: isSilent(watch, now) };
}
