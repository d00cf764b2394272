import { analyse, type TextParts } from '#language/analyse.ts';
import type { Detector } from '#language/detector.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { actsFor } from '#lexicon/side-of.ts';

/** Types of event that say how one is in touch, or that something is said: no subject that one speaks on. */
const NO_SUBJECTS: ReadonlySet<string> = new Set([
  'call',
  'visit',
  'meeting',
  'summit',
  'letter',
  'negotiation',
  'statement',
  'denial',
  'agreement',
  'vote',
]);

/** What subjects are looked for with. */
export type SubjectSearch = {
  readonly lexicon: Lexicon;
  readonly detect: Detector;
  /** They speak, and are no subject themselves. */
  readonly parties: readonly ActorId[];
  /** What the whole story is about. */
  readonly event: EventTypeId | undefined;
  /** Also what weak words may tell of: for saying that a text has nothing on a subject. */
  readonly isUnsureToo?: boolean;
};

/** What a text speaks on: events, then countries, places, organisations and treaties that are no party, each once. */
export function subjectsIn(text: TextParts, search: SubjectSearch): readonly string[] {
  const { lexicon, detect, parties, event: story, isUnsureToo = false } = search;
  const at = new Date(0);
  const { events, actors } = findMentions(analyse(text, detect), lexicon, at);
  const isParty = (actor: ActorId): boolean =>
    parties.includes(actor) || actsFor(actor, lexicon, at).some((side) => parties.includes(side));
  return [
    ...new Set([
      ...events
        .filter(({ event, weak }) => event !== story && (isUnsureToo || !weak) && !NO_SUBJECTS.has(event))
        .map(({ event }): string => event),
      ...actors
        .filter(({ actor }) => isSubject(actor, lexicon) && !isParty(actor))
        .map(({ actor }): string => actor),
    ]),
  ];
}

function isSubject(actor: ActorId, { actors }: Lexicon): boolean {
  switch (actors.get(actor)?.kind) {
    case 'country':
    case 'organisation':
    case 'camp':
    case 'place':
    case 'treaty':
      return true;
    case 'person':
    case 'office':
    case 'company':
    case undefined:
      return false;
  }
}
