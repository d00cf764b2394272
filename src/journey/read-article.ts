import { analysisOf } from '#article/analysis-of.ts';
import type { Article } from '#article/article.ts';
import type { Stages } from '#journey/stages.ts';
import { type SearchWords, searchWordsOf } from '#language/search-words.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { articleSpots } from '#match/article-spots.ts';
import type { Match } from '#match/match.ts';
import { matchArticle } from '#match/match-article.ts';
import { searchKeysOf } from '#match/search-keys.ts';
import { statementsOf } from '#statement/statements-of.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import type { ReadArticle } from '#story/tell-story.ts';
import { matchesWithin } from '#subscription/matches-within.ts';

/** An article as the stages read it. */
export type Reading = ReadArticle & { readonly matches: readonly Match[]; readonly words: SearchWords };

/** The reading, with the matches that count for whom the article is. */
export async function readWithin(article: Article, stages: Stages): Promise<Reading> {
  const reading = readArticle(article, stages);
  const { subscriptions } = stages.ledger;
  return { ...reading, matches: await matchesWithin(article.workspace, reading.matches, subscriptions) };
}

/** Every stage that needs nothing but the article: its words, matches, statements and fingerprint. Throws where its outlet is unknown. */
export function readArticle(article: Article, { detect, lexicon, catalogue, watched }: Stages): Reading {
  const outlet = catalogue.outlet(article.outlet);
  if (!outlet) throw new Error(`Nothing is known of the outlet ${article.outlet}.`);

  const at = article.publishedAt ?? article.seenAt;
  const when = new Date(at);
  const analysis = analysisOf(article, detect);
  const mentions = findMentions(analysis, lexicon, when);
  const about = { outletName: outlet.name, ...outlet };
  const read: ArticleReading = { article: article.id, analysis, mentions, about, at: when };
  const spots = articleSpots(read, lexicon);
  const voice = outlet.voiceOf === undefined ? {} : { voiceOf: outlet.voiceOf };
  const told = { id: article.id, outlet: outlet.id, at, ...voice };
  return {
    article,
    outlet,
    matches: matchArticle(read, watched.index, lexicon, spots),
    statements: statementsOf(article, outlet, { analysis, mentions, at: when }, lexicon),
    words: [...searchWordsOf(analysis), searchKeysOf(spots)],
    fingerprint: fingerprintOf(told, analysis, mentions, lexicon),
  };
}
