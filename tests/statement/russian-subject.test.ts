import { expect, test } from 'vitest';
import { findAttributions } from '#statement/find-attributions.ts';
import { FREEDONIA, LEXICON, read, SYLVANIA } from './invented-world.ts';

test.each([
  ['Торвену в Белой башне сказали: «Соглашайтесь».', [FREEDONIA]],
  ['В Белой башне Торвену сообщили, что визита не будет.', [FREEDONIA]],
  ['Президенту Торвену в Белой башне ответили, что визита не будет.', [FREEDONIA]],
  ['«Мы готовы», — ответили Торвену в Белой башне.', [FREEDONIA]],
  ['«Мы готовы», — ответил Торвену Миральда.', [FREEDONIA]],
  ['Торвен Миральде сказал, что визита не будет.', [SYLVANIA]],
  ['Миральде Торвен сказал, что визита не будет.', [SYLVANIA]],
  ['В Белой башне Миральда и Торвен заявили, что визит состоится.', [FREEDONIA, SYLVANIA]],
  ['В пятницу Торвен заявил, что визит состоится.', [SYLVANIA]],
  ['Миральда и Торвен в Белой башне заявили, что визит состоится.', [FREEDONIA, SYLVANIA]],
])('hears who speaks and not who is spoken to: %s', (text, sides) => {
  expect(sidesIn(text)).toEqual(sides);
});

test.each([
  'Торвену передали от Миральды, что визита не будет.',
  'Торвену сообщили, что визита не будет.',
  '«Мы готовы», — ответили Торвену.',
  'Президенту Торвену сообщили, что визита не будет.',
  'Торвен передали, что визита не будет.',
])('lets nobody speak where the only name is no subject: %s', (text) => {
  expect(sidesIn(text)).toEqual([]);
});

function sidesIn(text: string) {
  return findAttributions(read({ text, language: 'ru' }), LEXICON).flatMap(({ sides }) => sides);
}
