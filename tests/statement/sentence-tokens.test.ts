import { expect, test } from 'vitest';
import { findAttributions } from '#statement/find-attributions.ts';
import { tokensOf } from '#statement/sentence-tokens.ts';
import { LEXICON, read } from './invented-world.ts';

const ENDLESS = 'Torven said ( " '.repeat(4_000);

test('a stretch too long for a sentence gives no tokens, however long it grows', () => {
  for (const text of [ENDLESS, ENDLESS + ENDLESS]) {
    expect(tokensOf(text, { start: 0, end: text.length }, [])).toEqual([]);
  }
});

test('an endless sentence hides nobody who speaks beside it', () => {
  const text = `Torven said the call was useful.\n${ENDLESS}\nTorven said it rained.`;
  const found = findAttributions(read({ text }), LEXICON).map(({ cue }) => cue.start);
  expect(found).toContain('Torven '.length);
  expect(found).toContain(text.lastIndexOf('said'));
});
