import { formsIn } from '#lexicon/forms-in.ts';
import type { ArticleSpots, EventSpot, Spot } from '#match/article-spots.ts';
import { isInOneSentence } from '#match/find-part.ts';
import type { LeadSentence } from '#match/lead-of.ts';
import { ABOUT, WITH } from '#match/participant-words.ts';

/** "With German Chancellor X": so many words may stand between what joins or introduces a name and the name. */
const NAME_DISTANCE = 3;

/** The event's own part of its sentence, with the language's words for who takes part. */
type Clause = {
  readonly event: EventSpot;
  readonly words: LeadSentence['words'];
  readonly first: number;
  readonly last: number;
  readonly with: readonly string[];
  readonly about: readonly string[];
};

/**
 * Whether the clause of a mutual event says itself who took part, and leaves one of the topic's actors out: "X spoke by
 * phone with Z about Y" is no call between X and Y, and in "Z and W spoke by phone; X and Y were told" they did not
 * speak. `parties`: where each actor of the topic stands. Only persons count as others: a country may be the subject.
 */
export function isOfOthers(
  event: EventSpot,
  parties: readonly (readonly Spot[])[],
  spots: ArticleSpots,
): boolean {
  const clause = event.isMutual && parties.length >= 2 ? clauseOf(event, spots) : undefined;
  if (!clause) return false;
  const named = parties.map((party) => party.some((spot) => takesPart(spot, clause)));
  if (!named.includes(false)) return false;

  const others = spots.named.filter(
    (person) =>
      person.isPerson &&
      takesPart(person, clause) &&
      !parties.flat().some((spot) => isSamePlace(spot, person)),
  );
  const before = others.filter(({ lastWord }) => lastWord < event.firstWord);
  const isBetweenOthers = new Set(before.map(({ actor }) => actor)).size >= 2 && !named.includes(true);
  return isBetweenOthers || others.some((other) => isJoined(other, clause));
}

function clauseOf(event: EventSpot, { lead, language }: ArticleSpots): Clause | undefined {
  const sentence = lead.find(({ where, sentence: at }) => where === event.where && at === event.sentence);
  if (!sentence) return undefined;
  const { words, text } = sentence;
  const starts = words.flatMap(({ start }, at) =>
    at > 0 && text.slice(words[at - 1]?.end, start).includes(';') ? [at] : [],
  );
  return {
    event,
    words,
    first: starts.findLast((at) => at <= event.firstWord) ?? 0,
    last: (starts.find((at) => at > event.firstWord) ?? words.length) - 1,
    with: formsIn(WITH, language),
    about: formsIn(ABOUT, language),
  };
}

/** Who counts as present in every sentence takes part; who is only spoken of does not. */
function takesPart(spot: Spot, clause: Clause): boolean {
  if (spot.note !== undefined) return true;
  if (!isInOneSentence(spot, clause.event)) return false;
  if (spot.firstWord < clause.first || spot.lastWord > clause.last) return false;
  const isBehindEvent = spot.firstWord > clause.event.lastWord;
  const lead = clause.words.slice(Math.max(0, spot.firstWord - NAME_DISTANCE), spot.firstWord);
  return !isBehindEvent || !lead.some(({ folded }) => clause.about.includes(folded));
}

/** "Spoke by phone with Z": behind a joining word inside the event's words or right behind them. */
function isJoined({ firstWord }: Spot, { event, words, with: joining }: Clause): boolean {
  return words.some(
    ({ folded }, at) =>
      joining.includes(folded) &&
      at >= event.firstWord &&
      at <= event.lastWord + 1 &&
      firstWord > at &&
      firstWord - at <= NAME_DISTANCE + 1,
  );
}

const isSamePlace = (one: Spot, other: Spot): boolean =>
  isInOneSentence(one, other) && one.firstWord <= other.lastWord && other.firstWord <= one.lastWord;
