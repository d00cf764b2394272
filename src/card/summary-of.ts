import { analysisOf } from '#article/analysis-of.ts';
import type { Article } from '#article/article.ts';
import type { Card } from '#card/card.ts';
import { type Composing, standingArticles } from '#card/composing.ts';
import { bestHeaded, type Headline } from '#card/headline-of.ts';
import type { Detector } from '#language/detector.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Statement } from '#statement/statement.ts';
import { formOf } from '#story/form-of.ts';
import type { Claim, Summarizer } from '#summary/summarizer.ts';

/** Later reports repeat the earlier ones: more of them cost time and add no sentence. */
const MOST_SOURCES = 5;

/** A few sentences word for word from articles in one language; none where the report was taken back. */
export function summaryOf(
  headline: Headline,
  composing: Composing,
  means: { readonly summarizer: Summarizer; readonly detect: Detector },
): Card['summary'] {
  if (!headline.article || composing.account.status.kind === 'withdrawn') return [];
  const claims = Map.groupBy(composing.dossier.statements, ({ article }) => article);
  const sources = sourcesOf(headline.article, composing).map((article) => ({
    key: article.id,
    analysis: analysisOf(article, means.detect),
    claims: claimsOf(claims.get(article.id)),
  }));
  const off = wordsTakenOff(composing);
  return means.summarizer
    .summarize(sources)
    .filter(({ place, words }) => place !== 'title' && !off.some((taken) => words.includes(taken)))
    .map(({ key, words }) => ({ words, source: composing.numberOf(key) }));
}

/** What was taken off a side is not told by the sentence of the report that had given it to that side. */
function wordsTakenOff({ account, dossier, statementOf }: Composing): readonly string[] {
  const corrected = account.corrections.flatMap(({ statement }) => statementOf(statement)?.words ?? []);
  return [...corrected, ...(dossier.hiddenWords ?? [])].flatMap((words) =>
    words.split(' … ').map((part) => part.replaceAll(/\s+/gu, ' ').trim()),
  );
}

/**
 * Reports in the first language that has any, the one under the headline first. A side's own text is an account of its
 * own and stands under the side: it is told here only where no outlet reports, and then one text of each voice.
 */
function sourcesOf(headed: Article, composing: Composing): readonly Article[] {
  const pool = poolOf(composing);
  if (pool.length === 1) return pool;
  const best = bestHeaded(pool, composing);
  const language = best && composing.languageOf(best);
  const inLanguage = pool.filter((article) => composing.languageOf(article) === language);
  const lead = inLanguage.find(({ id }) => id === headed.id) ?? best ?? headed;
  return [lead, ...inLanguage.filter(({ id }) => id !== lead.id)].slice(0, MOST_SOURCES);
}

/** What a channel reads comes before who wrote it. A quiz, an opinion or a live blog tells of more than this event. */
function poolOf(composing: Composing): readonly Article[] {
  const { view, languageOf } = composing;
  const standing = standingArticles(composing);
  if (standing.length < 2) return standing;
  const readable = standing.filter((article) => view.languages.includes(languageOf(article) ?? ''));
  const pools = [readable, standing].flatMap((articles) => {
    const outlets = articles.filter((article) => voiceOf(article, composing) === undefined);
    const reports = outlets.filter(({ title }) => formOf(title) === 'report');
    const official = articles.filter((article) => !outlets.includes(article));
    return [reports, oneOfEachVoice(official, composing), outlets];
  });
  return pools.find(({ length }) => length > 0) ?? [];
}

function oneOfEachVoice(articles: readonly Article[], composing: Composing): readonly Article[] {
  const firsts = new Map(articles.toReversed().map((article) => [voiceOf(article, composing), article]));
  return articles.filter((article) => firsts.get(voiceOf(article, composing)) === article);
}

const voiceOf = ({ id }: Article, { outletOf }: Composing): ActorId | undefined => outletOf(id)?.voiceOf;

/** In a side's own text all is the side's: only what others are quoted with is somebody's claim. */
const claimsOf = (statements: readonly Statement[] = []): readonly Claim[] =>
  statements.filter(({ hand }) => hand === 'second');
