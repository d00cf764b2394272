import type { Actor, ActorId } from '#lexicon/actor.ts';
import { buildLexicon } from '#lexicon/build-lexicon.ts';
import type { EventType, EventTypeId } from '#lexicon/event.ts';
import type { LexiconData } from '#lexicon/lexicon.ts';

const actor = (id: string): ActorId => id as ActorId;

function country(
  id: string,
  code: string,
  demonyms: Actor['demonyms'],
  metonyms: Actor['metonyms'] = {},
): Actor {
  const names = { en: [] };
  return {
    id: actor(id),
    kind: 'country',
    country: code,
    shown: {},
    names,
    demonyms: demonyms ?? {},
    metonyms: metonyms ?? {},
  };
}

function president(id: string, of: string, names: Actor['names'], source = 'inauguration'): Actor {
  const terms = [{ role: 'president', of: actor(of), from: '2017-05-14', source }];
  return { id: actor(id), kind: 'person', shown: { en: names['en']?.at(-1) ?? id }, names, terms };
}

const actors: readonly Actor[] = [
  country(
    'france',
    'FR',
    { en: ['French'], fr: ['français', 'française'], ru: ['французский'] },
    { any: ['Paris'] },
  ),
  country(
    'russia',
    'RU',
    { en: ['Russian', 'Russians'], fr: ['russe'], ru: ['российский'] },
    { en: ['Moscow'] },
  ),
  country('china', 'CN', { en: ['Chinese'] }),
  country('iran', 'IR', { en: ['Iranian'] }),
  country('united-states', 'US', { en: ['American'] }),
  country('ukraine', 'UA', { en: ['Ukrainian'] }),
  president('macron', 'france', {
    en: ['Macron', 'Emmanuel Macron'],
    ru: ['Макрон'],
    uk: ['Макрон'],
    pl: ['Macron'],
    ar: ['ماكرون'],
    zh: ['马克龙'],
    ja: ['マクロン'],
  }),
  president('putin', 'russia', {
    en: ['Putin', 'Vladimir Putin'],
    fr: ['Poutine'],
    ru: ['Путин'],
    uk: ['Путін'],
    pl: ['Putin'],
    ar: ['بوتين'],
    zh: ['普京'],
    ja: ['プーチン'],
  }),
  president('xi', 'china', { en: ['Xi Jinping'] }, 'unchecked'),
  {
    id: actor('hollande'),
    kind: 'person',
    shown: { en: 'François Hollande' },
    names: { en: ['Hollande'] },
    terms: [
      {
        role: 'president',
        of: actor('france'),
        from: '2012-05-15',
        to: '2017-05-14',
        source: 'inauguration',
      },
    ],
  },
  { id: actor('xi'), kind: 'person', shown: { en: 'Xi Jinping' }, names: { en: ['Xi'] } },
  { id: actor('starmer'), kind: 'person', shown: { en: 'Keir Starmer' }, names: { en: ['Starmer'] } },
  {
    id: actor('kremlin'),
    kind: 'office',
    shown: { en: 'Kremlin' },
    side: actor('russia'),
    names: { en: ['Kremlin'], fr: ['Kremlin'], ru: ['Кремль'] },
    principal: { role: 'president', of: actor('russia') },
  },
  {
    id: actor('elysee'),
    kind: 'office',
    shown: { en: 'Élysée' },
    side: actor('france'),
    names: { en: ['Élysée', 'Elysee Palace'], fr: ['Élysée', "palais de l'Élysée"] },
    principal: { role: 'president', of: actor('france') },
  },
  { id: actor('who'), kind: 'organisation', shown: { en: 'WHO' }, names: { en: ['WHO'] } },
];

const events: readonly EventType[] = [
  {
    id: 'call' as EventTypeId,
    shown: { en: 'phone call' },
    plover: 'CONSULT:phone',
    cameo: '041',
    direction: 'mutual',
    query: { en: ['call', 'phone call', 'talks'], fr: ['appel'] },
    phrases: {
      en: ['phone call', 'phone chat', 'spoke by phone', 'spoke … by telephone', 'phoned'],
      fr: ["s'est entretenu … téléphone", 'appel téléphonique'],
      ru: ['телефонный разговор', 'по телефону'],
      zh: ['通电话'],
      de: ['telefonier*'],
    },
    weak: { en: ['call', 'spoke'] },
    not: { en: ['call on', 'call for'] },
  },
  {
    id: 'meeting' as EventTypeId,
    shown: { en: 'meeting' },
    plover: 'CONSULT:visit',
    cameo: '042',
    direction: 'mutual',
    query: { en: ['meeting', 'talks'] },
    phrases: { en: ['meeting', 'met', 'held talks'] },
  },
  {
    id: 'ceasefire' as EventTypeId,
    shown: { en: 'ceasefire' },
    plover: 'AGREE',
    cameo: '0871',
    direction: 'mutual',
    query: { en: ['ceasefire', 'truce'] },
    phrases: { en: ['ceasefire', 'truce'] },
  },
  {
    id: 'threat' as EventTypeId,
    shown: { en: 'threat' },
    plover: 'THREATEN',
    cameo: '13',
    direction: 'subject-object',
    query: { en: ['threat', 'threatens'] },
    phrases: { en: ['threatened', 'warned'] },
  },
];

/** A handful of real names and events, enough for rules to be right or wrong on. */
export const smallData: LexiconData = {
  actors,
  roles: [
    {
      id: 'president',
      titles: { en: ['president'], fr: ['président'], ru: ['президент'], de: ['Präsident'] },
    },
  ],
  events,
  words: [],
  statusCues: {
    planned: { en: ['will', 'to hold', 'next week', 'not rule out'] },
    denied: { en: ['denied', 'did not', 'does not'] },
    'called-for': { en: ['calls for', 'urges'] },
    past: { en: ['years ago', 'anniversary', 'years after'], fr: ['ans après'] },
    unclear: {},
  },
  speech: {},
};

/** The same, compiled. */
export const smallLexicon = buildLexicon(smallData);
