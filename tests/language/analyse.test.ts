import { expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import type { Passage } from '#language/analysis.ts';

const never = (): undefined => undefined;
const foldedWords = (title: string, language: string): string[] =>
  analyse({ title, language }, never).passages.flatMap(({ sentences }) =>
    sentences.flatMap(({ words }) => words.map(({ folded }) => folded)),
  );

test('words stand where they stand in the stored text', () => {
  const summary = 'The talks went well. Iran’s envoy left.';
  const [, second] = analyse({ summary, language: 'en' }, never).passages[0]?.sentences ?? [];
  expect(second?.words.map(({ start, end }) => summary.slice(start, end))).toEqual([
    'Iran’s',
    'envoy',
    'left',
  ]);
  expect(second?.words[0]?.folded).toBe('iran');
});

test('passages keep the order title, summary, text and leave out what is empty', () => {
  const { passages } = analyse({ text: 'Body.', summary: '', title: 'Title' }, never);
  expect(passages.map(({ place }) => place)).toEqual(['title', 'text']);
});

test('elided articles, hyphens and Turkish endings set names free', () => {
  expect(foldedWords('L’Élysée franco-russe', 'fr')).toEqual(['l', 'elysee', 'franco', 'russe']);
  expect(foldedWords("Ankara'nın daveti", 'tr')).toEqual(['ankara', 'daveti']);
});

test('Chinese is read character by character and katakana run by run', () => {
  expect(foldedWords('法国总统', 'zh')).toEqual(['法', '国', '总', '统']);
  expect(foldedWords('マクロン大統領', 'ja')).toEqual(['マクロン', '大', '統', '領']);
});

const wordsOf = (passage: Passage | undefined): readonly string[] =>
  passage?.sentences.flatMap(({ words }) => words.map((word) => word.text)) ?? [];

test.each([
  'Mr. O’Neil’s U.S. visit cost €3.5m, “he said” – twice…',
  'L’Élysée s’est dit « prêt » à l’œuvre de l’O.N.U.',
  'Über 20.000 Menschen in Saarbrücken, ½ davon aus dem Ausland',
])('western letters are split like all others: “%s”', (text) => {
  const [western] = analyse({ title: text, language: 'en' }, () => undefined).passages;
  const [mixed] = analyse({ title: `${text} Łódź`, language: 'en' }, () => undefined).passages;
  expect([...wordsOf(western), 'Łódź']).toEqual(wordsOf(mixed));
});
