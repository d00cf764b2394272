import { expect, test } from 'vitest';
import { splitWords } from '#language/split-words.ts';
import { isDatedPast } from '#lexicon/is-dated-past.ts';

/** Whether the event told by `found` is dated to the past in a sentence of 2025. */
function isPast(found: string, text: string, language: string): boolean {
  const words = splitWords(text, language);
  const last = words.findIndex((word) => word.text === found);
  return isDatedPast({ last }, { words }, { language, at: new Date('2025-07-01T12:00:00Z') });
}

test.each([
  ['truce', 'A choir recalls the Christmas truce of 1914', 'en', true],
  ['négociations', 'Il raconte les négociations secrètes de 1971', 'fr', true],
  ['démissionné', 'Elle avait démissionné en 2020', 'fr', true],
  ['встретились', 'Они встретились в 2019 году', 'ru', true],
  ['truce', 'A truce of 2024 still holds', 'en', false],
  ['truce', 'Talks on a truce in 2026 began', 'en', false],
  ['withdrawal', 'The withdrawal from the 2015 deal', 'en', false],
  ['truce', 'The first truce since 2014', 'en', false],
])('“%s” in “%s” (%s) is long past: %s', (found, text, language, expected) => {
  expect(isPast(found, text, language)).toBe(expected);
});
