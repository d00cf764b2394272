import { array, assert, boolean, constantFrom, integer, oneof, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import type { SummarySource } from '#summary/summarizer.ts';

const RUNS = { seed: 20261123, numRuns: 400 };
const WORDS =
  'harbour ferries islands storm council fishermen boats Monday Anders travellers reopened sailed asked morning budget Lund northern repaired 200 bridges'.split(
    ' ',
  );
const ENDS = ['. ', '! ', '? ', '.” ', '.\n\n', '; ', ' — ', '… ', '\n'];
const BREAKERS = [
  '“',
  '”',
  '«',
  '»',
  '(',
  'Mr. ',
  'U.S. ',
  '3.5',
  '\u202e',
  '\ud800',
  'Гавань открыта',
  '港口开放。',
];

const sentence = tuple(
  oneof(
    { weight: 6, arbitrary: array(constantFrom(...WORDS), { minLength: 3, maxLength: 40 }) },
    { weight: 1, arbitrary: array(constantFrom(...WORDS, ...BREAKERS), { maxLength: 120 }) },
    { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 40 }).map((words) => [words]) },
  ),
  constantFrom(...ENDS),
).map(([words, end]) => `${words.join(' ')}${end}`);
/** A text that may say a thing again in the same or nearly the same words. */
const text = tuple(array(sentence, { maxLength: 8 }), boolean()).map(([sentences, isRepeated]) =>
  [...sentences, ...(isRepeated ? sentences.slice(0, 2).map((words) => `Again ${words}`) : [])].join(''),
);
const source = tuple(text, text, text, integer({ min: 0, max: 3 })).map(
  ([title, summary, body, parts]): Omit<SummarySource<number>, 'key'> => ({
    analysis: analyse(
      { title, ...(parts % 2 === 1 && { summary }), ...(parts >= 2 && { text: body }), language: 'en' },
      () => 'en',
    ),
    claims: [{ place: 'text', spans: [{ start: 0, end: body.length / 2 }], sides: [] }],
  }),
);
const sources = array(source, { maxLength: 4 }).map((all) => all.map((one, key) => ({ ...one, key })));

const tokensOf = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

test('whatever the texts, there are three sentences and 75 words at most', () => {
  assert(
    property(sources, (told) => {
      const summary = extractiveSummarizer.summarize(told);
      expect(summary.length).toBeLessThanOrEqual(3);
      const written = summary
        .flatMap(({ words }) => words.split(/\s+/u))
        .filter((word) => /\p{L}|\p{N}/u.test(word));
      expect(written.length).toBeLessThanOrEqual(75);
    }),
    RUNS,
  );
});

test('whatever the texts, each sentence stands word for word in the text it names', () => {
  assert(
    property(sources, (told) => {
      for (const { key, place, start, end, words } of extractiveSummarizer.summarize(told)) {
        const passage = told[key]?.analysis.passages.find((one) => one.place === place);
        const stands = passage?.text.slice(start, end).replaceAll(/\s+/gu, ' ').trim() ?? '';
        expect(stands.startsWith(words.replace(/…$/u, ''))).toBe(true);
        if (words !== stands) expect(words.endsWith('…')).toBe(true);
      }
    }),
    RUNS,
  );
});

test('whatever the texts, no two sentences say the same in nearly the same words', () => {
  assert(
    property(sources, (told) => {
      const summary = extractiveSummarizer.summarize(told).map(({ words }) => new Set(tokensOf(words)));
      for (const [place, one] of summary.entries()) {
        for (const other of summary.slice(place + 1)) {
          const shared = one.intersection(other).size / Math.max(1, one.union(other).size);
          expect(one.size > 2 && shared >= 0.8).toBe(false);
        }
      }
    }),
    RUNS,
  );
});
