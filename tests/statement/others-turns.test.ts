import { expect, test } from 'vitest';
import { withoutOthersTurns } from '#statement/others-turns.ts';
import { FREEDONIA, LEXICON } from './invented-world.ts';

const VOICE = { side: FREEDONIA, language: 'en', at: new Date('2026-05-04T12:00:00Z') };

test('keeps the introduction and the own side’s turns of a transcript', () => {
  const text = [
    'The leaders met.',
    'Ana Miralda: Good day.',
    'Ivo Torven (translated): It rains.',
    'Much.',
    'Freedonian President Ana Miralda: Yes.',
    'Spokesman: No more today.',
  ].join('\n');
  expect(withoutOthersTurns(text, VOICE, LEXICON)).toBe(
    'The leaders met.\nAna Miralda: Good day.\nFreedonian President Ana Miralda: Yes.\nSpokesman: No more today.',
  );
});

test('takes no ordinary colon for a turn', () => {
  const text = 'The two sides named three points: trade, peace and grain. Miralda left at 10:30.';
  expect(withoutOthersTurns(text, VOICE, LEXICON)).toBe(text);
});

test('keeps no labelled turn in a language whose offices it cannot read', () => {
  const text = 'Guten Tag. Ana Miralda: Es regnet.';
  expect(withoutOthersTurns(text, { ...VOICE, language: 'de' }, LEXICON)).toBe('Guten Tag. ');
});
