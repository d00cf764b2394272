import { HOUR_MS } from '#kernel/clock.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { WhichEvent } from '#story/fingerprint.ts';
import { isLasting } from '#story/is-lasting.ts';
import type { Act } from '#story/same-event.ts';

/** Who tells of "another" one later than this tells of none that was reported before. */
const AGAIN_AFTER_HOURS = 2;

/** An act that tells of an event, and which one of its type it says that is. */
type Told = { readonly which: WhichEvent; readonly act: Act };

/** What two acts say about whether their event is one and the same; absent where they do not say. */
type Verdict = 'same' | 'other' | undefined;

type Aspect = (one: Told, other: Told) => Verdict;

/**
 * Whether an act tells of an event of which a story's acts tell another of the same type: on another day, by others or
 * against others, between others, one more than theirs, or before a third contact where theirs was after it. Each of
 * these decides by itself, unless one of the story's acts says the same as this one.
 */
export function isAnotherOne(act: Act, acts: readonly Act[]): boolean {
  for (const [event, which] of act.which ?? []) {
    const others = acts.flatMap((other) => {
      const told = other.which?.get(event);
      return told === undefined ? [] : [{ which: told, act: other }];
    });
    const aspects = isLasting(event) ? OF_LASTING : OF_ONE_DAY;
    if (aspects.some((aspect) => isOther(others.map((other) => aspect({ which, act }, other))))) return true;
  }
  return false;
}

const isOther = (verdicts: readonly Verdict[]): boolean =>
  verdicts.includes('other') && !verdicts.includes('same');

const byDay: Aspect = ({ which: one }, { which: other }) => {
  if (one.day === undefined || other.day === undefined) return undefined;
  if (one.day === other.day) return 'same';
  return one.isPlanned === true && other.isPlanned === true ? undefined : 'other';
};

const byNumber: Aspect = (one, other) => {
  const [earlier, later] = one.act.at <= other.act.at ? [one, other] : [other, one];
  const isSoon = later.act.at - earlier.act.at < AGAIN_AFTER_HOURS * HOUR_MS;
  if (isSoon || later.which.again === earlier.which.again) return 'same';
  return later.which.again === true ? 'other' : undefined;
};

const byNeighbour: Aspect = ({ which: { beside } }, { which: { beside: other } }) => {
  if (beside === undefined || other === undefined) return undefined;
  return beside === other ? 'same' : 'other';
};

/** "A spoke with B", "A spoke with C": both tell of two sides at least, and no two are the same. */
const bySides: Aspect = ({ which: { sides = [] } }, { which: { sides: others = [] } }) => {
  if (sides.length < 2 || others.length < 2) return undefined;
  return sides.filter((side) => others.includes(side)).length < 2 ? 'other' : 'same';
};

/** By others against others; or by the same against one whom the other does not name at all, and the other way round. */
const byDoerAndTarget: Aspect = (one, other) => {
  const { by = [], to = [] } = one.which;
  const { by: otherBy = [], to: otherTo = [] } = other.which;
  if (to.length === 0 || otherTo.length === 0) return undefined;
  const isByOthers = !haveOneInCommon(by, otherBy);
  const isAgainstOthers = !haveOneInCommon(to, otherTo);
  if (!isByOthers && !isAgainstOthers) return 'same';
  if (isByOthers && isAgainstOthers) return 'other';
  const [some, others] = isByOthers ? [by, otherBy] : [to, otherTo];
  return isUnnamed(some, other.act) || isUnnamed(others, one.act) ? 'other' : undefined;
};

const OF_LASTING: readonly Aspect[] = [byNeighbour, bySides, byDoerAndTarget];
const OF_ONE_DAY: readonly Aspect[] = [byDay, byNumber, ...OF_LASTING];

const isUnnamed = (sides: readonly ActorId[], { named }: Act): boolean =>
  !sides.some((side) => named.includes(side));

const haveOneInCommon = (some: readonly ActorId[], others: readonly ActorId[]): boolean =>
  some.some((one) => others.includes(one));
