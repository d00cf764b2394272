import type { CardQuote } from '#card/card.ts';
import type { Composing } from '#card/composing.ts';
import { inOneLine, text } from '#card/phrase-of.ts';
import { inQuotationMarks } from '#card/quotation-marks.ts';
import { nameOfOutlet, sourceName } from '#card/source-name.ts';
import { memoise } from '#language/memoise.ts';
import type { Statement } from '#statement/statement.ts';
import { quotedFragments } from '#story/quoted-fragments.ts';
import type { SideAccount, SideStatement } from '#story/story.ts';

/** One statement as the card shows it: verbatim, with who said it, by whom we have it and in whose language. */
export function quoteOf(said: SideStatement, composing: Composing): readonly CardQuote[] {
  const statement = composing.statementOf(said.statement);
  if (!statement) return [];
  const language = languageOf(statement, composing);
  return [
    {
      label: [text(labelOf(statement, composing))],
      words: quotedWords(statement, composing),
      isQuoted: isQuotation(statement),
      ...(language === undefined ? {} : { language }),
      source: composing.numberOf(statement.article),
      ...markOf(statement, said, composing),
    },
  ];
}

/** What a reader must know of the words: that several sides said them together, that no own text holds them. */
function markOf(
  { sides }: Statement,
  { isNotInOwnText }: SideStatement,
  { words, nameOf }: Composing,
): Pick<CardQuote, 'mark'> {
  const marks = [
    sides.length > 1 ? [text(words.joint(sides.map(nameOf)))] : [],
    isNotInOwnText ? [text(words.notInOwnText)] : [],
  ];
  return marks.some((mark) => mark.length > 0) ? { mark: inOneLine(marks) } : {};
}

/** The words as they stand, between marks where they stood between marks; of a report with such words, these alone. */
export function quotedWords(statement: Statement, composing: Composing): string {
  const language = languageOf(statement, composing);
  if (statement.isQuoted) return inQuotationMarks(statement.words, language);
  const fragments = quotedFragments(statement).map((fragment) => inQuotationMarks(fragment, language));
  return fragments.length === 0 ? statement.words : fragments.join(' … ');
}

/** Whether the card shows the statement's words between marks. */
export const isQuotation = (statement: Statement): boolean =>
  statement.isQuoted || quotedFragments(statement).length > 0;

/** Who said it, through whom: "Kremlin, as quoted by World Wire, in its English". */
export function labelOf(statement: Statement, composing: Composing): string {
  const { words, dossier } = composing;
  const outlet = dossier.outlets.get(statement.outlet);
  const language = languageName(languageOf(statement, composing), composing.language);
  const article = composing.articleOf(statement.article);
  const outletName = article ? sourceName(article, composing) : nameOfOutlet(statement.outlet, composing);
  if (statement.hand === 'own') {
    return words.ownText(statement.denies ? words.denying(outletName) : outletName, language);
  }

  const carrier = outlet?.stateControlled ? `${outletName} (${words.stateControlled})` : outletName;
  const named = speakerOf(statement, composing);
  const speaker = statement.denies ? words.denying(named) : named;
  return isQuotation(statement)
    ? words.quotedBy(speaker, carrier, language)
    : words.reportedBy(speaker, carrier, language);
}

/** The name under which a side spoke: that of the outlet of its own text, else its own. A joint text is of the first's outlet. */
export function voiceOf(account: SideAccount, composing: Composing): string {
  const own = account.statements
    .map(({ statement }) => composing.statementOf(statement))
    .find((statement) => statement?.hand === 'own' && statement.sides[0] === account.side);
  const outlet = own && composing.dossier.outlets.get(own.outlet);
  return outlet?.name ?? composing.nameOf(account.side);
}

function speakerOf({ speaker, speakerWords, sides }: Statement, { nameOf }: Composing): string {
  if (speaker !== undefined) return nameOf(speaker);
  return speakerWords ?? sides.map(nameOf).join(', ');
}

function languageOf(statement: Statement, { articleOf, languageOf }: Composing): string | undefined {
  const article = articleOf(statement.article);
  return statement.language ?? (article && languageOf(article));
}

/** "English", « anglais »; the code itself where nobody knows a name. */
function languageName(code: string | undefined, shownIn: string): string {
  if (code === undefined) return '?';
  return languageNamesIn(shownIn).of(code) ?? code;
}

/** More than cards are shown in. */
const LANGUAGES = 100;
/** Making one takes longer than composing a quotation does. */
const languageNamesIn = memoise(
  (language) => new Intl.DisplayNames([language], { type: 'language' }),
  LANGUAGES,
);
