import type { EventStatus } from '#lexicon/event.ts';
import type { EventMention } from '#lexicon/lexicon.ts';
import { type KeysOf, phrasesAt } from '#lexicon/phrase-table.ts';
import type { EventEntry, Phrasebook } from '#lexicon/phrasebook.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

type Hit = EventEntry & { readonly first: number; readonly last: number };
type Cue = { readonly status: EventStatus; readonly first: number; readonly last: number };

/** How many words may stand between an event and the cue that tells its status. */
const CUE_DISTANCE = 8;
const STRONGEST_FIRST: readonly EventStatus[] = ['denied', 'called-for', 'planned', 'past'];

const byStem: KeysOf = ({ stem }) => [stem];

/** The events that a sentence tells of, each once per place, with the status that its surroundings give it. */
export function findEvents(here: SentenceAt, book: Phrasebook): EventMention[] {
  const { passage, sentence, text, words } = here;
  const hits = findHits(here, book);
  const events = hits.filter((hit) => hit.force !== 'not' && !isSilenced(hit, hits));
  if (events.length === 0) return [];
  const cues = findCues(here, book);
  const isQuestion = /[?？؟]["”»]?$/u.test(text.slice(0, here.end));
  return events.map(({ event, force, first, last }) => ({
    passage,
    sentence,
    firstWord: first,
    lastWord: last,
    event,
    status: statusOf({ first, last }, cues) ?? (isQuestion ? 'unclear' : 'happened'),
    weak: force === 'weak',
    found: text.slice(words[first]?.start, words[last]?.end),
  }));
}

function findHits({ words }: SentenceAt, book: Phrasebook): Hit[] {
  const hits: Hit[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (const { value, last } of phrasesAt(book.events, words, first, byStem)) {
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

function findCues({ words }: SentenceAt, book: Phrasebook): Cue[] {
  return words.flatMap((_, first) =>
    phrasesAt(book.cues, words, first, byStem).map(({ value, last }) => ({ status: value, first, last })),
  );
}

function statusOf(
  event: { readonly first: number; readonly last: number },
  cues: readonly Cue[],
): EventStatus | undefined {
  const near = cues.filter((cue) => tells(cue, event));
  return STRONGEST_FIRST.find((status) => near.some((cue) => cue.status === status));
}

/** What is asked for stands behind the asking: "in a phone call, X urged a ceasefire" does not ask for the call. */
function tells(
  { status, first, last }: Cue,
  event: { readonly first: number; readonly last: number },
): boolean {
  if (status === 'past') return true;
  if (status === 'called-for' && first > event.last) return false;
  return Math.max(first - event.last, event.first - last) - 1 <= CUE_DISTANCE;
}
