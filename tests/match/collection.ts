import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ArticleId } from '#article/article.ts';
import type { Knowledge } from '#compose/open-knowledge.ts';
import { analyse } from '#language/analyse.ts';
import type { EventStatus } from '#lexicon/event.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { Tier } from '#match/match.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { parseQuery } from '#topic/parse-query.ts';

const FOLDER = 'tests/fixtures/matching';

/** What an editor wants of a topic for one article: an alert, a mention in the digest, or silence. */
export type Verdict = Tier | 'none';

/** One article of the collection, with the verdict of the editor who wrote it. */
export type Item = {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly summary?: string;
  readonly date: string;
  readonly expect: Verdict;
  /** Of the event; absent where the editor leaves it open. */
  readonly status?: EventStatus;
  /** `event` is a wanted one, every other class a way to be wrong. */
  readonly class: string;
  readonly why: string;
};

/** A query as a reader types it, and the articles it is tried on. */
export type Case = { readonly topic: string; readonly items: readonly Item[] };

/** What the program made of an item. */
export type Outcome = { readonly item: Item; readonly found: Verdict; readonly status?: EventStatus };

/** The whole collection, in the order of its files. */
export function readCollection(): readonly Case[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith('topics-'))
    .toSorted()
    .flatMap((file) => parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Case[]);
}

/** Tries each item on its own topic. Throws on a topic that is not understood as a query. */
export function tryCollection(cases: readonly Case[], knowledge: Knowledge): readonly Outcome[] {
  return cases.flatMap(({ topic, items }) => {
    const index = new TopicIndex(knowledge.lexicon);
    const parsed = parseQuery(topic, knowledge.lexicon);
    if (parsed.kind === 'problem') throw new Error(`${topic}: ${parsed.problem.message}`);
    index.add(parsed.topic);
    return items.map((item) => outcomeOf(item, index, knowledge));
  });
}

/** A line for each item on which editor and program differ as to an alert, in the order of their ids. */
export function listMisses(outcomes: readonly Outcome[]): string {
  const misses = outcomes.filter(({ item, found }) => (item.expect === 'strong') !== (found === 'strong'));
  const lines = misses.map(
    ({ item, found }) =>
      `${item.id}: wanted ${item.expect}, found ${found} (${item.lang}, ${item.class}: ${item.why})\n`,
  );
  return lines.toSorted().join('');
}

function outcomeOf(item: Item, index: TopicIndex, { lexicon, detect }: Knowledge): Outcome {
  const at = new Date(`${item.date}T12:00:00Z`);
  const { title, summary, lang } = item;
  const analysis = analyse({ title, language: lang, ...(summary && { summary }) }, detect);
  const mentions = findMentions(analysis, lexicon, at);
  const reading = { article: item.id as ArticleId, analysis, mentions, about: { outletName: '' }, at };
  const [match] = matchArticle(reading, index, lexicon);
  return match ? { item, found: match.tier, status: match.status } : { item, found: 'none' };
}
