import { expect, test } from 'vitest';
import { splitSentences } from '#language/split-sentences.ts';

const sentences = (text: string, language = 'en'): string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

test('a title, an initial or a dotted abbreviation ends no sentence', () => {
  expect(sentences('Mr. Ash met J. D. Birch and the U.S. envoy. They ate.')).toEqual([
    'Mr. Ash met J. D. Birch and the U.S. envoy.',
    'They ate.',
  ]);
});

test('a quotation of several sentences stays in one piece', () => {
  expect(sentences('« Oui. Nous irons. » a dit la ministre. Puis elle est partie.', 'fr')).toEqual([
    '« Oui. Nous irons. » a dit la ministre.',
    'Puis elle est partie.',
  ]);
});

test('a quotation mark that nobody closes ends with its line', () => {
  expect(sentences('He said "no.\nThe talks went on.')).toEqual(['He said "no.', 'The talks went on.']);
});

test('Chinese sentences end with their own point', () => {
  expect(sentences('双方举行会谈。会谈持续两小时。', 'zh')).toEqual(['双方举行会谈。', '会谈持续两小时。']);
});
