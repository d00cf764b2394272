import { timeOf } from '#article/article.ts';
import { isVerified } from '#feed/outlet.ts';
import { hasWords } from '#language/split-words.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { checkSecondHand, type OwnText } from '#statement/check-second-hand.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import { bestFirst, type SaidIn } from '#story/best-first.ts';
import { ownTextsOf } from '#story/own-texts-of.ts';
import { quotedFragments } from '#story/quoted-fragments.ts';
import type { Correction, SideAccount, SideStatement } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';
import { withoutRepeats } from '#story/without-repeats.ts';

/** Fewer words of others' reporting than this, unless quoted, are no account: "spoke by phone". */
const LEAST_WORDS = 4;

/** Statements under the sides they belong to, the rest under `others`, and what had to be taken off. */
export type PlacedStatements = {
  readonly bySide: ReadonlyMap<ActorId, SideWords>;
  readonly others: readonly SideStatement[];
  /** Oldest first, those of the previous account included: a correction stays said unless the side's own text has the words after all. */
  readonly corrections: readonly Correction[];
};

/** What one side said, each statement once, and when it was first heard at all and by its own text. */
export type SideWords = Pick<SideAccount, 'statements' | 'spokeAt' | 'ownTextAt'>;

/**
 * Puts each statement under the parties it speaks for. A quotation that stands in another side's own text stands
 * under no side; if the card could show it before, that is a correction. What nobody but an unverified outlet gives
 * stands among the others and makes no side speak.
 */
export function placeStatements(
  facts: StoryFacts,
  parties: readonly ActorId[],
  lexicon: Lexicon,
): PlacedStatements {
  const ownTexts = ownTextsOf(facts.articles, lexicon);
  const said = facts.articles.flatMap((from) => from.statements.map((statement) => ({ statement, from })));
  const corrections = correctionsOf(said, ownTexts, facts);
  const standing = said
    .filter(({ from, statement }) => from.fingerprint.form === 'report' || statement.hand === 'own')
    .filter(({ statement }) => !isTakenOff(statement, corrections) && !isOthersWords(statement, ownTexts))
    .filter(({ statement }) => tellsEnough(statement))
    .sort(bestFirst(lexicon));

  const vouchedFor = standing.filter(({ from }) => isVerified(from.outlet));

  return {
    bySide: new Map(parties.map((side) => [side, wordsOfSide(vouchedFor.filter(speaksFor(side)), ownTexts)])),
    others: shown(withoutRepeats(standing.filter(isFromOthers(parties))), ownTexts),
    corrections,
  };
}

/** Heard at the time of the first article that has words of it, whichever of the like words is shown. */
function wordsOfSide(said: readonly SaidIn[], ownTexts: readonly OwnText[]): SideWords {
  const spokeAt = earliest(said);
  const ownTextAt = earliest(said.filter(({ statement }) => statement.hand === 'own'));
  return {
    statements: shown(withoutRepeats(said), ownTexts),
    ...(spokeAt === undefined ? {} : { spokeAt }),
    ...(ownTextAt === undefined ? {} : { ownTextAt }),
  };
}

const earliest = (said: readonly SaidIn[]): string | undefined =>
  said.map(({ from }) => timeOf(from.article)).sort()[0];

function tellsEnough(statement: Statement): boolean {
  if (statement.hand === 'own' || statement.isQuoted || statement.denies) return true;
  if (quotedFragments(statement).length > 0) return true;
  return hasWords(statement.words, LEAST_WORDS);
}

function correctionsOf(
  said: readonly SaidIn[],
  ownTexts: readonly OwnText[],
  facts: StoryFacts,
): readonly Correction[] {
  const earlier = (facts.previous?.corrections ?? []).filter(
    (one) => !isBack(one, said) && !isLifted(one, said, ownTexts),
  );
  const fresh = said
    .filter(({ statement }) => !isTakenOff(statement, earlier))
    .flatMap(({ statement, from }) => correctionOf(statement, from, ownTexts, facts));
  return [...earlier, ...(facts.decided ?? []), ...fresh];
}

/** What somebody decided was undone: the words stand there again. */
const isBack = (correction: Correction, said: readonly SaidIn[]): boolean =>
  'by' in correction &&
  said.some(
    ({ statement }) => statement.id === correction.statement && statement.sides.includes(correction.side),
  );

/** Its own side's text has the words as well, published later: they were no others' after all. */
const isLifted = (correction: Correction, said: readonly SaidIn[], ownTexts: readonly OwnText[]): boolean =>
  !('by' in correction) &&
  said.some(
    ({ statement }) =>
      statement.id === correction.statement && checkSecondHand(statement, ownTexts).kind === 'confirmed',
  );

function correctionOf(
  statement: Statement,
  from: ArticleFacts,
  ownTexts: readonly OwnText[],
  { previous, now }: StoryFacts,
): readonly Correction[] {
  if (statement.hand === 'own') return [];
  const check = checkSecondHand(statement, ownTexts);
  const stoodUnder = previous?.sides.find(({ statements }) => isAmong(statement.id, statements));
  if (check.kind !== 'belongs-to' || !stoodUnder) return [];
  return [
    {
      statement: statement.id,
      side: stoodUnder.side,
      belongsTo: check.side,
      foundIn: check.article,
      stoodFrom: from.article.seenAt,
      takenOffAt: now.toISOString(),
    },
  ];
}

const isAmong = (id: StatementId, statements: readonly SideStatement[]): boolean =>
  statements.some(({ statement }) => statement === id);

/** Taken off wherever it stands. What somebody decided has been heeded before: the statement's sides are others now. */
const isTakenOff = ({ id }: Statement, corrections: readonly Correction[]): boolean =>
  corrections.some((correction) => correction.statement === id && !('by' in correction));

const isOthersWords = (statement: Statement, ownTexts: readonly OwnText[]): boolean =>
  statement.hand === 'second' && checkSecondHand(statement, ownTexts).kind === 'belongs-to';

const speaksFor =
  (side: ActorId) =>
  ({ statement }: SaidIn): boolean =>
    statement.sides.includes(side);

const isFromOthers =
  (parties: readonly ActorId[]) =>
  ({ statement, from }: SaidIn): boolean =>
    !(isVerified(from.outlet) && statement.sides.some((side) => parties.includes(side))) &&
    (statement.speaker !== undefined || (statement.isQuoted && statement.speakerWords !== undefined));

function shown(said: readonly SaidIn[], ownTexts: readonly OwnText[]): readonly SideStatement[] {
  return said.map(({ statement }) => ({
    statement: statement.id,
    isNotInOwnText:
      statement.hand === 'second' && checkSecondHand(statement, ownTexts).kind === 'not-in-own-text',
  }));
}
