import type { Article } from '#article/article.ts';
import type { CardCell, CardRow, CardSide } from '#card/card.ts';
import type { Composing } from '#card/composing.ts';
import { contextWordsIn } from '#card/context-words.ts';
import { text } from '#card/phrase-of.ts';
import { quotedWords } from '#card/quote-of.ts';
import { subjectsIn } from '#card/subjects-in.ts';
import type { Detector } from '#language/detector.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Statement } from '#statement/statement.ts';
import type { SideAccount } from '#story/story.ts';

/** More rows would be the two texts again. */
const MOST_ROWS = 3;
/** A sentence that is no longer says its part in a cell. */
const MOST_CHARACTERS = 300;
/** What a side says once in passing is no subject of its own that the other could be silent on. */
const LEAST_TO_CONTRAST = 2;

type Means = { readonly lexicon: Lexicon; readonly detect: Detector };

/** What one side's own texts say, subject by subject, in the order in which they come to them. */
type OwnAccount = {
  readonly side: ActorId;
  readonly texts: readonly Article[];
  readonly saidOn: ReadonlyMap<string, readonly Statement[]>;
};

/**
 * What both sides' own texts say on the same subjects, at most three: sentences word for word, or that the other's text
 * has none on it. Only for two sides whose own texts are stored in full, and only where they meet on a subject at all.
 */
export function sideBySide(
  composing: Composing,
  shown: readonly CardSide[],
  means: Means,
): readonly CardRow[] {
  const accounts = composing.account.sides.map((side) => ownAccount(side, composing, means));
  const [one, other, ...more] = accounts;
  if (one === undefined || other === undefined || more.length > 0) return [];

  const used = new Set<Statement>();
  const common = [...one.saidOn.keys()].filter((subject) => other.saidOn.has(subject));
  const rows = common.flatMap(
    (subject) => commonRow(subject, [one, other], used, { composing, shown }) ?? [],
  );
  if (rows.length === 0) return [];
  const contrasts = [
    ...contrastRows(one, other, { composing, shown, means }),
    ...contrastRows(other, one, { composing, shown, means }),
  ];
  return [...rows, ...contrasts]
    .slice(0, MOST_ROWS)
    .map(({ subject, cells }) => ({ subject: nameOf(subject, composing, means.lexicon), cells }));
}

/** Undefined where not all its own texts here are stored in full. */
function ownAccount(account: SideAccount, composing: Composing, means: Means): OwnAccount | undefined {
  const { statementOf, articleOf, account: story } = composing;
  const own = account.statements
    .map(({ statement }) => statementOf(statement))
    .filter((statement) => statement?.hand === 'own');
  const texts = [...new Set(own.flatMap((said) => (said ? (articleOf(said.article) ?? []) : [])))];
  if (texts.length === 0 || !texts.every(({ isFullText }) => isFullText)) return undefined;

  const parties = story.sides.map(({ side }) => side);
  const said = own.flatMap((statement) => {
    if (statement === undefined || statement.words.length > MOST_CHARACTERS) return [];
    const { words, language } = statement;
    const given = { text: words, ...(language !== undefined && { language }) };
    const subjects = subjectsIn(given, { ...means, parties, event: story.event });
    return subjects.map((subject) => ({ subject, statement }));
  });
  const saidOn = Map.groupBy(said, ({ subject }) => subject);
  return {
    side: account.side,
    texts,
    saidOn: new Map([...saidOn].map(([subject, all]) => [subject, all.map(({ statement }) => statement)])),
  };
}

type Row = { readonly subject: string; readonly cells: readonly CardCell[] };
type Shown = { readonly composing: Composing; readonly shown: readonly CardSide[] };

/** Each sentence stands in one row. */
function commonRow(
  subject: string,
  sides: readonly OwnAccount[],
  used: Set<Statement>,
  around: Shown,
): Row | undefined {
  const chosen = sides.map(({ side, saidOn }) => ({
    side,
    statement: saidOn.get(subject)?.find((statement) => !used.has(statement)),
  }));
  if (chosen.some(({ statement }) => statement === undefined)) return undefined;
  const cells = chosen.flatMap(({ side, statement }) => {
    if (statement === undefined) return [];
    used.add(statement);
    return [saidCell(side, statement, around)];
  });
  return { subject, cells };
}

/** What one side comes back to and the other's whole text does not name. */
function contrastRows(
  one: OwnAccount,
  silent: OwnAccount,
  { composing, shown, means }: Shown & { readonly means: Means },
): readonly Row[] {
  const [text] = silent.texts;
  if (text === undefined) return [];
  const parties = composing.account.sides.map(({ side }) => side);
  const named = new Set(
    silent.texts.flatMap((article) =>
      subjectsIn(article, { ...means, parties, event: undefined, isUnsureToo: true }),
    ),
  );
  return [...one.saidOn]
    .filter(([subject, said]) => said.length >= LEAST_TO_CONTRAST && !named.has(subject))
    .flatMap(([subject, [statement]]) => {
      if (statement === undefined) return [];
      const said = saidCell(one.side, statement, { composing, shown });
      const { words, nameOf, numberOf } = composing;
      const silence = words.noSentence(text.seenAt, numberOf(text.id));
      return [{ subject, cells: [said, { side: nameOf(silent.side), phrase: silence }] }];
    });
}

function saidCell(side: ActorId, statement: Statement, { composing, shown }: Shown): CardCell {
  const words = quotedWords(statement, composing);
  const name = composing.nameOf(side);
  const isAbove = shown.some(({ quotes }) => quotes.some((quote) => quote.words === words));
  if (isAbove) return { side: name, phrase: [text(contextWordsIn(composing.language).quotedAbove)] };
  return { side: name, words, source: composing.numberOf(statement.article) };
}

/** As people call the event or the actor, with a capital. */
function nameOf(subject: string, { language, nameOf }: Composing, { events }: Lexicon): string {
  const shown = events.get(subject as Parameters<typeof events.get>[0])?.shown;
  const name = shown ? (shown[language] ?? shown['en'] ?? subject) : nameOf(subject as ActorId);
  return `${name.slice(0, 1).toLocaleUpperCase(language)}${name.slice(1)}`;
}
