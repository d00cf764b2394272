import { memoise } from '#language/memoise.ts';
import {
  AFTERS,
  BEFORES,
  BUTS,
  CONDITIONS,
  DURING,
  FUTURE_ENDINGS,
  NEGATIONS,
  OCCASIONS,
  SEPARATE_FUTURES,
  TO,
  WISHES,
} from '#lexicon/clause-words.ts';
import type { EventStatus, EventTypeId } from '#lexicon/event.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import { isDatedPast } from '#lexicon/is-dated-past.ts';
import { isNaming, isPurpose } from '#lexicon/is-naming.ts';
import type { ActorMention, EventMention } from '#lexicon/lexicon.ts';
import type { EventEntry, Phrasebook } from '#lexicon/phrasebook.ts';
import { CONJUNCTIONS } from '#lexicon/role-words.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

/** Words of the sentence, from `first` to `last`. */
type Span = { readonly first: number; readonly last: number };
type Hit = EventEntry & Span;
type Cue = Span & {
  readonly status: EventStatus;
  /** So many words may stand between this cue and an event that it tells of. */
  readonly reach: number;
  /** "Three years after …", "if …": tells only of what the clause names next. */
  readonly isBeforeItsEvent: boolean;
};

/** Last words of cues that tell only of what is named behind them: "years after …", "refuses to …", "wants …". */
type Leads = Partial<Readonly<Record<EventStatus, ReadonlySet<string>>>>;

/** How many words may stand between an event and the cue that tells its status. */
const CUE_DISTANCE = 8;
/** "No", "not": how many words may stand between a bare negation and the event that it negates. */
const NEGATION_DISTANCE = 2;
/** "Before the", "before a planned": how many words may stand between it and what is to come. */
const BEFORE_DISTANCE = 3;
/** "After the deadly strikes", "in a long call": how many words may stand between such a word and its occasion. */
const OCCASION_DISTANCE = 2;
/** Nothing but something said is "in" it. */
const CALL = 'call' as EventTypeId;
const STRONGEST_FIRST: readonly EventStatus[] = ['unclear', 'denied', 'called-for', 'planned', 'past'];

/** More than there are. */
const LANGUAGES = 1_000;
const negationsIn = memoise((language) => new Set(formsIn(NEGATIONS, language)), LANGUAGES);
const toIn = memoise((language) => new Set(formsIn(TO, language)), LANGUAGES);
const beforesIn = memoise((language) => new Set(formsIn(BEFORES, language)), LANGUAGES);
const conditionsIn = memoise((language) => new Set(formsIn(CONDITIONS, language)), LANGUAGES);
const butsIn = memoise((language) => new Set(formsIn(BUTS, language)), LANGUAGES);
const duringIn = memoise((language) => new Set(formsIn(DURING, language)), LANGUAGES);
const wishesIn = memoise((language) => new Set(formsIn(WISHES, language)), LANGUAGES);
const occasionsIn = memoise((language) => new Set(formsIn(OCCASIONS, language)), LANGUAGES);
const aftersIn = memoise((language) => new Set(formsIn(AFTERS, language)), LANGUAGES);

/**
 * The events that a sentence tells of, each once per place, with the status that its surroundings give it; seen from the
 * day `at`. `named`: the actors that stand in it.
 */
export function findEvents(
  here: SentenceAt,
  named: readonly ActorMention[],
  book: Phrasebook,
  at: Date,
): EventMention[] {
  const { passage, sentence, text, words } = here;
  const hits = findHits(here, book);
  const events = hits.filter(
    (hit) =>
      hit.force !== 'not' &&
      !isSilenced(hit, hits) &&
      !(hit.force === 'weak' && isNaming(hit.last, { here, named, book })),
  );
  if (events.length === 0) return [];
  const cues = findCues(here, book);
  const { language } = book;
  const statusIn = (event: Hit): EventStatus | undefined =>
    STRONGEST_FIRST.find((status) =>
      cues.some((cue) => cue.status === status && tells(cue, event, { here, events, language })),
    ) ??
    (isInFutureTense(event, here, language) ? 'planned' : undefined) ??
    (isDatedPast(event, here, { language, at }) ? 'past' : undefined);
  const isQuestion = /[?？؟]["”»]?$/u.test(text.slice(0, here.end));
  return events.map((hit) => ({
    passage,
    sentence,
    firstWord: hit.first,
    lastWord: hit.last,
    event: hit.event,
    status: isQuestion ? asked(statusIn(hit)) : (statusIn(hit) ?? 'happened'),
    weak: hit.force === 'weak',
    found: text.slice(words[hit.first]?.start, words[hit.last]?.end),
  }));
}

/** "Will they meet?" announces nothing. */
const asked = (status: EventStatus | undefined): EventStatus =>
  status === undefined || status === 'planned' ? 'unclear' : status;

function findHits({ words }: SentenceAt, book: Phrasebook): Hit[] {
  const hits: Hit[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (const { value, last } of book.events(words, first)) {
      hits.push({ ...value, first, last });
    }
  }
  return hits;
}

/** A `not` phrase wins over what it covers; else the longer phrase wins, and a sure one over a weak one. */
function isSilenced(hit: Hit, hits: readonly Hit[]): boolean {
  return hits.some((other) => {
    if (other === hit || other.event !== hit.event || other.first > hit.first || other.last < hit.last)
      return false;
    if (other.force === 'not') return true;
    const isLonger = other.last - other.first > hit.last - hit.first;
    return isLonger ? !(other.force === 'weak' && hit.force === 'phrase') : winsTie(other, hit, hits);
  });
}

function winsTie(other: Hit, hit: Hit, hits: readonly Hit[]): boolean {
  if (other.force !== hit.force) return other.force === 'phrase';
  return hits.indexOf(other) < hits.indexOf(hit);
}

/** Of two cues that share words the longer counts: who "does not rule out" a call does not deny it. */
function findCues({ words }: SentenceAt, book: Phrasebook): Cue[] {
  const negations = negationsIn(book.language);
  const leads: Leads = {
    past: aftersIn(book.language),
    denied: toIn(book.language),
    'called-for': wishesIn(book.language),
  };
  const conditions = conditionsIn(book.language);
  const befores = beforesIn(book.language);
  const cues: Cue[] = [];
  for (const [first, { folded }] of words.entries()) {
    for (const { value: status, last } of book.cues(words, first)) {
      const isPast = status === 'past';
      const reach = isPast ? Number.POSITIVE_INFINITY : CUE_DISTANCE;
      const isBeforeItsEvent = leads[status]?.has(words[last]?.folded ?? '') === true;
      cues.push({ status, first, last, reach, isBeforeItsEvent });
    }
    if (negations.has(folded)) {
      cues.push({ status: 'denied', first, last: first, reach: NEGATION_DISTANCE, isBeforeItsEvent: true });
    }
    if (befores.has(folded)) {
      cues.push({ status: 'planned', first, last: first, reach: BEFORE_DISTANCE, isBeforeItsEvent: true });
    }
    if (conditions.has(folded)) {
      cues.push({ status: 'unclear', first, last: first, reach: CUE_DISTANCE, isBeforeItsEvent: true });
    }
  }
  return cues.filter((cue) => !cues.some((other) => overrules(other, cue)));
}

const overrules = (long: Span, short: Span): boolean =>
  long.first <= short.last && short.first <= long.last && long.last - long.first > short.last - short.first;

type Surroundings = {
  readonly here: SentenceAt;
  readonly events: readonly Span[];
  readonly language: string;
};

function tells(
  { status, first, last, reach, isBeforeItsEvent }: Cue,
  event: Hit,
  { here, events, language }: Surroundings,
): boolean {
  // A word of the event itself is the event: a denial that is made is not denied. Yet where the future is written into
  // the verb, "rencontrera" is both: what happens and that it is to come.
  if (first >= event.first && last <= event.last)
    return status === 'planned' && !SEPARATE_FUTURES.has(language);
  if (Math.max(first - event.last, event.first - last) - 1 > reach) return false;
  if (isBeforeItsEvent && status !== 'called-for') return isNextBehind(last, event, { here, events });
  if (isBeforeItsEvent && hasMarkBetween(last, event, here)) return false;
  if (status === 'denied' && first > event.last && isOfNextVerb(first, event, here, language)) return false;
  // "They spoke by phone to discuss a truce": what for, behind the event, does not place it ahead.
  if (status === 'planned' && first > event.last && isPurpose(first, here.words, language)) return false;
  // What is asked for stands behind the asking: "in a phone call, X urged a ceasefire" does not ask for the call.
  if (status !== 'called-for') return true;
  return first <= event.last && !isCircumstance(last, event, { here, events, language });
}

/** "Sanctionnera", "visitará": whether a word of the event is a verb in the future, by its ending as it is written. */
function isInFutureTense({ first, last }: Span, { text, words }: SentenceAt, language: string): boolean {
  const ending = FUTURE_ENDINGS[language];
  return (
    ending !== undefined &&
    words.slice(first, last + 1).some(({ start, end }) => ending.test(text.slice(start, end)))
  );
}

/** "They urge a truce in a phone call": behind what is asked for, where or when it is asked. */
function isCircumstance(cue: number, event: Hit, { here, events, language }: Surroundings): boolean {
  const { text, words } = here;
  if (/[:;]\s/u.test(text.slice(words[cue]?.end, words[event.first]?.start))) return true;
  if (isOccasion(cue, event, words, language)) return true;
  const asked = events.findLast(({ first, last }) => first > cue && last < event.first);
  if (asked === undefined) return false;
  const during = duringIn(language);
  return words.slice(asked.last + 1, event.first).some(({ folded }) => during.has(folded));
}

/** Whether the words right before the event, or its own first one, say that it is the occasion: "in a call", "by phone". */
function isOccasion(cue: number, event: Hit, words: SentenceAt['words'], language: string): boolean {
  const before = words.slice(Math.max(cue + 1, event.first - OCCASION_DISTANCE - 1), event.first + 1);
  const occasions =
    event.event === CALL ? duringIn(language).union(occasionsIn(language)) : occasionsIn(language);
  return before.some(({ folded }) => occasions.has(folded));
}

/** "They spoke by phone but did not agree", "… and did not agree": what is denied there is what comes next. */
function isOfNextVerb(cue: number, event: Span, { words }: SentenceAt, language: string): boolean {
  const buts = butsIn(language);
  const between = words.slice(event.last + 1, cue);
  return between.some(({ folded }) => buts.has(folded)) || CONJUNCTIONS.has(between.at(-1)?.folded ?? '');
}

/** Whether the event is the first that is named behind a word, with no mark of a new clause between. */
function isNextBehind(word: number, event: Span, { here, events }: Omit<Surroundings, 'language'>): boolean {
  if (event.first <= word || events.some(({ first, last }) => first > word && last < event.first))
    return false;
  return !hasMarkBetween(word, event, here);
}

/** A mark of a new clause between a word and the event behind it. */
const hasMarkBetween = (word: number, { first }: Span, { text, words }: SentenceAt): boolean =>
  /[,;:]\s/u.test(text.slice(words[word]?.end, words[first]?.start));
