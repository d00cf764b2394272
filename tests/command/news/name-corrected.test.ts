import { expect, test } from 'vitest';
import { nameCorrected } from '#command/news/name-corrected.ts';

test.each([
  ['Vladmir Putin', 'Vladmir', 'Vladimir Putin', 'Vladimir Putin'],
  ['appel Emanuel Macron Iran', 'Emanuel', 'Emmanuel Macron', 'appel Emmanuel Macron Iran'],
  ['Emmanuel Macrom', 'Macrom', 'Emmanuel Macron', 'Emmanuel Macron'],
  ['Macrom (visit OR call)', 'Macrom', 'Emmanuel Macron', 'Emmanuel Macron (visit OR call)'],
  ['Putnam Putn', 'Putn', 'Vladimir Putin', 'Putnam Vladimir Putin'],
  ['Putn Iran Putn', 'Putn', 'Vladimir Putin', 'Vladimir Putin Iran Vladimir Putin'],
  ['"Putn talks" title:Putn Putn', 'Putn', 'Vladimir Putin', '"Putn talks" title:Putn Vladimir Putin'],
  ['Emanuel -Macron', 'Emanuel', 'Emmanuel Macron', 'Emmanuel Macron -Macron'],
])('“%s” with “%s” read as “%s” is “%s”', (query, word, name, corrected) => {
  expect(nameCorrected(query, word, name)).toBe(corrected);
});
