import type { Article } from '#article/article.ts';
import { type Composing, standingArticles } from '#card/composing.ts';
import { analyse } from '#language/analyse.ts';
import type { Passage, Span } from '#language/analysis.ts';
import type { Detector } from '#language/detector.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';

/** Somebody calls the event the first since some time: in which words, where. */
export type FirstSince = {
  readonly article: Article;
  /** Verbatim: "first publicly known call since September 2022". */
  readonly words: string;
  readonly place: Passage['place'];
  /** Where the words stand in that place. */
  readonly span: Span;
};

/** Further down a text tells of other things. */
const READ_CHARACTERS = 3_000;

/** What stands between "first" and "since", in one clause. */
const WITHIN = String.raw`[^.;:!?()«»“”]{0,80}?`;
/** Behind "since": up to seven words, to the next mark or the next clause. */
const upTo = (...stops: readonly string[]): string =>
  String.raw`(?:\s+(?!(?:${stops.join('|')})(?![\p{L}\p{M}]))[\p{L}\p{M}\p{N}'’-]+){1,7}`;
const COUNT = String.raw`(?:[\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+)?|\d+)`;

/** "First … since 2022" and "first … in three years", by language. */
const FIRST_SINCE: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    String.raw`\bfirst\b${WITHIN}\bsince${upTo('as', 'amid', 'after', 'when', 'while', 'and', 'but', 'on', 'to', 'with', 'said', 'says', 'is', 'was', 'has', 'which', 'that')}`,
    String.raw`\bfirst\b${WITHIN}\bin\s+(?:more\s+than\s+|less\s+than\s+|over\s+|almost\s+|nearly\s+|about\s+|the\s+)?${COUNT}\s+(?:years?|months|decades?)\b`,
  ].map(inWords),
  fr: [
    String.raw`(?<!\p{L})premi(?:er|ère)s?(?!\p{L})${WITHIN}(?<!\p{L})depuis${upTo('et', 'mais', 'alors', 'après', 'lorsque', 'tandis', 'selon', 'a', 'ont', 'est', 'qui', 'que', 'avec', 'pour')}`,
    String.raw`(?<!\p{L})premi(?:er|ère)s?(?!\p{L})${WITHIN}\sen\s+(?:plus\s+de\s+|près\s+de\s+)?${COUNT}\s+(?:ans?|mois)(?!\p{L})`,
  ].map(inWords),
  ru: [
    String.raw`(?<!\p{L})(?:впервые|перв(?:ый|ая|ое|ого|ой|ую|ые|ых))(?!\p{L})${WITHIN}\sсо?\s+(?:\p{L}+\s+){0,3}\d{4}\s+года`,
    String.raw`(?<!\p{L})(?:впервые|перв(?:ый|ая|ое|ого|ой|ую|ые|ых))(?!\p{L})${WITHIN}\sза\s+(?:\p{L}+\s+){0,3}(?:лет|года|месяц(?:ев|а))(?!\p{L})`,
  ].map(inWords),
};

function inWords(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/**
 * The first report that calls this event the first since some time, in a sentence that tells of the event; in a language
 * that the reader has, if there is one. Whether it is right is the report's affair.
 */
export function firstSince(
  composing: Composing,
  means: { readonly lexicon: Lexicon; readonly detect: Detector },
): FirstSince | undefined {
  const { view, languageOf } = composing;
  const rankOf = (article: Article): number => {
    const place = view.languages.indexOf(languageOf(article) ?? '');
    return place < 0 ? view.languages.length : place;
  };
  return standingArticles(composing)
    .flatMap((article) => firstSinceIn(article, composing, means) ?? [])
    .toSorted((one, other) => rankOf(one.article) - rankOf(other.article))[0];
}

function firstSinceIn(
  article: Article,
  { account, languageOf }: Composing,
  { lexicon, detect }: { readonly lexicon: Lexicon; readonly detect: Detector },
): FirstSince | undefined {
  const { title, summary, text } = article;
  const language = languageOf(article);
  const patterns = FIRST_SINCE[language ?? ''] ?? [];
  const lead = text?.slice(0, READ_CHARACTERS);
  const parts = [title, summary, lead].filter((part) => part !== undefined);
  // Most reports say nothing of the kind: they need not be analysed.
  if (language === undefined || !parts.some((part) => patterns.some((pattern) => pattern.test(part))))
    return undefined;

  const given = { ...(summary !== undefined && { summary }), ...(lead !== undefined && { text: lead }) };
  const analysis = analyse({ title, language, ...given }, detect);
  const { events } = findMentions(analysis, lexicon, new Date(article.publishedAt ?? article.seenAt));
  return events
    .filter(({ event }) => event === account.event)
    .map(({ passage, sentence }) => claimIn(analysis.passages[passage], sentence, patterns))
    .map((claim) => claim && { article, ...claim })
    .find((claim) => claim !== undefined);
}

function claimIn(
  passage: Passage | undefined,
  sentence: number,
  patterns: readonly RegExp[],
): Omit<FirstSince, 'article'> | undefined {
  const told = passage?.sentences[sentence];
  if (passage === undefined || told === undefined) return undefined;
  const sentenceText = passage.text.slice(told.start, told.end);
  const [found] = patterns.map((pattern) => pattern.exec(sentenceText)).filter((match) => match !== null);
  if (found === undefined) return undefined;
  const start = told.start + found.index;
  const [words] = found;
  return { words, place: passage.place, span: { start, end: start + words.length } };
}
