import { describe, expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { smallLexicon } from './small-lexicon.ts';

const TODAY = new Date('2025-07-01T12:00:00Z');

const mentionsIn = (title: string, language = 'en', at = TODAY) =>
  findMentions(
    analyse({ title, language }, () => undefined),
    smallLexicon,
    at,
  );
const actorsIn = (title: string, language = 'en', at = TODAY): string[] =>
  mentionsIn(title, language, at).actors.map(({ actor, by }) => `${actor} by ${by}`);
const eventsIn = (title: string, language = 'en'): string[] =>
  mentionsIn(title, language).events.map(
    ({ event, status, weak }) => `${weak ? 'weak ' : ''}${event} ${status}`,
  );

describe('names', () => {
  test.each([
    ['Macron writes to Vladimir Putin', 'en', ['macron by name', 'putin by name']],
    ['Poutine répond à Emmanuel Macron', 'fr', ['putin by name', 'macron by name']],
    ['Письмо Путину от Макрона', 'ru', ['putin by name', 'macron by name']],
    ['Розмова з Путіним і Макроном', 'uk', ['putin by name', 'macron by name']],
    ['Rozmowa Macrona z Putinem', 'pl', ['macron by name', 'putin by name']],
    ['Putins Brief an Macron', 'de', ['putin by name', 'macron by name']],
    ["Macron'un Putin'e mektubu", 'tr', ['macron by name', 'putin by name']],
    ['رسالة ماكرون لبوتين', 'ar', ['macron by name', 'putin by name']],
    ['普京致信马克龙', 'zh', ['putin by name', 'macron by name']],
    ['プーチン氏とマクロン氏', 'ja', ['putin by name', 'macron by name']],
  ])('are found in “%s” (%s)', (title, language, found) => {
    expect(actorsIn(title, language)).toEqual(found);
  });

  test('of two letters are not the numeral or the abbreviation in capitals', () => {
    expect(actorsIn('Xi writes to Macron')).toEqual(['xi by name', 'macron by name']);
    expect(actorsIn('Macron visits Factory XI')).toEqual(['macron by name']);
  });

  test('are whole words: Tirana is not Iran, Ирак and Ира are not Иран', () => {
    expect(actorsIn('Tirana hosts a fair')).toEqual([]);
    expect(actorsIn('Ира приехала в Тирану', 'ru')).toEqual([]);
    expect(actorsIn('Визит в Иран', 'ru')).toEqual(['iran by name']);
  });

  test('need the capitals that they are written with', () => {
    expect(actorsIn('They told us who broke the china')).toEqual([]);
    expect(actorsIn('US and China speak to the WHO')).toEqual([
      'united-states by name',
      'china by name',
      'who by name',
    ]);
    expect(actorsIn('THEY TOLD US EVERYTHING')).toEqual([]);
  });

  test('of places and peoples say so', () => {
    expect(actorsIn('Moscow hears Chinese and American envoys')).toEqual([
      'russia by metonym',
      'china by demonym',
      'united-states by demonym',
    ]);
  });

  test('of an office name its principal of that day as well', () => {
    expect(actorsIn('The Élysée has no comment')).toEqual(['elysee by name', 'macron by principal']);
    const before = new Date('2015-01-01T00:00:00Z');
    expect(actorsIn('The Élysée has no comment', 'en', before)).toEqual([
      'elysee by name',
      'hollande by principal',
    ]);
  });
});

describe('roles', () => {
  const rolesIn = (title: string, language = 'en', at = TODAY): string[] =>
    mentionsIn(title, language, at)
      .actors.filter(({ by }) => by === 'role')
      .map(({ actor }) => actor);

  test.each([
    ['Rare phone chat between Russian President and French counterpart', 'en', ['putin', 'macron']],
    ['A letter from the president of France', 'en', ['macron']],
    ['Chinese and Russian presidents meet', 'en', ['xi', 'putin']],
    ['The Russian leader waits', 'en', ['putin']],
    ['Le président russe écrit au président de la France', 'fr', ['putin', 'macron']],
    ['Президент России написал письмо', 'ru', ['putin']],
  ])('in “%s” (%s) name persons', (title, language, found) => {
    expect(rolesIn(title, language)).toEqual(found);
  });

  test('are resolved by the date of the article', () => {
    expect(rolesIn('The French President speaks', 'en', new Date('2014-01-01T00:00:00Z'))).toEqual([
      'hollande',
    ]);
  });

  test('of the past, and roles whose holder is named, name nobody else', () => {
    expect(rolesIn('The former French President speaks')).toEqual([]);
    expect(actorsIn('The talks with French President Hollande failed')).toEqual([
      'france by demonym',
      'hollande by name',
    ]);
    expect(rolesIn('The envoy of Russian President Ivanenko spoke')).toEqual([]);
  });
});

describe('events', () => {
  test.each([
    ['They spoke by phone', 'en', ['call happened']],
    ['Il s’est entretenu hier au téléphone avec elle', 'fr', ['call happened']],
    ['Состоялся телефонный разговор', 'ru', ['call happened']],
    ['两国领导人通电话', 'zh', ['call happened']],
    ['Die beiden telefonierten', 'de', ['call happened']],
  ])('are found in “%s” (%s)', (title, language, found) => {
    expect(eventsIn(title, language)).toEqual(found);
  });

  test('that only look like it are silent', () => {
    expect(eventsIn('Leaders call on both sides to stop')).toEqual([]);
    expect(eventsIn('After the call they were glad')).toEqual(['weak call happened']);
  });

  test.each([
    ['They will hold a phone call', 'call planned'],
    ['He denied that there was a phone call', 'call denied'],
    ['The envoy urges a truce', 'ceasefire called-for'],
    ['The truce ended ten years ago', 'ceasefire past'],
    ['Is a truce near?', 'ceasefire unclear'],
    ['No phone call took place', 'call denied'],
    ['Three years after they spoke by phone', 'call past'],
    ['He does not rule out a phone call', 'call planned'],
  ])('in “%s” have their status from the words around them', (title, found) => {
    expect(eventsIn(title)).toEqual([found]);
  });

  test.each([
    ['Они не говорили по телефону', 'ru', 'call denied'],
    ['Все остались без телефонных разговоров', 'ru', 'call denied'],
    ['Deux ans après leur appel téléphonique', 'fr', 'call past'],
  ])('that did not take place, or not now, say so in “%s” (%s)', (title, language, found) => {
    expect(eventsIn(title, language)).toEqual([found]);
  });

  test('are negated only by what stands close before them in their clause', () => {
    expect(eventsIn('No, they had a phone call')).toEqual(['call happened']);
    expect(eventsIn('The envoy is no longer so sceptical after the phone call')).toEqual(['call happened']);
    expect(eventsIn('There was no truce after the phone call')).toEqual([
      'ceasefire denied',
      'call happened',
    ]);
  });

  test.each([
    ['They spoke by phone but did not agree', 'call happened'],
    ['They spoke by phone and did not agree', 'call happened'],
    ['A phone call did not take place', 'call denied'],
    ['The phone call with them and others did not take place', 'call denied'],
  ])('are not negated by what is told of the next verb: “%s”', (title, found) => {
    expect(eventsIn(title)).toEqual([found]);
  });

  test('are past only where the span of years is counted from them', () => {
    expect(eventsIn('Three years after the flood, there was a phone call')).toEqual(['call happened']);
    expect(eventsIn('Three years after the truce came a phone call')).toEqual([
      'ceasefire past',
      'call happened',
    ]);
  });

  test.each([
    ['In a phone call the envoy urges a truce', ['call happened', 'ceasefire called-for']],
    ['The envoy urges a truce in a phone call', ['ceasefire called-for', 'call happened']],
    ['The envoy urges a truce: they spoke by phone', ['ceasefire called-for', 'call happened']],
    ['The envoy urges a truce and a phone call', ['ceasefire called-for', 'call called-for']],
  ])('are not asked for by what is asked in them: “%s”', (title, found) => {
    expect(eventsIn(title)).toEqual(found);
  });
});
