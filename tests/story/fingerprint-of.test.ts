import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import { formOf } from '#story/form-of.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';
import { storiesOf } from './fingerprints.ts';

const AT = '2025-07-01T15:38:00.000Z';

function read(id: string, language: string, parts: { title: string; summary?: string; text?: string }) {
  const analysis = analyse({ ...parts, language }, () => undefined);
  const mentions = findMentions(analysis, smallLexicon, new Date(AT));
  const article = { id: id as ArticleId, outlet: 'wire' as OutletId, at: AT };
  return fingerprintOf(article, analysis, mentions, smallLexicon);
}

const weightOf = (term: string, terms: Readonly<Record<string, number>>): number => terms[term] ?? Number.NaN;

test('a name in the headline weighs more than one in the lead', () => {
  const { actors } = read('a', 'en', {
    title: 'Macron spoke by phone with a colleague',
    summary: 'The talk was long. Putin was not on the line.',
  });
  expect(actors).toEqual({ macron: 3, putin: 0.5, france: 0.1, russia: 0.1 });
});

test('a planned event has the day that its sentences name, if they name one', () => {
  const eventsIn = (summary: string) =>
    read('a', 'en', { title: 'Macron to speak with Putin', summary }).events;
  const sides = ['france', 'russia'];
  const call = { event: 'call', status: 'planned', between: ['macron', 'putin'] };
  expect(eventsIn('Macron will speak by phone with Putin on 14 July.')).toContainEqual({
    ...call,
    on: '2025-07-14T12:00:00.000Z',
    which: { day: '2025-07-14', isPlanned: true, sides },
  });
  expect(eventsIn('Macron will speak by phone with Putin soon. It rained on 14 June.')).toContainEqual({
    ...call,
    which: { sides },
  });
  expect(eventsIn('Macron spoke by phone with Putin on 14 July.')).not.toContainEqual(
    expect.objectContaining({ on: expect.anything() }),
  );
});

test('a contact has who is named where it is told, and whose text leaves that out in its title', () => {
  const between = (title: string, voiceOf?: ActorId) => {
    const analysis = analyse({ title, summary: 'Iran was far away.', language: 'en' }, () => undefined);
    const mentions = findMentions(analysis, smallLexicon, new Date(AT));
    const told = { id: 'a' as ArticleId, outlet: 'wire' as OutletId, at: AT, ...(voiceOf && { voiceOf }) };
    return fingerprintOf(told, analysis, mentions, smallLexicon).events[0]?.between;
  };
  const kremlin = 'kremlin' as ActorId;
  expect(between('Macron phoned Putin')).toEqual(['macron', 'putin']);
  expect(between('Phone call with Macron', kremlin)).toEqual(['putin', 'macron']);
  expect(between('A minister phoned Macron', kremlin)).toEqual(['macron']);
  expect(between("Macron phoned Putin's envoy")).toEqual(['macron', 'russia']);
  expect(between('Macron phoned the Kremlin')).toContain('putin');
  expect(between('Macron phoned the deputy head of the Kremlin')).not.toContain('putin');
  expect(between('Macron phoned the head of the Office of the Russian President')).not.toContain('putin');
});

test('a contact is not between those who are only talked about, or who had two others talk', () => {
  const between = (title: string) => read('a', 'en', { title }).events[0]?.between;
  expect(between('Macron spoke about Putin in a phone call with Iran')).toEqual(['macron', 'iran']);
  expect(between('Iran and Macron discuss Putin in phone call')).toEqual(['iran', 'macron']);
  expect(between('At the initiative of Macron, Putin and Iran spoke by phone')).toEqual(['putin', 'iran']);
  expect(between('Putin and Iran in phone call on Macron’s initiative')).toEqual(['putin', 'iran']);
  expect(between('At the initiative of Macron, Putin spoke by phone')).toEqual(['macron', 'putin']);
  expect(between('At the initiative of the French side, Putin spoke by phone with Macron')).toContain(
    'macron',
  );
});

test('who is only talked about weighs too little to be a party', () => {
  const { actors } = read('a', 'en', { title: 'Macron talked about Putin' });
  expect(actors).toMatchObject({ macron: 3 });
  expect(weightOf('putin', actors)).toBeLessThan(1.5);
});

test('a name that the lexicon does not know counts for more than another word, but not where all nouns look alike', () => {
  const summary = 'In the harbour Lindqvist waited, and others waited for Lindqvist.';
  const { terms } = read('a', 'en', { title: 'Ferry Strike Goes On', summary });
  expect(weightOf('lindqvist', terms)).toBeGreaterThan(weightOf('wait', terms));
  expect(read('a', 'de', { title: 'Streik', summary: 'Am Hafen wartet die Fähre' }).terms).toMatchObject({
    haf: 1,
  });
});

test('a headline says of a name that it is one, unless it gives every word a capital', () => {
  const names = read('a', 'en', { title: 'Passengers of the ferry Halvarsen wait' }).terms;
  expect(weightOf('halvarsen', names)).toBeGreaterThan(weightOf('ferri', names));
  const capitals = read('a', 'en', { title: 'Passengers of the Ferry Halvarsen Wait' }).terms;
  expect(weightOf('halvarsen', capitals)).toBe(weightOf('ferri', capitals));
});

test('a word of the headline tells more than one of the lead', () => {
  const { terms } = read('a', 'en', { title: 'A ferry waits', summary: 'It waits beside a tug.' });
  expect(weightOf('ferri', terms)).toBeGreaterThan(weightOf('tug', terms));
});

test('a word that tells of a known event counts for less beside it', () => {
  const { terms, events } = read('a', 'en', { title: 'Phone call about ferries' });
  expect(events).toHaveLength(1);
  expect(weightOf('phone', terms)).toBeLessThan(weightOf('ferri', terms));
});

test('an adjective inside a role names no country, and an office acts less than whom it stands for', () => {
  const { actors } = read('a', 'en', { title: 'Russian President spoke by phone with Macron, Kremlin says' });
  expect(actors).toEqual({ macron: 3, putin: 3.25, kremlin: 1.5, france: 0.1, russia: 0.1 });
});

test('a country that only says who a person is does not lead', () => {
  const { actors } = read('a', 'en', {
    title: 'Telephone conversation with President of France Emmanuel Macron',
  });
  expect(actors).toEqual({ macron: 3, france: expect.closeTo(0.3) });
});

test('in its own text an office and whom it speaks for act, though the text may not name them', () => {
  const analysis = analyse({ title: 'Telephone conversation with Macron', language: 'en' }, () => undefined);
  const article = { id: 'a' as ArticleId, outlet: 'own' as OutletId, at: AT, voiceOf: 'kremlin' as ActorId };
  const mentions = findMentions(analysis, smallLexicon, new Date(AT));
  expect(fingerprintOf(article, analysis, mentions, smallLexicon).actors).toMatchObject({
    macron: 3,
    putin: 3,
  });
});

test('terms are what is left of title and lead without names and common words', () => {
  const { terms } = read('a', 'en', { title: 'Macron and Putin on the telephone about the grain ships' });
  expect(Object.keys(terms)).toEqual(['telephon', 'grain', 'ship']);
});

test('what stands far down in a text is no part of it', () => {
  const filler = 'The weather was fine that day. '.repeat(30);
  const { actors } = read('a', 'en', { title: 'A day in the country', text: `${filler}Putin stayed in.` });
  expect(actors).toEqual({});
});

test('numbers tell stories apart, years do not', () => {
  expect(read('a', 'en', { title: '26 prisoners came home in 2025' }).numbers).toEqual(['26']);
});

test('a weak phrase tells of an event only where two actors stand beside it', () => {
  expect(read('a', 'en', { title: 'Macron spoke in Lyon' }).events).toEqual([]);
  expect(read('b', 'en', { title: 'Macron spoke with Putin' }).events).toEqual([
    {
      event: 'call',
      status: 'happened',
      between: ['macron', 'putin'],
      which: { sides: ['france', 'russia'] },
    },
  ]);
});

test('who a call is about acts less than who speaks, and takes no part in it', () => {
  const { actors, events } = read('a', 'en', { title: 'Macron speaks by phone with Putin about Iran' });
  expect(actors['iran' as ActorId]).toBeLessThan((actors['macron' as ActorId] ?? 0) / 2);
  expect(events).toMatchObject([{ event: 'call', between: ['macron', 'putin'] }]);
});

test('another contact that a call came before is not what the report tells', () => {
  const { events } = read('a', 'en', {
    title: 'Macron speaks by phone with Putin before phone call with Iran',
  });
  expect(events).toMatchObject([
    { event: 'call', between: ['macron', 'putin'], which: { beside: 'before', sides: ['france', 'russia'] } },
  ]);
});

test('reports of one call in three languages are one story; another matter of the same day is another', () => {
  const english = read('en', 'en', {
    title: 'Rare phone chat between Russian President and French counterpart',
  });
  const french = read('fr', 'fr', { title: "Macron s'est entretenu au téléphone avec Poutine" });
  const russian = read('ru', 'ru', { title: 'Путин провёл телефонный разговор с Макроном' });
  const other = read('other', 'en', { title: 'Macron opens a grain market in Lyon' });
  expect(storiesOf([english, french, russian, other])).toEqual([['en', 'fr', 'ru'], ['other']]);
  expect(storiesOf([russian, other, french, english])).toEqual([['en', 'fr', 'ru'], ['other']]);
});

describe('the headline says the form', () => {
  test.each([
    ['Live: leaders speak by phone', 'live'],
    ['Ukraine war: live updates', 'live'],
    ['EN DIRECT - Les présidents se parlent', 'live'],
    ['Онлайн: переговоры президентов', 'live'],
    ['Morning briefing: what the world says', 'roundup'],
    ['Итоги дня: что случилось', 'roundup'],
    ['Opinion: the call that was too late', 'opinion'],
    ['Tribune | Un appel de trop', 'opinion'],
    ['Why did the presidents speak now?', 'explainer'],
    ['Pourquoi les présidents se parlent', 'explainer'],
    ['Leaders speak by phone', 'report'],
    ['People who live near the border leave', 'report'],
  ])('%s', (title, form) => {
    expect(formOf(title)).toBe(form);
  });
});
