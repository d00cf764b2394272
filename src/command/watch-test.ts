import type { Command, Desk } from '#command/command.ts';
import { lookBack } from '#command/look-back.ts';
import { queryProblem } from '#command/query-problem.ts';
import { storyCards } from '#command/story-cards.ts';
import { storyLines } from '#command/story-lines.ts';
import { understoodAs } from '#command/understood-as.ts';
import { unmetRestrictions } from '#command/unmet-restrictions.ts';
import { wordsFor } from '#command/words-for.ts';
import type { Story, StoryId } from '#story/story.ts';
import { parseQuery } from '#topic/parse-query.ts';

const DAYS = 30;
const MOST_SAMPLES = 5;

/** `watch test topic`: what it would have brought, without watching it. */
export const watchTest: Command = {
  path: ['watch', 'test'],
  description: 'What a topic would have brought, without watching it',
  options: [{ name: 'topic', description: 'Such as: Macron Putin call', kind: 'text', isRequired: true }],
  isChanging: false,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const written = (ask.options['topic'] ?? '').trim();
    const parsed = parseQuery(written, desk.lexicon);
    if (parsed.kind === 'problem') return queryProblem(parsed.problem, written, words, 'watch test');

    const seenBy = ask.channel.workspace;
    const { stories, figures } = await lookBack(parsed.topic, { days: DAYS, seenBy }, desk);
    const samples = await findStories(stories.slice(0, MOST_SAMPLES), desk);
    const cards = await storyCards(samples, ask.channel, desk, [written]);
    return {
      kind: 'answer',
      lines: [
        words.tested(written, understoodAs(parsed.topic, desk.lexicon, words)),
        ...parsed.unknown.map(words.unknownName),
        ...unmetRestrictions(parsed.topic, seenBy, desk, words),
        words.lookedBackByDay(figures),
        ...cards.flatMap(storyLines),
      ],
      actions: [{ label: words.actions.watchThat, command: `watch add ${written}` }],
    };
  },
};

async function findStories(ids: readonly StoryId[], { ledger }: Desk): Promise<readonly Story[]> {
  const stories = await Promise.all(ids.map((id) => ledger.stories.find(id)));
  return stories.filter((story) => story !== undefined);
}
