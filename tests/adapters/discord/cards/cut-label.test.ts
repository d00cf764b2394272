import { expect, test } from 'vitest';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';

test('a label that fits stays as it is, in one line', () => {
  expect(cutLabel(' Read:\n World Wire ', 34)).toBe('Read: World Wire');
});

test.each([
  ['of two halves', 'a\u{1f4e1}\u{1f4e1}', 4, 'a\u{1f4e1}…'],
  ['of two halves at the edge', 'ab\u{1f4e1}cd', 4, 'ab…'],
  ['joined of several', 'a\u{1f468}\u200d\u{1f469}\u200d\u{1f467} together', 7, 'a…'],
  ['with its accent', 'aq\u0308q\u0308q\u0308', 4, 'aq\u0308…'],
])('a label is never cut inside a character %s', (_, text, limit, cut) => {
  expect(cutLabel(text, limit)).toBe(cut);
  expect(cut.length).toBeLessThanOrEqual(limit);
});
