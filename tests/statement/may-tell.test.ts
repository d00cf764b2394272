import { expect, test } from 'vitest';
import { grammarOf } from '#statement/grammar-of.ts';
import { mayTell } from '#statement/may-tell.ts';
import { LEXICON, read } from './invented-world.ts';

function tells(text: string): boolean | undefined {
  const { passages, language = 'en' } = read({ text }).analysis;
  const sentence = passages[0]?.sentences[0];
  const grammar = grammarOf(LEXICON.speech, language);
  return sentence && grammar && mayTell(text, sentence, grammar);
}

test.each([
  'Torven said the bridge was open.',
  'According to Torven the bridge was open.',
  'The bridge is open: Torven.',
  'The bridge is open — Torven.',
  'The bridge is open -Torven.',
])('a saying may stand in “%s”', (text) => {
  expect(tells(text)).toBe(true);
});

test.each(['The bridge in the north was closed.', 'The Freedonian-Sylvanian bridge was closed.'])(
  'nothing is said in “%s”',
  (text) => {
    expect(tells(text)).toBe(false);
  },
);
