import { expect, test } from 'vitest';
import { loadFasttextDetector } from '#adapters/detector/fasttext-detector.ts';

test('tells the languages of plain sentences apart, and says nothing of what is no language', async () => {
  const detect = await loadFasttextDetector();
  expect(detect('The two ministers met in the capital on Tuesday to discuss the border.')).toBe('en');
  expect(detect('Les deux ministres se sont rencontrés mardi dans la capitale.')).toBe('fr');
  expect(detect('Министры встретились во вторник в столице и обсудили границу.')).toBe('ru');
  expect(detect('x7 q9')).toBeUndefined();
});
