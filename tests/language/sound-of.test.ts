import { expect, test } from 'vitest';
import { foldWord } from '#language/fold-word.ts';
import { soundOf } from '#language/sound-of.ts';

const soundOfWord = (word: string): string | undefined => soundOf(foldWord(word));

test.each([
  ['Poděbrady', 'Подебрады'],
  ['Domodedovo', 'Домодедово'],
  ['Abramovich', 'Абрамович'],
  ['Nawalny', 'Навальный'],
  ['Kakhovka', 'Каховка'],
  ['Sevmash', 'Севмаш'],
  ['Zaporizhzhia', 'Запоріжжя'],
  ['Mitsotakis', 'Μητσοτάκης'],
])('%s and %s sound alike', (latin, other) => {
  expect(soundOfWord(latin)).toBeDefined();
  expect(soundOfWord(other)).toBe(soundOfWord(latin));
});

test.each([
  ['Kherson', 'Персона'],
  ['Marina', 'Малина'],
  ['Salisbury', 'Сибирь'],
])('%s and %s do not', (latin, other) => {
  expect(soundOfWord(other)).not.toBe(soundOfWord(latin));
});

test.each(['Bucha', 'Буча', 'Rome', 'Рим', 'غزة', '北京', 'B52', ''])('“%s” tells no sound', (word) => {
  expect(soundOfWord(word)).toBeUndefined();
});
