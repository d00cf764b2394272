import { expect, test } from 'vitest';
import type { CardQuote } from '#card/card.ts';
import { isSameVoice } from '#card/same-voice.ts';

const quote: CardQuote = {
  label: [{ kind: 'text', text: 'North Palace, own text' }],
  words: '“One thing”',
  isQuoted: true,
  source: 1,
};

test('the same speaker from the same source speaks with one voice', () => {
  expect(isSameVoice({ ...quote, words: '“Another”' }, quote)).toBe(true);
  expect(isSameVoice(quote, undefined)).toBe(false);
  expect(isSameVoice({ ...quote, source: 2 }, quote)).toBe(false);
  expect(isSameVoice({ ...quote, label: [{ kind: 'text', text: 'Another' }] }, quote)).toBe(false);
});

test('behind a doubt the speaker is named again', () => {
  expect(isSameVoice(quote, { ...quote, mark: [{ kind: 'text', text: 'not found so far' }] })).toBe(false);
});
