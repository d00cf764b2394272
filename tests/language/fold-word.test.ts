import { expect, test } from 'vitest';
import { foldWord } from '#language/fold-word.ts';

test.each([
  ['Élysée', 'elysee'],
  ['ELYSÉE', 'elysee'],
  ['Putin’s', 'putin'],
  ['U.S.', 'us'],
  ['Œuvre', 'oeuvre'],
  ['Wałęsa', 'walesa'],
  ['İstanbul', 'istanbul'],
  ['Пётр', 'петр'],
  ['Зеленский', 'зеленский'],
  ['إيران', 'ايران'],
  ['ایران', 'ايران'],
  ['Ｇ７', 'g7'],
])('%s is compared as %s', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});
