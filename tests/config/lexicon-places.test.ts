import { describe, expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { countryName } from '#lexicon/country-names.ts';
import { liesIn, placesAround } from '#lexicon/places-around.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { parseQuery } from '#topic/parse-query.ts';

const { lexicon } = readConfig({});
const actors = [...lexicon.actors.values()];
const ofKind = (...kinds: readonly string[]) => actors.filter(({ kind }) => kinds.includes(kind));
const AT = new Date('2025-07-01T12:00:00Z');

const canonicalOf = (query: string): string | undefined => {
  const parsed = parseQuery(query, lexicon);
  return parsed.kind === 'topic' ? parsed.topic.canonical : undefined;
};

describe('places, treaties and companies of the lexicon', () => {
  test('are enough for a foreign desk', () => {
    expect(ofKind('place').length).toBeGreaterThanOrEqual(300);
    expect(ofKind('treaty').length).toBeGreaterThanOrEqual(50);
    expect(ofKind('company').length).toBeGreaterThanOrEqual(40);
  });

  test('never are a side and hold no office', () => {
    const speaking = ofKind('place', 'treaty', 'company').filter(
      ({ id, side, terms, principal }) => sideOf(id, lexicon, AT) ?? side ?? terms ?? principal,
    );
    expect(speaking.map(({ id }) => id)).toEqual([]);
  });

  test('lie within places and countries, or are about whom they lie within', () => {
    const odd = actors.filter(({ kind, within }) => within && kind !== 'place' && kind !== 'treaty');
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('bear no name of a country', () => {
    const countries = new Set(
      ofKind('country').flatMap(({ country }) => (country ? [countryName(country, 'en')] : [])),
    );
    const borrowed = ofKind('place').filter(({ names }) =>
      Object.values(names)
        .flat()
        .some((name) => countries.has(name)),
    );
    expect(borrowed.map(({ id }) => id)).toEqual([]);
  });

  test('stand for the wider places around them, never for a country', () => {
    const rafah = 'rafah' as ActorId;
    expect(placesAround(rafah, lexicon)).toEqual(['gaza']);
    expect(placesAround('mariupol' as ActorId, lexicon)).toEqual(['donetsk', 'donbas']);
    expect(liesIn('mariupol' as ActorId, 'ukraine' as ActorId, lexicon)).toBe(true);
  });
});

describe('a topic', () => {
  test.each([
    ['Ukraine Mariupol evacuation', 'Mariupol evacuation'],
    ['Gaza Rafah ceasefire', 'Rafah ceasefire'],
    ['Газа перемирие', 'Gaza truce'],
    ['Cisjordanie colonies', 'West Bank settlements'],
    ['Mer Noire céréales', 'Black Sea grain'],
    ['Карабах прекращение огня', 'Nagorno-Karabakh ceasefire'],
    ['北溪 爆炸', 'Nord Stream explosion'],
  ])('“%s” means the same as “%s”', (one, other) => {
    expect(canonicalOf(one)).toBeDefined();
    expect(canonicalOf(one)).toBe(canonicalOf(other));
  });

  test('keeps both where it is disputed whose a place is', () => {
    expect(canonicalOf('Ukraine Crimea attack')).toContain('@ukraine>@crimea');
  });
});
