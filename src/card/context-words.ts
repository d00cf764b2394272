import { listed } from '#card/counted.ts';
import type { Phrase } from '#card/phrase.ts';
import { text, time } from '#card/phrase-of.ts';
import type { ContactKind } from '#story/contact.ts';

/** Contacts of one kind between these, as the archive knows them; `since` is when it begins, where that is to be said. */
type Archived = { readonly kind: ContactKind; readonly between: readonly string[]; readonly since?: string };

/** What a card says, in one language, of how an event stands among others and in time. */
export type ContextWords = {
  readonly quietSince: (at: string) => Phrase;
  /** Instead of a sentence that stands under its side already. */
  readonly quotedAbove: string;
  readonly reportedBy: (outlet: string) => string;
  readonly noEarlier: (archived: Archived & { readonly since: string }) => Phrase;
  readonly lastOne: (archived: Archived, last: { readonly at: string; readonly shortName: string }) => Phrase;
};

const ENGLISH_KINDS: Readonly<Record<ContactKind, string>> = {
  call: 'phone call',
  visit: 'visit',
  meeting: 'meeting',
  letter: 'letter',
};

const english: ContextWords = {
  quietSince: (at) => [text('QUIET since ', 'strong'), time(at, 'date')],
  quotedAbove: 'quoted above',
  reportedBy: (outlet) => `reported by ${outlet}`,
  noEarlier: ({ kind, between, since }) => [
    text('our archive (from '),
    time(since, 'date'),
    text(`) holds no earlier ${ENGLISH_KINDS[kind]} between ${listed(between, 'and')}`),
  ],
  lastOne: ({ kind, between, since }, { at, shortName }) => [
    text('in our archive'),
    ...(since === undefined ? [] : [text(' (from '), time(since, 'date'), text(')')]),
    text(` the last ${ENGLISH_KINDS[kind]} between ${listed(between, 'and')} is of `),
    time(at, 'date'),
    text(` (${shortName})`),
  ],
};

/** "Aucun … antérieur" and "le dernier …", agreeing. */
const FRENCH_KINDS: Readonly<Record<ContactKind, { readonly none: string; readonly last: string }>> = {
  call: { none: 'aucun appel antérieur', last: 'le dernier appel' },
  visit: { none: 'aucune visite antérieure', last: 'la dernière visite' },
  meeting: { none: 'aucune rencontre antérieure', last: 'la dernière rencontre' },
  letter: { none: 'aucune lettre antérieure', last: 'la dernière lettre' },
};

const french: ContextWords = {
  quietSince: (at) => [text('SANS NOUVEAU depuis le ', 'strong'), time(at, 'date')],
  quotedAbove: 'cité plus haut',
  reportedBy: (outlet) => `rapporté par ${outlet}`,
  noEarlier: ({ kind, between, since }) => [
    text('nos archives (depuis le '),
    time(since, 'date'),
    text(`) ne contiennent ${FRENCH_KINDS[kind].none} entre ${listed(between, 'et')}`),
  ],
  lastOne: ({ kind, between, since }, { at, shortName }) => [
    text('dans nos archives'),
    ...(since === undefined ? [] : [text(' (depuis le '), time(since, 'date'), text(')')]),
    text(`, ${FRENCH_KINDS[kind].last} entre ${listed(between, 'et')} est du `),
    time(at, 'date'),
    text(` (${shortName})`),
  ],
};

/** French for French readers, English for everybody else. */
export const contextWordsIn = (language: string): ContextWords => (language === 'fr' ? french : english);
