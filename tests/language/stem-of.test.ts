import { expect, test } from 'vitest';
import { stemOf } from '#language/stem-of.ts';

test.each([
  ['en', 'spoke', 'speaks'],
  ['en', 'negotiation', 'negotiations'],
  ['fr', 'entretien', 'entretiens'],
  ['ru', 'переговоров', 'переговоры'],
  ['pl', 'rozmowy', 'rozmowa'],
  ['uk', 'україні', 'україна'],
  ['ar', 'الاتصال', 'اتصال'],
])('in %s, %s and %s are one word', (language, one, other) => {
  expect(stemOf(one, language)).toBe(stemOf(other, language));
});

test('a language without a stemmer keeps its words', () => {
  expect(stemOf('gorusmesi', 'tr')).toBe('gorusmesi');
});
