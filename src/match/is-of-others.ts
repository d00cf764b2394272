import { formsIn } from '#lexicon/forms-in.ts';
import { CONJUNCTIONS } from '#lexicon/role-words.ts';
import type { ArticleSpots } from '#match/article-spots.ts';
import type { ClauseMark, LeadSentence } from '#match/lead-of.ts';
import { ABOUT, BETWEEN, COMMENTING, PRONOUNS, WITH } from '#match/participant-words.ts';
import { type EventSpot, isInOneSentence, type NamedSpot, type Spot } from '#match/spot.ts';

/** "With German Chancellor X": so many words may stand between what joins or introduces a name and the name. */
const NAME_DISTANCE = 3;

/** A list of three items. */
const ROUND_UP_COMMAS = 2;

/** A stretch of the event's sentence, with who is named there and the language's words for who takes part. */
type Clause = {
  readonly event: EventSpot;
  readonly sentence: LeadSentence;
  readonly first: number;
  readonly last: number;
  readonly language: string;
  readonly named: readonly NamedSpot[];
};

/** Where each actor of the topic stands. */
type Parties = readonly (readonly Spot[])[];

/**
 * Whether the clause of an event says itself who took part, and leaves one of the topic's actors out: "X spoke by phone
 * with Z about Y" is no call between X and Y, in "Z and W spoke by phone; X and Y were told" they did not speak, and
 * "Z signs an agreement with X. Y waits" is none with Y.
 */
export function isOfOthers(event: EventSpot, parties: Parties, spots: ArticleSpots): boolean {
  if (parties.length < 2) return false;
  const clause = clauseOf(event, spots, ';');
  if (!clause) return false;
  if (isLedByStranger(clause, parties) || isInRoundUp(event, parties, spots)) return true;
  if (!event.isMutual) return false;
  if (isApart(clause, parties) || isWithStranger(clause, parties)) return true;
  return (
    isBetweenOthers(clause, parties) || isOfOtherPersons(clause, parties) || isAside(event, parties, spots)
  );
}

function clauseOf(
  event: EventSpot,
  { lead, language, named }: ArticleSpots,
  mark: ClauseMark,
): Clause | undefined {
  const sentence = lead.find(({ where, sentence: at }) => where === event.where && at === event.sentence);
  if (!sentence) return undefined;
  const starts = sentence.clauseStarts[mark];
  const first = starts.findLast((at) => at <= event.firstWord) ?? 0;
  const last = (starts.find((at) => at > event.firstWord) ?? sentence.words.length) - 1;
  const here = named.filter((spot) => isInOneSentence(spot, event));
  return {
    event,
    sentence,
    first,
    last,
    language,
    named: here.filter((spot) => isWithin(spot, { first, last })),
  };
}

/** "Z and W spoke by phone" and "by phone with Z": persons took part, and somebody asked for did not. */
function isOfOtherPersons(clause: Clause, parties: Parties): boolean {
  const present = parties.map((party) => party.some((spot) => takesPart(spot, clause)));
  if (!present.includes(false)) return false;
  const others = strangersIn(clause, parties).filter((spot) => spot.isPerson && takesPart(spot, clause));
  const before = others.filter(({ lastWord }) => lastWord < clause.event.firstWord);
  if (countActors(before) >= 2 && !present.includes(true)) return true;
  return others.some((other) => isJoined(other, clause, WITH));
}

/** "X meets kings; Y inspects a bridge": the event's clause has its subject, and somebody asked for stands in another. */
function isApart(clause: Clause, parties: Parties): boolean {
  const { event, named } = clause;
  if (!named.some(({ lastWord }) => lastWord < event.firstWord)) return false;
  return parties.some(
    (party) =>
      party.some((spot) => isInOneSentence(spot, event)) &&
      !party.some((spot) => spot.note || (isInOneSentence(spot, event) && isWithin(spot, clause))),
  );
}

/** "X met with lawmakers": the event says with whom, and it is nobody asked for, of whom one is not in the sentence. */
function isWithStranger({ event, sentence: { words }, language }: Clause, parties: Parties): boolean {
  const here = parties.map((party) => party.some((spot) => isInOneSentence(spot, event)));
  if (!here.includes(true) || !here.includes(false)) return false;
  const joining = formsIn(WITH, language);
  const at = joining.includes(words[event.lastWord]?.folded ?? '') ? event.lastWord : event.lastWord + 1;
  const next = words[at + 1]?.folded;
  if (!next || !joining.includes(words[at]?.folded ?? '') || PRONOUNS.has(next)) return false;
  const isAfter = ({ firstWord }: Spot): boolean => firstWord > at && firstWord - at <= NAME_DISTANCE + 1;
  return !parties.flat().some((spot) => spot.note || (isInOneSentence(spot, event) && isAfter(spot)));
}

/** "X and Y were told, Z and W spoke": others stand with the event between commas, and nobody asked for does. */
function isAside(event: EventSpot, parties: Parties, spots: ArticleSpots): boolean {
  const clause = clauseOf(event, spots, ',');
  if (!clause || parties.some((party) => party.some((spot) => takesPart(spot, clause)))) return false;
  const before = clause.named.filter(({ isPerson, lastWord }) => isPerson && lastWord < event.firstWord);
  return countActors(before) >= 2;
}

/** "X's ferry sinks, Z signs an agreement, Y's economy slips": a list, in which each stands in an item of its own. */
function isInRoundUp(event: EventSpot, parties: Parties, spots: ArticleSpots): boolean {
  const item = clauseOf(event, spots, ',');
  const starts = item?.sentence.clauseStarts[','] ?? [];
  if (!item || starts.length < ROUND_UP_COMMAS || strangersIn(item, parties).length === 0) return false;
  const itemOf = ({ firstWord }: Spot): number => starts.findLast((at) => at <= firstWord) ?? 0;
  const items = parties.map(
    (party) => new Set(party.filter((spot) => isInOneSentence(spot, event)).map(itemOf)),
  );
  return items.every(
    (own, index) =>
      own.size > 0 &&
      !own.has(itemOf(event)) &&
      items.every((other, at) => at === index || own.isDisjointFrom(other)),
  );
}

/** "A truce between Z and X": they are named in full, and somebody asked for is not among them. */
function isBetweenOthers(clause: Clause, parties: Parties): boolean {
  const joined = clause.named.filter((spot) => isJoined(spot, clause, BETWEEN));
  const [one] = joined;
  // Of three who are asked for, one may be the host or the mediator.
  if (!one || parties.length > 2) return false;
  const pair = clause.named.filter((spot) => spot === one || isCoordinated(one, spot, clause));
  if (countActors(pair) < 2) return false;
  return parties.some(
    (party) => !party.some((spot) => spot.note || pair.some((who) => isSamePlace(who, spot))),
  );
}

/**
 * "Z signs an agreement with X": the event's subject is nobody asked for, somebody asked for stands in the sentence,
 * and somebody else does not.
 */
function isLedByStranger(clause: Clause, parties: Parties): boolean {
  const here = parties.map((party) => party.some((spot) => isInOneSentence(spot, clause.event)));
  if (!here.includes(true) || !here.includes(false)) return false;
  const subject = clause.named.findLast((spot) => isSubject(spot, clause));
  if (!subject) return false;
  const group = clause.named.filter((spot) => spot === subject || isCoordinated(spot, subject, clause));
  return group.some((spot) => strangersIn(clause, parties).includes(spot));
}

/** Right before the event, unless it only comments on it: "Z condemns the arrest of X" is no arrest by Z. */
function isSubject({ lastWord }: Spot, { event, sentence: { words, text }, language }: Clause): boolean {
  if (lastWord >= event.firstWord || event.firstWord - lastWord - 1 > NAME_DISTANCE) return false;
  if (/[,:;–—]/u.test(text.slice(words[lastWord]?.end, words[event.firstWord]?.start))) return false;
  const commenting = formsIn(COMMENTING, language);
  const between = words.slice(lastWord + 1, event.firstWord);
  return !between.some(({ folded }) => commenting.some((start) => folded.startsWith(start)));
}

/** "Z and W", "Z and French W": the second stands right behind the first and a joining word. */
function isCoordinated(one: Spot, other: Spot, { named, sentence: { words } }: Clause): boolean {
  const between = words.slice(one.lastWord + 1, other.firstWord);
  if (between.length > 2 || !CONJUNCTIONS.has(between[0]?.folded ?? '')) return false;
  return !named.some(
    (spot) => spot.firstWord > one.lastWord && spot.lastWord < other.firstWord && spot.isPerson,
  );
}

/** Who counts as present in every sentence takes part; who is only spoken of does not. */
function takesPart(spot: Spot, { event, first, last, sentence, language }: Clause): boolean {
  if (spot.note !== undefined) return true;
  if (!isInOneSentence(spot, event) || !isWithin(spot, { first, last })) return false;
  const isBehindEvent = spot.firstWord > event.lastWord;
  const lead = sentence.words.slice(Math.max(0, spot.firstWord - NAME_DISTANCE), spot.firstWord);
  const about = formsIn(ABOUT, language);
  return !isBehindEvent || !lead.some(({ folded }) => about.includes(folded));
}

/** "Spoke by phone with Z": behind a joining word inside the event's words or right behind them. */
function isJoined(
  { firstWord }: Spot,
  { event, sentence: { words }, language }: Clause,
  joining: typeof WITH,
): boolean {
  const forms = formsIn(joining, language);
  return words.some(
    ({ folded }, at) =>
      forms.includes(folded) &&
      at >= event.firstWord &&
      at <= event.lastWord + 1 &&
      firstWord > at &&
      firstWord - at <= NAME_DISTANCE + 1,
  );
}

const strangersIn = ({ named }: Clause, parties: Parties): readonly NamedSpot[] =>
  named.filter((spot) => !parties.flat().some((party) => isSamePlace(party, spot)));

const countActors = (spots: readonly NamedSpot[]): number => new Set(spots.map(({ actor }) => actor)).size;

const isWithin = (spot: Spot, { first, last }: { readonly first: number; readonly last: number }): boolean =>
  spot.firstWord >= first && spot.lastWord <= last;

const isSamePlace = (one: Spot, other: Spot): boolean =>
  isInOneSentence(one, other) && one.firstWord <= other.lastWord && other.firstWord <= one.lastWord;
