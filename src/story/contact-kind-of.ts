import type { EventTypeId } from '#lexicon/event.ts';
import type { ContactKind } from '#story/contact.ts';

const KINDS: ReadonlyMap<string, ContactKind> = new Map([
  ['call', 'call'],
  ['visit', 'visit'],
  ['meeting', 'meeting'],
  ['summit', 'meeting'],
  ['letter', 'letter'],
]);

/** What kind of contact an event is; absent for events at which nobody need have been in touch, such as negotiations. */
export const contactKindOf = (event: EventTypeId): ContactKind | undefined => KINDS.get(event);
