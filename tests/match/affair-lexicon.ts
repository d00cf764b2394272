import type { Actor, ActorId } from '#lexicon/actor.ts';
import { buildLexicon } from '#lexicon/build-lexicon.ts';
import type { Concept, ConceptId } from '#lexicon/concept.ts';
import type { EventType, EventTypeId } from '#lexicon/event.ts';
import { smallData } from '../lexicon/small-lexicon.ts';

const place = (id: string, ...within: readonly ActorId[]): Actor => ({
  id: id.toLowerCase() as ActorId,
  kind: 'place',
  shown: { en: id },
  names: { en: [id] },
  within,
});

const UKRAINE = 'ukraine' as ActorId;

function event(id: string, fields: Pick<EventType, 'plover' | 'direction'> & Partial<EventType>): EventType {
  const phrases = { en: [id] };
  return { id: id as EventTypeId, shown: { en: id }, cameo: '000', query: phrases, phrases, ...fields };
}

const concept = (id: string, names: Concept['names']): Concept => ({ id: id as ConceptId, names });

/** The small lexicon with places, crises at home, a row that embraces other events, and a few common words. */
export const affairLexicon = buildLexicon({
  ...smallData,
  actors: [
    ...smallData.actors,
    place('Mariupol', UKRAINE),
    place('Azovstal', 'mariupol' as ActorId, UKRAINE),
    place('Donetsk'),
    {
      id: 'pact' as ActorId,
      kind: 'organisation',
      shown: { en: 'Western Pact' },
      names: { en: ['Western Pact'] },
      members: ['france', 'ukraine', 'united-states'] as ActorId[],
    },
  ],
  events: [
    ...smallData.events,
    event('membership', { plover: 'SUPPORT:join', direction: 'subject-object' }),
    event('evacuation', { plover: 'RETREAT:evacuate', direction: 'subject-object' }),
    event('unrest', { plover: 'PROTEST', direction: 'none' }),
    event('troops', { plover: 'MOBILIZE', direction: 'subject-object' }),
    event('exercises', { plover: 'MOBILIZE:exercise', direction: 'subject-object' }),
    event('expulsion', { plover: 'SANCTION:expel', direction: 'subject-object' }),
    event('row', { plover: 'ACCUSE', direction: 'mutual', embraces: ['expulsion' as EventTypeId] }),
  ],
  words: [
    concept('bridge', { en: ['bridge'], fr: ['pont'], de: ['Brücke'], zh: ['大桥'], ru: ['мост'] }),
    concept('collapse', { en: ['collapse'], fr: ['effondrement'], de: ['Einsturz'], ru: ['обрушение'] }),
    concept('grain', { en: ['grain'], fr: ['céréales'], de: ['Getreide'], ru: ['зерно'] }),
    concept('president', { en: ['president'] }),
    concept('tower', { en: ['tower'], fr: ['tour'] }),
  ],
});
