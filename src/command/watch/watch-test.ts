import { setImmediate as breathe } from 'node:timers/promises';
import type { Phrase } from '#card/phrase.ts';
import type { Ask, Command, Desk } from '#command/command.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { storyLines } from '#command/story/story-lines.ts';
import { tellEvidence } from '#command/story/tell-evidence.ts';
import { type Hit, type LookBack, lookBack } from '#command/watch/look-back.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import { tellMissed } from '#command/watch/tell-missed.ts';
import { tellParts } from '#command/watch/tell-parts.ts';
import { topicMeant } from '#command/watch/topic-meant.ts';
import { understoodAs } from '#command/watch/understood-as.ts';
import { unmetRestrictions } from '#command/watch/unmet-restrictions.ts';
import { ownLanguage } from '#command/words/own-language.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { explainTopic } from '#topic/explain-topic.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

const DAYS = 30;
const MOST_SAMPLES = 5;

/** `watch test topic`: what it would have brought, without watching it. */
export const watchTest: Command = {
  path: ['watch', 'test'],
  pathInFrench: ['veille', 'tester'],
  description: {
    en: 'What a topic would have brought, without watching it',
    fr: 'Ce qu’un sujet aurait apporté, sans le suivre',
  },
  options: [
    {
      name: 'topic',
      nameInFrench: 'sujet',
      description: { en: 'Such as: Macron Putin call', fr: 'Par exemple : appel Macron Poutine' },
      kind: 'text',
      isRequired: true,
      suggests: 'topics',
    },
  ],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const written = topicMeant(ask.options['topic'] ?? '', desk.lexicon);
    const parsed = parseQuery(written, desk.lexicon);
    if (parsed.kind === 'problem') return queryProblem(parsed.problem, written, words, 'watch test');

    const { topic, unknown } = parsed;
    const seenBy = ask.channel.workspace;
    const past = await lookBack(topic, { days: DAYS, seenBy }, desk);
    const missed = tellMissed(topic, past.missed, words, desk);
    return {
      kind: 'answer',
      lines: [
        words.watch.tested(written, understoodAs(topic, desk.lexicon, words)),
        tellParts(topic, desk.lexicon, words),
        ...unknown.map(words.unknownName),
        ...unmetRestrictions(topic, seenBy, desk, words),
        words.watch.lookedBackInFull(past.figures),
        ...missed.lines,
        ...(await samplesOf(past, topic, ask, desk)),
      ],
      actions: [{ label: words.actions.watchThat, command: `watch add ${written}` }, ...missed.actions],
    };
  },
};

/** The newest stories, each with the words by which one of its articles met the topic. */
async function samplesOf(
  { stories, hits }: LookBack,
  topic: Topic,
  ask: Ask,
  desk: Desk,
): Promise<readonly Phrase[]> {
  const words = await wordsFor(ask, desk);
  const lines: Phrase[] = [];
  for (const id of stories.slice(0, MOST_SAMPLES)) {
    const story = await desk.ledger.stories.find(id);
    const hit = hits.find((one) => one.story === id);
    if (story === undefined || hit === undefined) continue;
    const cards = await storyCards([story], ask.channel, desk, {
      topics: [topic.written],
      language: ownLanguage(ask, words),
    });
    lines.push(...cards.flatMap(storyLines), foundIn(hit, topic, words, desk));
    await breathe();
  }
  return lines;
}

function foundIn({ match }: Hit, topic: Topic, words: ReplyWords, { lexicon }: Desk): Phrase {
  const { parts } = explainTopic(topic, lexicon, words.language);
  return words.watch.foundBy(tellEvidence(match.evidence, parts, words.why));
}
