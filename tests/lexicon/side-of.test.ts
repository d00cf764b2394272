import { expect, test } from 'vitest';
import type { ActorId } from '#lexicon/actor.ts';
import { shownName } from '#lexicon/shown-name.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { smallLexicon } from './small-lexicon.ts';

const sideOn = (actor: string, day: string): string | undefined =>
  sideOf(actor as ActorId, smallLexicon, new Date(day));

test('a country speaks for itself, an office for its country', () => {
  expect(sideOn('france', '2025-07-01')).toBe('france');
  expect(sideOn('kremlin', '2025-07-01')).toBe('russia');
});

test('a person speaks for the country whose office they hold that day, and for nobody after it', () => {
  expect(sideOn('hollande', '2017-05-13')).toBe('france');
  expect(sideOn('hollande', '2017-05-14')).toBeUndefined();
});

test('a term that nobody checked gives no side', () => {
  expect(sideOn('xi', '2025-07-01')).toBeUndefined();
});

test('names are shown in the reader’s language where they are known', () => {
  expect(shownName('france' as ActorId, smallLexicon, 'ru')).toBe('Франция');
  expect(shownName('putin' as ActorId, smallLexicon, 'fr')).toBe('Poutine');
  expect(shownName('macron' as ActorId, smallLexicon, 'fi')).toBe('Emmanuel Macron');
});
