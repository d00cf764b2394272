import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { findAttributions } from '#statement/find-attributions.ts';
import type { Attribution } from '#statement/statement.ts';
import { LEXICON, read } from './invented-world.ts';

const LANGUAGES = ['en', 'fr', 'ru'] as const;
/** What frames and quotations are made of, and what breaks them. */
const PIECES = [
  'Torven',
  'the White Tower',
  'Ana Miralda',
  'Boris Lund',
  'Торвен',
  'la Tour blanche',
  'he',
  'il',
  'он',
  'said',
  'told',
  'that',
  'called',
  'according to',
  'quoted',
  'as saying',
  'adding',
  'denied',
  'and',
  'but',
  'a déclaré',
  'selon',
  'que',
  'a-t-il dit',
  'заявил',
  'по словам',
  'что',
  'со ссылкой на',
  'говорится',
  'the call was useful',
  'tout va bien',
  'всё хорошо',
  'on Monday',
  'who',
  'if',
  'not',
  'in a statement',
  '“',
  '”',
  '"',
  "''",
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  '(',
  ')',
  ',',
  '.',
  '…',
  ':',
  ';',
  '—',
  '-',
  '?',
  '!',
  '\n',
  '\n\n',
  '\t',
  ' ',
  ' ',
  '\u0000',
  '\uD83D',
  '😀',
  'é',
  'İ',
  'ß',
  'שלום',
] as const;

const texts = oneof(
  string({ unit: 'binary', maxLength: 200 }),
  array(constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  array(constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

test('whatever the text, all words are stretches of it, in order and without their marks', () => {
  assert(
    property(texts, constantFrom(...LANGUAGES), (text, language) => {
      const reading = read({ text, language });
      const stored = reading.analysis.passages.find(({ place }) => place === 'text')?.text ?? '';
      for (const attribution of findAttributions(reading, LEXICON)) holdsFor(attribution, stored);
    }),
    { numRuns: 2_000 },
  );
});

function holdsFor({ content, cue, source, isQuoted }: Attribution, text: string): void {
  expect(content.length).toBeGreaterThan(0);
  let from = 0;
  for (const { start, end } of content) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThanOrEqual(start);
    from = end;
  }
  for (const { start, end } of [...content, cue, ...(source ? [source] : [])]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  const [first] = content;
  if (isQuoted && first) expect(text.slice(0, first.start)).toMatch(/[“«„"'‘][\s]*$|[”»“"'’,—–-][\s]*$/u);
}

/** Each would take minutes or all memory if anything looked back over the whole text at every mark. */
test.each([
  ['one word of a megabyte', 'said'.repeat(250_000)],
  ['a megabyte of openings', '“'.repeat(1_000_000)],
  ['a megabyte of nested quotations', `${'«'.repeat(500_000)}${'»'.repeat(500_000)}`],
  ['straight marks without spaces', '"Torven"said'.repeat(80_000)],
  ['apostrophes', "'a' ".repeat(250_000)],
  ['openings that straight marks close', '“a" '.repeat(200_000)],
  ['paragraphs left open', '“Torven said\n'.repeat(70_000)],
  ['names and verbs without an end', 'Torven said '.repeat(80_000)],
  ['sentences that go on with a quotation', `Torven said: “Yes. ${'We go. '.repeat(100_000)}`],
  ['bare quotations behind a speaker', `Torven said: “Yes.” ${'“We go.” '.repeat(100_000)}`],
])('reads through %s', (_, text) => {
  const reading = read({ text });
  for (const { content } of findAttributions(reading, LEXICON)) expect(content.length).toBeGreaterThan(0);
});
