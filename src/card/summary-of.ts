import type { Article, ArticleId } from '#article/article.ts';
import type { Card } from '#card/card.ts';
import { type Composing, standingArticles } from '#card/composing.ts';
import type { Headline } from '#card/headline-of.ts';
import { analyse } from '#language/analyse.ts';
import type { Analysis } from '#language/analysis.ts';
import type { Detector } from '#language/detector.ts';
import type { Summarizer, SummarySource } from '#summary/summarizer.ts';

/** Later reports repeat the earlier ones: more of them cost time and add no sentence. */
const MOST_SOURCES = 5;

/** A few sentences word for word from articles in the headline's language; none where the report was taken back. */
export function summaryOf(
  headline: Headline,
  composing: Composing,
  means: { readonly summarizer: Summarizer; readonly detect: Detector },
): Card['summary'] {
  if (!headline.article || composing.account.status.kind === 'withdrawn') return [];
  const sources = sourcesOf(headline.article, composing).map((article) => analysed(article, means.detect));
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
 * The headline's article, then others in its language. A side's own text is an account of its own and stands under
 * the side: it is told here only where the headline is its own.
 */
function sourcesOf(lead: Article, composing: Composing): readonly Article[] {
  const language = composing.languageOf(lead);
  const others = standingArticles(composing).filter(
    (article) =>
      article.id !== lead.id &&
      composing.languageOf(article) === language &&
      composing.outletOf(article.id)?.voiceOf === undefined,
  );
  return [lead, ...others].slice(0, MOST_SOURCES);
}

/** A card is composed once for each view: the articles of its story are analysed for the first of them. */
const analyses = new WeakMap<Article, Analysis>();

function analysed(article: Article, detect: Detector): SummarySource<ArticleId> {
  const { id, title, summary, text, language } = article;
  const known = analyses.get(article);
  if (known !== undefined) return { key: id, analysis: known };
  const parts = {
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(text === undefined ? {} : { text }),
    ...(language === undefined ? {} : { language }),
  };
  const analysis = analyse(parts, detect);
  analyses.set(article, analysis);
  return { key: id, analysis };
}
