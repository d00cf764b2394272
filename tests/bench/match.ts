import { env } from 'node:process';
import type { ArticleId } from '#article/article.ts';
import { type Knowledge, openKnowledge } from '#compose/open-knowledge.ts';
import { analyse, type TextParts } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { articleSpots } from '#match/article-spots.ts';
import { findRelated, findStrong } from '#match/find-meeting.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { planTopic } from '#match/topic-plan.ts';
import type { Topic } from '#topic/topic.ts';
import { diceFrom } from './dice.ts';
import { newsWriter } from './news-writer.ts';
import { medianOf, medianRow, type Row } from './row.ts';
import { type Mix, sampleTopics } from './sample-topics.ts';

const ARTICLES = 60;
const WARM_UPS = 2;
const ROUNDS = 7;
const TOPICS = [100, 10_000, 100_000];
/** What matching may cost beside analysing the same article, among the most topics. */
const DEAREST: Readonly<Record<Mix, number>> = { sparse: 0.25, dense: 0.75 };
/** Articles on which every topic is also tried without the index. */
const CHECKED_ARTICLES = 10;
/** Topics that come and go while the index is full. */
const CHANGED_TOPICS = 1_000;
const AT = new Date('2026-01-15T12:00:00Z');

/** How long matching takes beside analysing the same article; throws when the index loses or invents a match. */
export async function match(): Promise<readonly Row[]> {
  const knowledge = await openKnowledge(env);
  const short = writeArticles(600, knowledge);
  const long = writeArticles(800, knowledge);
  const readings = long.map((article) => readArticle(article, knowledge));
  const analysed = measure(ARTICLES, () => long.forEach((article) => readArticle(article, knowledge)));
  return [
    medianRow(
      'analysis of 600 words',
      measure(ARTICLES, () => short.forEach((article) => readArticle(article, knowledge))),
      'µs/article',
    ),
    medianRow('analysis of 800 words', analysed, 'µs/article', '≤ 833'),
    ...(['sparse', 'dense'] as const).flatMap((mix) => mixRows(mix, readings, medianOf(analysed), knowledge)),
  ];
}

function mixRows(
  mix: Mix,
  readings: readonly ArticleReading[],
  analysedUs: number,
  { lexicon }: Knowledge,
): readonly Row[] {
  const topics = sampleTopics(Math.max(...TOPICS), mix, lexicon, diceFrom(1));
  const index = new TopicIndex(lexicon);
  return TOPICS.flatMap((count) => {
    const before = memoryUsed();
    const added = topics.slice(index.size, count);
    for (const topic of added) index.add(topic);
    const grown = (memoryUsed() - before) / added.length;
    checkIndex(readings.slice(0, CHECKED_ARTICLES), topics.slice(0, count), index, lexicon);

    const among = `among ${count.toLocaleString('en')} ${mix} topics`;
    const matches = readings.map((reading) => matchArticle(reading, index, lexicon).length);
    const matched = measure(readings.length, () =>
      readings.forEach((reading) => matchArticle(reading, index, lexicon)),
    );
    const target = count === Math.max(...TOPICS) ? `≤ ${DEAREST[mix]}` : undefined;
    return [
      medianRow(`match of 800 words ${among}`, matched, 'µs/article'),
      medianRow(
        `match ${among} by analysis`,
        matched.map((us) => us / analysedUs),
        'ratio',
        target,
      ),
      { name: `matches ${among}`, value: meanOf(matches), unit: 'matches/article', runs: matches.length },
      { name: `memory ${among}`, value: grown, unit: 'bytes/topic', runs: 1 },
      ...changeRows(index, topics.slice(0, CHANGED_TOPICS), among),
    ];
  });
}

/** A topic taken out and put back, while the others stay. */
function changeRows(index: TopicIndex, topics: readonly Topic[], among: string): readonly Row[] {
  const known = topics.filter(({ id }) => index.has(id));
  const changed = measure(known.length, () => {
    for (const topic of known) {
      index.remove(topic.id);
      index.add(topic);
    }
  });
  return [medianRow(`remove and add one ${among}`, changed, 'µs/topic', '≤ 1,000')];
}

/** Bytes that the program's own objects take; sharper where Node runs with --expose-gc. */
function memoryUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

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

/** Throws unless the index finds what trying each topic finds. */
function checkIndex(
  readings: readonly ArticleReading[],
  topics: readonly Topic[],
  index: TopicIndex,
  lexicon: Knowledge['lexicon'],
): void {
  const plans = topics.map((topic) => planTopic(topic, lexicon));
  for (const [place, reading] of readings.entries()) {
    const spots = articleSpots(reading, lexicon);
    const together = new Set(matchArticle(reading, index, lexicon).map(({ topic }) => topic));
    const oneByOne = new Set(
      plans
        .filter((plan) => findStrong(plan, spots) ?? findRelated(plan, spots))
        .map(({ topic }) => topic.id),
    );
    const differing = together.symmetricDifference(oneByOne).size;
    if (differing > 0)
      throw new Error(`Article ${place}: the index and one topic at a time differ on ${differing} topics.`);
  }
}
