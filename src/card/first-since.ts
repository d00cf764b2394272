import type { Article } from '#article/article.ts';
import { type Composing, standingArticles } from '#card/composing.ts';
import { analyse } from '#language/analyse.ts';
import type { Passage, Span } from '#language/analysis.ts';
import type { Detector } from '#language/detector.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { EventMention } from '#lexicon/lexicon.ts';
import { formOf } from '#story/form-of.ts';

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

/** What may stand before what happened as well: "for the first time since 2022 they spoke". */
const FIRST_TIME = /^(?:first time|première fois|впервые)/iu;
/** Another clause begins. */
const APART = /[,.;:–—]/u;

/** So near before "first" the event must stand: "they spoke by phone yesterday for the first time since …". */
const NEAR_CHARACTERS = 40;

/** What stands between "first" and "since", in one clause. */
const WITHIN = String.raw`[^.;:!?()«»“”]{0,80}?`;
/** Behind "since": a year with the words before it, else up to twelve words, to the next mark or the next clause. */
const upTo = (...stops: readonly string[]): string =>
  String.raw`(?:(?:\s+(?!the\b|la\b|le\b)[\p{L}\p{M}]+){0,3}\s+\d{4}(?![\p{N}-])|(?:\s+(?!(?:${stops.join('|')})(?![\p{L}\p{M}]))[\p{L}\p{M}\p{N}'’-]+){1,12})`;
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
 * The first report, and no explainer or opinion, that calls this event the first since some time, in a sentence that tells of the event; in a language
 * that the reader has, if there is one. Whether it is right is the report's affair.
 */
export function firstSince(
  composing: Composing,
  means: { readonly lexicon: Lexicon; readonly detect: Detector },
): FirstSince | undefined {
  const { view, languageOf, dossier } = composing;
  const rankOf = (article: Article): number => {
    const place = view.languages.indexOf(languageOf(article) ?? '');
    return place < 0 ? view.languages.length : place;
  };
  const isReport = ({ title, outlet }: Article): boolean =>
    formOf(title, dossier.outlets.get(outlet)?.voiceOf) === 'report';
  return standingArticles(composing)
    .filter(isReport)
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
    .map((event) => claimIn(analysis.passages[event.passage], event, patterns))
    .map((claim) => claim && { article, ...claim })
    .find((claim) => claim !== undefined);
}

/** What is called the first must be the event: it stands between "first" and "since", or a few words before them. */
function claimIn(
  passage: Passage | undefined,
  event: EventMention,
  patterns: readonly RegExp[],
): Omit<FirstSince, 'article'> | undefined {
  const told = passage?.sentences[event.sentence];
  if (passage === undefined || told === undefined) return undefined;
  const [from, to] = [told.words[event.firstWord]?.start ?? 0, told.words[event.lastWord]?.end ?? 0];
  const sentenceText = passage.text.slice(told.start, told.end);
  return patterns
    .map((pattern) => pattern.exec(sentenceText))
    .filter((match) => match !== null)
    .map(({ index, 0: words }) => {
      const start = told.start + index;
      return { words, place: passage.place, span: { start, end: start + words.length } };
    })
    .find(({ span: { start, end } }) => {
      if (from >= start && to <= end) return true;
      const isBefore = to <= start;
      const between = isBefore ? passage.text.slice(to, start) : passage.text.slice(end, from);
      const isTime = FIRST_TIME.test(passage.text.slice(start, end));
      return (isBefore || isTime) && between.length <= NEAR_CHARACTERS && !APART.test(between);
    });
}
