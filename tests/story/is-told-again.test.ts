import { expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import { isToldAgain } from '#story/is-told-again.ts';

/** The event is what stands in brackets. */
function isAgain(sentence: string, language: string): boolean {
  const { passages } = analyse({ title: sentence.replaceAll(/[[\]]/g, ''), language }, () => undefined);
  const words = passages.flatMap(({ sentences }) => sentences.flatMap((one) => one.words));
  const place = words.findIndex(({ text }) => text === /\[(.+)\]/u.exec(sentence)?.[1]);
  return isToldAgain(words, { firstWord: place, lastWord: place });
}

test.each([
  ['en', 'The two presidents [speak] again'],
  ['en', 'A second [call] of the day'],
  ['en', 'They held another phone [call]'],
  ['en', 'They [spoke] for the third time'],
  ['fr', 'Ils se [parlent] de nouveau'],
  ['fr', 'Ils se sont à nouveau [entretenus]'],
  ['fr', 'Un deuxième [appel] en un jour'],
  ['ru', 'Президенты снова [поговорили]'],
  ['ru', 'Третий [разговор] за неделю'],
  ['ru', 'Они [поговорили] во второй раз'],
])('one more of its kind is told (%s: %s)', (language, sentence) => {
  expect(isAgain(sentence, language)).toBe(true);
});

test.each([
  ['en', 'The two presidents [speak] by phone'],
  ['en', 'They [spoke] after the second round of the vote'],
  ['en', 'They [spoke] about grain and said that trade must never stop again'],
  ['fr', 'Le nouveau président a [parlé]'],
  ['ru', 'Президенты [поговорили] по телефону'],
])('nothing of the kind is told (%s: %s)', (language, sentence) => {
  expect(isAgain(sentence, language)).toBe(false);
});
