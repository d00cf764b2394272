import { describe, expect, test } from 'vitest';
import { quotedFragments } from '#story/quoted-fragments.ts';
import { says } from './invented-world.ts';

/** What the north is reported to have said: demo wording, nobody's statement. */
const reported = (words: string, language: string) => ({
  ...says('norland', words, { isQuoted: false }),
  language,
});

describe('words between marks in a report', () => {
  test.each([
    ['the talk was “long and useful”', 'en', ['long and useful']],
    ['l’échange avait été « long et utile »', 'fr', ['long et utile']],
    ['разговор был «долгим и полезным»', 'ru', ['долгим и полезным']],
  ])('are the speaker’s own: %s', (words, language, fragments) => {
    expect(quotedFragments(reported(words, language)).map((one) => one.trim())).toEqual(fragments);
  });

  test.each([
    ['Moran told him: “I want a bridge”', 'en'],
    ['Moran had said “we want a bridge”', 'en'],
    ['Moran lui a dit : « Je veux un pont »', 'fr'],
    ['Moran avait déclaré vouloir « un pont neuf »', 'fr'],
    ['Моран сказал ей: «Я хочу мост»', 'ru'],
    ['Моран заявил о «новом мосте»', 'ru'],
  ])('are not where it gives them to a third: %s', (words, language) => {
    expect(quotedFragments(reported(words, language))).toEqual([]);
  });
});
