import type { Article } from '#article/article.ts';
import type { Outlet } from '#feed/outlet.ts';
import { idOf } from '#kernel/id.ts';
import type { Analysis, Place } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Mentions } from '#lexicon/lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { findAttributions } from './find-attributions.ts';
import { grammarOf } from './grammar-of.ts';
import { findOwnWords } from './own-words.ts';
import { type Said, saidBy } from './said.ts';
import type { Attribution, Statement } from './statement.ts';

/** Between the parts of a quotation that the article parts. */
const PARTED = ' … ';
/** Fewer words than this, unless quoted, say nothing: "said so". */
const LEAST_WORDS = 3;

/** An article as earlier stages read it. */
export type StatementReading = {
  readonly analysis: Analysis;
  readonly mentions: Mentions;
  readonly at: Date;
};

/**
 * Who says what in an article, each once. In an official outlet's article only its own side speaks: what it tells
 * of others is its account of them. In any other, a speaker nobody can name is left out, and so are words told
 * inside another's words.
 */
export function statementsOf(
  article: Article,
  outlet: Outlet,
  reading: StatementReading,
  lexicon: Lexicon,
): readonly Statement[] {
  const { voiceOf } = outlet;
  const ownSide = voiceOf && sideOf(voiceOf, lexicon, reading.at);
  const attributions = findAttributions({ ...reading, ...(voiceOf && { voiceOf }) }, lexicon);
  const said =
    voiceOf && ownSide
      ? findOwnWords(attributions, reading, { voiceOf, ownSide }, lexicon)
      : attributions
          .filter(({ isNested }) => !isNested)
          .filter((attribution) => isNamed(attribution, reading.analysis, lexicon))
          .map(saidBy);

  const statements = said.map((words) => statementOf(words, article, reading.analysis, ownSide));
  return withoutRepeats(statements.filter((statement) => saysSomething(statement, lexicon)));
}

/** A pronoun that could not be resolved names nobody. */
function isNamed(
  { place, source, speaker, sides }: Attribution,
  { language, passages }: Analysis,
  { speech }: Lexicon,
): boolean {
  if (speaker || sides.length > 0) return true;
  const words = source && textOf(passages, place).slice(source.start, source.end).toLowerCase();
  return words !== undefined && !speech[language ?? '']?.pronouns.includes(words);
}

function statementOf(
  said: Said,
  article: Article,
  analysis: Analysis,
  ownSide: ActorId | undefined,
): Statement {
  const { place, spans, source, speaker, sides, isQuoted, denies } = said;
  const text = textOf(analysis.passages, place);
  const speakerWords = source && text.slice(source.start, source.end);
  const language = analysis.language ?? article.language;
  return {
    id: idOf<'Statement'>(article.id, place, ...spans.map(({ start, end }) => `${start}-${end}`)),
    article: article.id,
    outlet: article.outlet,
    place,
    spans,
    words: spans.map(({ start, end }) => text.slice(start, end)).join(PARTED),
    ...(language && { language }),
    ...(speakerWords && { speakerWords }),
    ...(speaker && { speaker }),
    sides,
    isQuoted,
    denies,
    hand: ownSide && sides.includes(ownSide) ? 'own' : 'second',
  };
}

function textOf(passages: Analysis['passages'], place: Place): string {
  return passages.find((passage) => passage.place === place)?.text ?? '';
}

/** A denial may be short, "any such visit"; one of a mere "it" has no words that could be shown. */
function saysSomething({ words, isQuoted, denies, language }: Statement, { speech }: Lexicon): boolean {
  const said = words.toLowerCase().split(/\s+/u);
  if (isQuoted || said.length >= LEAST_WORDS) return true;
  const grammar = language ? grammarOf(speech, language) : undefined;
  const isMere = (word: string): boolean =>
    grammar !== undefined &&
    [grammar.pronouns, grammar.words.determiners, grammar.words.hearers].some((known) => known.has(word));
  return denies && !said.every(isMere);
}

/** A feed's summary often repeats the text: the same words of the same speaker count once. */
function withoutRepeats(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ words, sides, speaker }) => {
    const key = [words.replace(/\s+/gu, ' ').toLowerCase(), speaker, ...sides].join('|');
    return seen.has(key) ? false : seen.add(key);
  });
}
