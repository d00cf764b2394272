import { describe, expect, test } from 'vitest';
import type { Card, CardQuote } from '#card/card.ts';
import { type CardTurn, cardTurns } from '#card/card-turns.ts';
import { text } from '#card/phrase-of.ts';

const quote = (words: string): CardQuote => ({ label: [], words, isQuoted: true, source: 1 });
const source = (number: number) => ({ number, outlet: 'World Wire', title: 'Talks', publishedAt: '' });

const card: Card = {
  story: 'R-7K2Q',
  language: 'en',
  zone: 'UTC',
  headline: 'Talks in Norland',
  about: [],
  tone: 'grey',
  status: [text('ONE SIDE SO FAR', 'strong')],
  takenOff: [],
  summary: [{ words: 'They talked.', source: 1 }],
  sides: [
    { name: 'Norland', quotes: [quote('We agreed.')], more: 0 },
    { name: 'Surland', quotes: [], silence: [text('nothing yet')], more: 0 },
  ],
  context: [],
  footer: [[text('1 outlet')]],
  sources: [source(1)],
  reads: [],
  plain: '',
};

const reported = (origins: string) => [text(`REPORTED, ${origins}`, 'strong')];
const turnsTo = (changes: Partial<Card>): readonly string[] =>
  cardTurns(card, { ...card, ...changes }).map(tell);
const tell = ({ kind, who, count, isMaterial }: CardTurn): string =>
  [kind, who, count, isMaterial ? '!' : ''].filter((part) => part !== '' && part !== 0).join(' ');

describe('what changed on a card', () => {
  const [norland, surland] = card.sides;
  if (norland === undefined || surland === undefined) throw new Error('Two sides are on the card.');

  test('a side that speaks for the first time must not be missed, and what it says next may be', () => {
    const spoken = { ...surland, quotes: [quote('Not so fast.')] };
    expect(turnsTo({ sides: [norland, spoken] })).toEqual(['side-spoke Surland 1 !']);
    const longer = { ...norland, quotes: [quote('We agreed.'), quote('Gladly.')] };
    expect(turnsTo({ sides: [longer, surland] })).toEqual(['new-words Norland 1']);
  });

  test('words that give way to others are told as both', () => {
    const others = { ...norland, quotes: [quote('We agreed on much.')] };
    expect(turnsTo({ sides: [others, surland] })).toEqual(['new-words Norland 1', 'words-gone Norland 1']);
    expect(turnsTo({ sides: [{ ...norland, quotes: [] }, surland] })).toEqual(['side-silent Norland !']);
  });

  test('others are heard, and that is nothing one must not miss', () => {
    const others = { name: 'Others', quotes: [quote('Who knows.')], more: 0 };
    expect(turnsTo({ others })).toEqual(['side-spoke Others 1']);
  });

  test('a status is another one by its name, not by its figures', () => {
    expect(
      cardTurns({ ...card, status: reported('one origin') }, { ...card, status: reported('2 origins') }).map(
        tell,
      ),
    ).toEqual(['figures']);
    expect(turnsTo({ tone: 'amber', status: [text('DENIED by Surland', 'strong')] })).toEqual([
      'status DENIED by Surland !',
    ]);
  });

  test('what was taken off comes first', () => {
    const takenOff = [[text('We agreed.', 'struck')]] as const;
    const tone = 'amber';
    const status = [text('CORRECTED ', 'strong')];
    expect(turnsTo({ takenOff, tone, status, sources: [source(1), source(2), source(3)] })).toEqual([
      'taken-off 1 !',
      'status CORRECTED !',
      'reports 2',
    ]);
    expect(turnsTo({ moreSources: 3 })).toContain('reports 3');
  });

  test('a card that became part of another says so', () => {
    expect(turnsTo({ sides: [], footer: [], summary: [] })).toContain('merged !');
  });

  test('headline, summary and missing reports are told; times alone are figures', () => {
    expect(turnsTo({ headline: 'Talks', summary: [], sources: [] })).toEqual([
      'reports-gone 1',
      'headline',
      'summary',
    ]);
    expect(turnsTo({ footer: [[text('2 outlets')]] })).toEqual(['figures']);
  });
});
