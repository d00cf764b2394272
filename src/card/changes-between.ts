import type { Change } from '#card/change.ts';
import { type Composing, startComposing } from '#card/composing.ts';
import { type DecidedCorrection, decidedWords } from '#card/decided-words.ts';
import { quotedWords } from '#card/quote-of.ts';
import { sideChanges } from '#card/side-changes.ts';
import { nameOfOutlet } from '#card/source-name.ts';
import type { View } from '#card/view.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Correction, Dossier, FoundElsewhere, StoryAccount, Withdrawal } from '#story/story.ts';

/**
 * What must not be missed since the account before: a side spoke for the first time, an official confirmation, a
 * denial, a correction, a withdrawal. Nothing on a first card: it says all that itself.
 */
export function changesBetween(
  before: StoryAccount | undefined,
  dossier: Dossier,
  view: View,
  lexicon: Lexicon,
): readonly Change[] {
  if (!before) return [];
  const composing = startComposing(dossier, view, { lexicon, detect: () => undefined });
  const { account } = composing;
  return [
    ...sideChanges(before, subjectOf(composing), composing),
    ...denialChange(before, composing),
    ...correctionChanges(
      account.corrections.filter(
        ({ statement, side }) =>
          !before.corrections.some((known) => known.statement === statement && known.side === side),
      ),
      composing,
    ),
    ...before.corrections.flatMap((one) => ('by' in one ? [] : liftedChange(one, composing))),
    ...(account.withdrawals ?? [])
      .filter(({ article }) => !before.withdrawals?.some((known) => known.article === article))
      .map((withdrawal) => withdrawalChange(withdrawal, composing)),
  ];
}

function denialChange(before: StoryAccount, composing: Composing): readonly Change[] {
  const { account, words, nameOf } = composing;
  const { denial } = account;
  if (!denial || before.denial?.by === denial.by) return [];
  const line = words.deniedLine(nameOf(denial.by), denial.at, subjectOf(composing));
  return [{ key: `denied:${denial.by}`, kind: 'denied', line }];
}

/** What was found elsewhere one by one; what somebody decided in one line for each side. */
function correctionChanges(fresh: readonly Correction[], composing: Composing): readonly Change[] {
  const decided = fresh.filter((one) => 'by' in one);
  return [
    ...fresh.flatMap((one) => ('by' in one ? [] : [correctionChange(one, composing)])),
    ...Map.groupBy(decided, ({ side }) => side)
      .values()
      .flatMap(([first, ...more]) => (first ? [decidedChange(first, more.length, composing)] : [])),
  ];
}

/** By which the line on a decision is known: decided again after it was undone, it is said again. */
export const decisionKey = ({ statement, side, takenOffAt }: DecidedCorrection): string =>
  `corrected:${statement}:${side}:${takenOffAt}`;

function decidedChange(correction: DecidedCorrection, more: number, composing: Composing): Change {
  const line = composing.words.decidedLine({
    ...decidedWords(correction, composing),
    more,
    from: correction.stoodFrom,
    to: correction.takenOffAt,
    on: subjectOf(composing),
  });
  return { key: decisionKey(correction), kind: 'corrected', line };
}

function correctionChange(correction: Correction & FoundElsewhere, composing: Composing): Change {
  const { words, nameOf, outletOf, statementOf } = composing;
  const statement = statementOf(correction.statement);
  const line = words.correctedLine({
    words: statement ? quotedWords(statement, composing) : words.aQuotation,
    owner: outletOf(correction.foundIn)?.name ?? nameOf(correction.belongsTo),
    side: nameOf(correction.side),
    from: correction.stoodFrom,
    to: correction.takenOffAt,
    on: subjectOf(composing),
  });
  return { key: `corrected:${correction.statement}`, kind: 'corrected', line };
}

/** A correction that does not hold: the side's own text has the words after all, and they stand under it again. */
function liftedChange({ statement: id, side }: Correction, composing: Composing): readonly Change[] {
  const { account, words, nameOf, statementOf } = composing;
  const isGone = account.corrections.every(({ statement }) => statement !== id);
  const standing = account.sides.find((one) => one.side === side);
  const statement = statementOf(id);
  if (!isGone || !statement || !standing?.statements.some((one) => one.statement === id)) return [];
  const quoted = quotedWords(statement, composing);
  const line = words.liftedLine(quoted, nameOf(side), subjectOf(composing));
  return [{ key: `corrected:${id}:lifted`, kind: 'corrected', line }];
}

function withdrawalChange({ outlet, article, at, stood }: Withdrawal, composing: Composing): Change {
  const { words, articleOf } = composing;
  const name = nameOfOutlet(outlet, composing);
  const line = words.withdrawnLine(name, at, stood?.title ?? articleOf(article)?.title ?? '…');
  return { key: `withdrawn:${article}`, kind: 'withdrawn', line };
}

/** What the line is about, as the channel's people call it; else the story's short name. */
function subjectOf({ view, dossier }: Composing): string {
  const [topic] = view.topics;
  if (topic === undefined) return dossier.story.shortName;
  return view.languages[0] === 'fr' ? `« ${topic} »` : `“${topic}”`;
}
