import { describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { startComposing } from '#card/composing.ts';
import { firstSince } from '#card/first-since.ts';
import type { View } from '#card/view.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { ContactsBefore } from '#story/contacts-before.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';
import { report, says } from '../story/invented-world.ts';
import { cardOf, dossierOf, english, french, plain } from './dossiers.ts';

const before: ContactsBefore = {
  kind: 'call',
  between: ['berg', 'moran'] as unknown as readonly ActorId[],
  keptSince: '2025-01-01T00:00:00.000Z',
};
const last = { at: '2025-03-03T12:00:00.000Z', shortName: 'R-7K2Q' };

const claiming = report('wire', '15:38', {
  summary: 'It was their first known phone call since September 2022, and it lasted two hours.',
});
const silent = report('courier', '15:40', {
  summary: 'It was a phone call of two hours.',
  title: 'A phone call',
});

/** The dates of a card's lines stand as days. */
const linesOf = ({ context }: Card): readonly string[] =>
  context.map((line) =>
    line.map((piece) => (piece.kind === 'time' ? piece.at.slice(0, 10) : plain([piece]))).join(''),
  );

const contextOf = (reports: readonly ArticleFacts[], known?: ContactsBefore, view: View = english) =>
  linesOf(cardOf({ ...dossierOf(reports), ...(known && { contactsBefore: known }) }, view));

describe('“first since …” on a card', () => {
  test('says what a report says in its words, and what our archive holds, with when that begins', () => {
    expect(contextOf([claiming], before)).toEqual([
      '“first known phone call since September 2022” · reported by World Wire [1]',
      'our archive (from 2025-01-01) holds no earlier phone call between Ana Berg and Ilya Moran',
    ]);
    expect(contextOf([claiming], before, french)).toEqual([
      '“first known phone call since September 2022” · rapporté par World Wire [1]',
      'nos archives (depuis le 2025-01-01) ne contiennent aucun appel antérieur entre Ana Berg et Ilya Moran',
    ]);
  });

  test.each(['Analysis: what the phone call means', 'Opinion | A phone call', 'A phone call: live updates'])(
    'rests on reports: “%s” is none',
    (title) => {
      const other = { ...claiming, article: { ...claiming.article, title } };
      expect(contextOf([other, silent], before)).toEqual([]);
    },
  );

  test('names whom the report has it from', () => {
    const words = claiming.article.summary ?? '';
    const said = says('norland', words, { isQuoted: false, spans: [{ start: 0, end: words.length }] });
    const [line] = contextOf([{ ...claiming, statements: [{ ...said, article: claiming.article.id }] }]);
    expect(line).toBe(
      '“first known phone call since September 2022” · Norland, as reported by World Wire, in its English [1]',
    );
  });

  test('says where our archive holds an earlier one, whatever reports say', () => {
    const expected =
      'in our archive (from 2025-01-01) the last phone call between Ana Berg and Ilya Moran is of 2025-03-03 (R-7K2Q)';
    expect(contextOf([silent], { ...before, last })).toEqual([expected]);
    expect(contextOf([claiming], { ...before, last })[1]).toBe(expected);
    expect(contextOf([silent], { ...before, last }, french)).toEqual([
      'dans nos archives (depuis le 2025-01-01), le dernier appel entre Ana Berg et Ilya Moran est du 2025-03-03 (R-7K2Q)',
    ]);
  });

  test('gives no beginning where the earlier one is from before it', () => {
    const old = { ...last, at: '2024-03-03T12:00:00.000Z' };
    expect(contextOf([silent], { ...before, last: old })).toEqual([
      'in our archive the last phone call between Ana Berg and Ilya Moran is of 2024-03-03 (R-7K2Q)',
    ]);
  });

  test('is not there where nobody says it and the archive holds nothing', () => {
    expect(contextOf([silent], before)).toEqual([]);
    expect(contextOf([silent])).toEqual([]);
  });
});

function claimed(title: string, language = 'en'): string | undefined {
  const one = report('wire', '15:38', { title, language });
  const composing = startComposing(dossierOf([one]), english, {
    lexicon: smallLexicon,
    detect: () => language,
  });
  return firstSince(composing, { lexicon: smallLexicon, detect: () => language })?.words;
}

describe('what a report calls the first since', () => {
  test.each([
    ['Berg and Moran speak by phone for first time since 2022, Norland says', 'first time since 2022'],
    ['The phone call was the first since the truce as fighting goes on', 'first since the truce'],
    [
      'In their first phone call in almost three years they spoke of grain',
      'first phone call in almost three years',
    ],
    [
      'Their first phone call since talks broke down in Port Nord',
      'first phone call since talks broke down in Port Nord',
    ],
    ['They spoke by phone for the first time since 2022 a joint text was agreed', 'first time since 2022'],
    ['They spoke by phone, and the first harvest since 2022 is in', undefined],
    ['They spoke by phone for the first time', undefined],
    ['First, they spoke by phone; since then all is quiet', undefined],
    ['It was the first harvest since 2022. They spoke by phone', undefined],
  ])('is read from “%s”', (title, words) => {
    expect(claimed(title)).toBe(words);
  });

  test.each([
    [
      'fr',
      'Premier appel téléphonique entre Berg et Moran depuis septembre 2022, selon Norlande',
      'Premier appel téléphonique entre Berg et Moran depuis septembre 2022',
    ],
    ['fr', 'Un appel téléphonique pour la première fois en trois ans', 'première fois en trois ans'],
    [
      'ru',
      'Берг и Моран впервые с сентября 2022 года поговорили по телефону',
      'впервые с сентября 2022 года',
    ],
    [
      'ru',
      'Состоялся первый телефонный разговор Берг и Морана за три года',
      'первый телефонный разговор Берг и Морана за три года',
    ],
  ])('is read in %s from “%s”', (language, title, words) => {
    expect(claimed(title, language)).toBe(words);
  });
});
