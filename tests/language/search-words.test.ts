import { expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import { searchWordsOf } from '#language/search-words.ts';

const english = (): string => 'en';

test('a text gives its words in order, as they compare and as stems', () => {
  const analysis = analyse({ title: 'Ministers spoke', summary: "L'Élysée replied." }, english);
  expect(searchWordsOf(analysis)).toEqual([
    ['ministers', 'spoke', 'l', 'elysee', 'replied'],
    ['minist', 'speak', 'l', 'elyse', 'repli'],
  ]);
});

test('two rows of a very long text leave every word its own place in PostgreSQL', () => {
  const rows = searchWordsOf(analyse({ text: 'One more word. '.repeat(10_000) }, english));
  expect(rows.map(({ length }) => length)).toEqual([8_000, 8_000]);
});
