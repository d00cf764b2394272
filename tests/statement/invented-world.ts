import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { analyse, type TextParts } from '#language/analyse.ts';
import type { Analysis } from '#language/analysis.ts';
import type { Actor, ActorId } from '#lexicon/actor.ts';
import { buildLexicon } from '#lexicon/build-lexicon.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { Mentions } from '#lexicon/lexicon.ts';
import type { Speech, SpeechForms } from '#lexicon/speech.ts';

/** Two invented countries, their offices and people; nobody in it exists and nobody said any of it. */
export const FREEDONIA = 'freedonia' as ActorId;
export const SYLVANIA = 'sylvania' as ActorId;
export const MIRALDA = 'miralda' as ActorId;
export const TORVEN = 'torven' as ActorId;
export const WHITE_TOWER = 'white-tower' as ActorId;

const AT = new Date('2026-05-04T12:00:00Z');

const ACTORS: readonly Actor[] = [
  country(FREEDONIA, 'Freedonia', {
    names: { en: ['Freedonia'], fr: ['la Fredonie', 'Fredonie'], ru: ['Фридония'] },
    demonyms: { en: ['Freedonian'], fr: ['fredonien', 'fredonienne'] },
  }),
  country(SYLVANIA, 'Sylvania', {
    names: { en: ['Sylvania'], fr: ['Sylvanie'] },
    demonyms: { en: ['Sylvanian', 'Sylvanians'], fr: ['sylvanien'] },
  }),
  {
    id: WHITE_TOWER,
    kind: 'office',
    shown: { en: 'White Tower' },
    names: { en: ['White Tower'], fr: ['Tour blanche'], ru: ['Белая башня', 'Белой башне'] },
    side: FREEDONIA,
  },
  person(MIRALDA, 'Ana Miralda', ['Ana Miralda', 'Miralda'], ['Миральда', 'Миральды'], FREEDONIA),
  person(TORVEN, 'Ivo Torven', ['Ivo Torven', 'Torven'], ['Торвен', 'Торвена'], SYLVANIA),
];

export const LEXICON = buildLexicon({
  actors: ACTORS,
  roles: [
    { id: 'president', titles: { en: ['president'], fr: ['président', 'présidente'], ru: ['президент'] } },
  ],
  events: [
    {
      id: 'call' as EventTypeId,
      shown: { en: 'phone call' },
      plover: 'CONSULT',
      cameo: '041',
      direction: 'mutual',
      query: { en: ['call'] },
      phrases: { en: ['telephone call', 'phone call'] },
    },
  ],
  words: [],
  statusCues: { planned: {}, denied: {}, 'called-for': {}, past: {}, unclear: {} },
  speech: speechTable(),
});

/** A text as earlier stages hand it on. */
export function read(parts: TextParts): { analysis: Analysis; mentions: Mentions; at: Date } {
  const analysis = analyse({ language: 'en', ...parts }, () => parts.language ?? 'en');
  return { analysis, mentions: findMentions(analysis, LEXICON, AT), at: AT };
}

function country(id: ActorId, shown: string, names: Pick<Actor, 'names' | 'demonyms'>): Actor {
  return { id, kind: 'country', shown: { en: shown }, ...names };
}

function person(
  id: ActorId,
  shown: string,
  en: readonly string[],
  ru: readonly string[],
  of: ActorId,
): Actor {
  const term = { role: 'president', of, from: '2024-01', source: 'invented' };
  return { id, kind: 'person', shown: { en: shown }, names: { en, fr: en, ru }, terms: [term] };
}

/** The table that ships, so that these tests speak of the product. */
function speechTable(): Speech {
  const table = parse(readFileSync('config/speech.yaml', 'utf8')) as {
    speech: Record<string, Record<string, readonly string[]>>;
  };
  return Object.fromEntries(Object.entries(table.speech).map(([language, row]) => [language, formsOf(row)]));
}

function formsOf(row: Record<string, readonly string[]>): SpeechForms {
  return Object.fromEntries(
    Object.entries(row).map(([name, words]) => [camelCase(name), words]),
  ) as SpeechForms;
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
