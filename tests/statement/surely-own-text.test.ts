import { expect, test } from 'vitest';
import { surelyOwnText } from '#statement/surely-own-text.ts';
import { FREEDONIA, LEXICON } from './invented-world.ts';

const voice = { side: FREEDONIA, language: 'en', at: new Date('2026-05-04T12:00:00Z') };

test.each([
  'President Torven said, “We go to the lake.” The weather was fine.',
  'The spokeswoman said that President Torven had said: “We go to the lake.”',
  'She spoke of the Sylvanian president, who said: “We go to the lake.”',
  'These are the words of Torven: “We go to the lake.”',
  'This is what Torven told us on Monday. “We go to the lake.”',
  'According to Sylvania, we go to the lake.',
  'President Torven wants that “we go to the lake”, President Miralda said.',
])('leaves out what the text puts into another’s mouth: %s', (text) => {
  expect(surelyOwnText(text, voice, LEXICON)).not.toMatch(/go to the lake/);
});

test.each([
  'We go to the lake. President Torven agrees.',
  'Our fleet is ready. “We go to the lake.”',
  'President Miralda told President Torven: “We go to the lake.”',
  '“With Torven we go to the lake,” the spokeswoman said.',
  'It is time that “we go to the lake” in Sylvania, President Miralda said.',
])('keeps what its own side says: %s', (text) => {
  expect(surelyOwnText(text, voice, LEXICON)).toMatch(/go to the lake/);
});
