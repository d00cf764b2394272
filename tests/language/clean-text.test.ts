import { expect, test } from 'vitest';
import { cleanText } from '#language/clean-text.ts';

test('composes letters, ends lines alike and trims', () => {
  expect(cleanText('  E\u0301lyse\u0301e\r\nParis\r ')).toBe('Élysée\nParis');
});

test('removes what nobody sees but a search would stumble over', () => {
  expect(cleanText('Ma\u200bcr\u00adon\u0000 and \u202ePu\u200dtin\ufeff')).toBe('Macron and Putin');
});

test('keeps the joiner that spells a Persian word', () => {
  expect(cleanText('می\u200cشود')).toBe('می\u200cشود');
});

test('replaces half a character instead of storing it', () => {
  expect(cleanText('a\ud83dz')).toBe('a\ufffdz');
});
