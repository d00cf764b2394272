import type { CardQuote, CardSide } from '#card/card.ts';
import type { Composing } from '#card/composing.ts';
import { isQuotation, quoteOf } from '#card/quote-of.ts';
import { shownStatements } from '#card/shown-statements.ts';
import { silencePhrase } from '#card/silence-phrase.ts';
import type { SideAccount, SideStatement } from '#story/story.ts';

/** Worse than any place in a list of languages. */
const UNREADABLE = 100;
const SECOND_HAND = 1_000;

/**
 * Each party in order: those with an own text first, then those quoted by others, then the silent ones. `told`: what
 * headline and summary say already.
 */
export function cardSides(composing: Composing, told: readonly string[]): readonly CardSide[] {
  return composing.account.sides
    .toSorted((one, other) => rank(one) - rank(other) || compareTimes(one, other))
    .map((side) => cardSide(side, composing, told));
}

/** Speakers who stand for none of the parties. */
export function cardOthers(composing: Composing): CardSide | undefined {
  const { account, words } = composing;
  const quotes = shownQuotes(account.others, composing);
  if (quotes.length === 0) return undefined;
  return { name: words.others, quotes, more: account.others.length - quotes.length };
}

function cardSide(side: SideAccount, composing: Composing, told: readonly string[]): CardSide {
  const fresh = side.statements.filter((said) => !isTold(said, composing, told));
  const quotes = shownQuotes(withOwn(fresh, side, composing), composing);
  return {
    name: composing.nameOf(side.side),
    quotes,
    more: side.statements.length - quotes.length,
    ...(quotes.length === 0 ? { silence: silencePhrase(side.silence, composing) } : {}),
  };
}

/** A side with an own text is never without words of it, nor one that spoke without any. */
function withOwn(
  fresh: readonly SideStatement[],
  { statements }: SideAccount,
  { statementOf }: Composing,
): readonly SideStatement[] {
  const isOwn = ({ statement }: SideStatement): boolean => statementOf(statement)?.hand === 'own';
  const own = fresh.some(isOwn) ? undefined : statements.find(isOwn);
  if (own !== undefined) return [own, ...fresh];
  return fresh.length > 0 ? fresh : statements.slice(0, 1);
}

/**
 * What headline or summary say in the same words without quotation marks is not shown twice: reported speech, where its
 * report names the speaker, and of a side's own text where the story has no other.
 */
function isTold(
  { statement }: SideStatement,
  { statementOf, dossier }: Composing,
  told: readonly string[],
): boolean {
  const said = statementOf(statement);
  if (!said || said.denies || isQuotation(said)) return false;
  if (said.hand === 'own' && dossier.articles.length > 1) return false;
  const words = said.words.replace(/\s+/gu, ' ');
  return told.some((sentence) => sentence.includes(words));
}

const rank = ({ ownTextAt, spokeAt }: SideAccount): number => {
  if (ownTextAt !== undefined) return 0;
  return spokeAt === undefined ? 2 : 1;
};

const compareTimes = ({ spokeAt: one = '' }: SideAccount, { spokeAt: other = '' }: SideAccount): number =>
  one < other ? -1 : Number(one > other);

function shownQuotes(statements: readonly SideStatement[], composing: Composing): readonly CardQuote[] {
  const ranked = statements
    .map((said, index) => ({ said, index, preference: preferenceOf(said, composing) }))
    .toSorted((one, other) => one.preference - other.preference || one.index - other.index)
    .map(({ said }) => said);
  return withReadable(ranked, composing).flatMap((said) => quoteOf(said, composing));
}

/** The first few; where none of them is in a language the channel reads, the best that is takes the last place. */
function withReadable(ranked: readonly SideStatement[], composing: Composing): readonly SideStatement[] {
  const isReadable = (said: SideStatement): boolean => languageRank(said, composing) < UNREADABLE;
  const first = shownStatements(ranked, composing.statementOf);
  const readable = ranked.find(isReadable);
  return readable && !first.some(isReadable) ? [...first.slice(0, -1), readable] : first;
}

/** A side's own text before what others have of it; of each, what the channel reads best. Lower is better. */
function preferenceOf(said: SideStatement, composing: Composing): number {
  const isOwn = composing.statementOf(said.statement)?.hand === 'own';
  return languageRank(said, composing) + (isOwn ? 0 : SECOND_HAND);
}

function languageRank(said: SideStatement, { statementOf, articleOf, languageOf, view }: Composing): number {
  const statement = statementOf(said.statement);
  const article = statement && articleOf(statement.article);
  const language = statement?.language ?? (article && languageOf(article));
  const position = language === undefined ? -1 : view.languages.indexOf(language);
  return position < 0 ? UNREADABLE : position;
}
