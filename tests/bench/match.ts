import { env } from 'node:process';
import type { ArticleId } from '#article/article.ts';
import { type Knowledge, openKnowledge } from '#compose/open-knowledge.ts';
import { analyse, type TextParts } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { Topic } from '#topic/topic.ts';
import { diceFrom } from './dice.ts';
import { newsWriter } from './news-writer.ts';
import { medianOf, medianRow, type Row } from './row.ts';
import { sampleTopics } from './sample-topics.ts';

const ARTICLES = 60;
const WARM_UPS = 2;
const ROUNDS = 7;
const TOPICS = [1_000, 10_000];
/** Articles on which every topic is also tried alone. */
const CHECKED_ARTICLES = 3;
const AT = new Date('2026-01-15T12:00:00Z');

/** How long matching takes beside analysing the same article; throws when the index loses or invents a match. */
export async function match(): Promise<readonly Row[]> {
  const knowledge = await openKnowledge(env);
  const topics = sampleTopics(Math.max(...TOPICS), knowledge.lexicon, diceFrom(1));
  const short = writeArticles(600, knowledge);
  const long = writeArticles(800, knowledge);
  const readings = long.map((article) => readArticle(article, knowledge));
  checkIndex(readings.slice(0, CHECKED_ARTICLES), topics, knowledge);

  const analysed = measure(ARTICLES, () => long.forEach((article) => readArticle(article, knowledge)));
  return [
    medianRow(
      'analysis of 600 words',
      measure(ARTICLES, () => short.forEach((article) => readArticle(article, knowledge))),
      'µs/article',
    ),
    medianRow('analysis of 800 words', analysed, 'µs/article', '≤ 833'),
    ...TOPICS.flatMap((count) => matchRows(topics.slice(0, count), readings, medianOf(analysed), knowledge)),
  ];
}

function matchRows(
  topics: readonly Topic[],
  readings: readonly ArticleReading[],
  analysedUs: number,
  knowledge: Knowledge,
): readonly Row[] {
  const { lexicon } = knowledge;
  const index = indexOf(topics, knowledge);
  const matches = readings.map((reading) => matchArticle(reading, index, lexicon).length);
  const matched = measure(readings.length, () =>
    readings.forEach((reading) => matchArticle(reading, index, lexicon)),
  );
  const among = `among ${topics.length.toLocaleString('en')} topics`;
  return [
    medianRow(`match of 800 words ${among}`, matched, 'µs/article'),
    medianRow(
      `match ${among} by analysis`,
      matched.map((us) => us / analysedUs),
      'ratio',
      '≤ 1',
    ),
    medianRow(`matches ${among}`, matches, 'matches/article'),
  ];
}

function writeArticles(words: number, { lexicon }: Knowledge): readonly TextParts[] {
  const writer = newsWriter(lexicon, 'en', diceFrom(words));
  return Array.from({ length: ARTICLES }, () => ({ title: writer.headline(), text: writer.text(words) }));
}

/** No language is declared, so that telling it counts as well. */
function readArticle(parts: TextParts, { lexicon, detect }: Knowledge): ArticleReading {
  const analysis = analyse(parts, detect);
  const about = { outletName: 'The Invented Herald' };
  return {
    article: 'measured' as ArticleId,
    analysis,
    mentions: findMentions(analysis, lexicon, AT),
    about,
    at: AT,
  };
}

function indexOf(topics: readonly Topic[], { lexicon }: Knowledge): TopicIndex {
  const index = new TopicIndex(lexicon);
  for (const topic of topics) index.add(topic);
  return index;
}

/** Microseconds of this thread's processor time for each of `pieces`, measured once a round. */
function measure(pieces: number, work: () => void): readonly number[] {
  const rounds = Array.from({ length: WARM_UPS + ROUNDS }, () => {
    const begun = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / pieces;
  });
  return rounds.slice(WARM_UPS);
}

function checkIndex(
  readings: readonly ArticleReading[],
  topics: readonly Topic[],
  knowledge: Knowledge,
): void {
  const { lexicon } = knowledge;
  const index = indexOf(topics, knowledge);
  const alone = topics.map((topic) => indexOf([topic], knowledge));
  for (const [place, reading] of readings.entries()) {
    const together = new Set(matchArticle(reading, index, lexicon).map(({ topic }) => topic));
    const oneByOne = new Set(
      alone.flatMap((one) => matchArticle(reading, one, lexicon).map(({ topic }) => topic)),
    );
    const differing = together.symmetricDifference(oneByOne).size;
    if (differing > 0)
      throw new Error(`Article ${place}: the index and one topic at a time differ on ${differing} topics.`);
  }
}
