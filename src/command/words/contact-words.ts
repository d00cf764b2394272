import type { Phrase } from '#card/phrase.ts';
import type { Contact, ContactKind, ContactState } from '#story/contact.ts';

/** A contact as a line of a list; names as people read them. */
export type ContactFigures = Pick<Contact, 'kind' | 'state' | 'at' | 'isDated'> & {
  /** Of the stories that tell of it. */
  readonly shortNames: readonly string[];
  readonly sides: readonly string[];
  readonly persons: readonly string[];
};

/** One of its sources. */
export type ContactSourceFigures = {
  readonly outlet: string;
  readonly link?: string;
  readonly isOwnText: boolean;
};

/** What `news contacts` says. */
export type ContactWords = {
  readonly found: (contacts: number, isAtLeast: boolean, written: string | undefined) => Phrase;
  /** `since`: when contacts began to be kept. ISO 8601. */
  readonly nothing: (written: string | undefined, since: string) => Phrase;
  readonly line: (contact: ContactFigures) => Phrase;
  readonly sources: (sources: readonly ContactSourceFigures[], more: number) => Phrase;
  /** Words of the query that name nobody we know and no kind of contact. */
  readonly noActor: (written: string) => Phrase;
  readonly noKind: (written: string) => Phrase;
  readonly kinds: Readonly<Record<ContactKind, string>>;
  readonly states: Readonly<Record<ContactState, string>>;
};
