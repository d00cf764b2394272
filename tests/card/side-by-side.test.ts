import { describe, expect, test } from 'vitest';
import type { Article } from '#article/article.ts';
import type { Card } from '#card/card.ts';
import type { View } from '#card/view.ts';
import { report, says } from '../story/invented-world.ts';
import { cardOf, dossierOf, english, french, plain } from './dossiers.ts';

/** A side's own text of these sentences, all its own words. */
const own = (
  of: 'norland' | 'surland',
  at: string,
  sentences: readonly string[],
  more: Partial<Article> = {},
) =>
  report(of === 'norland' ? 'north' : 'south', at, {
    title: 'A phone call',
    language: 'en',
    text: sentences.join(' '),
    isFullText: true,
    said: sentences.map((words) => says(of, words, { hand: 'own', isQuoted: false, language: 'en' })),
    ...more,
  });

const NORTH = [
  'The two talked at length and in a good spirit of the harbour that both want to build by the sea.',
  'They talked of the bridge as well, for which both sides have found the money that was missing so far.',
  'The President wants a truce.',
  'Ships from Bay must come home.',
];
const SOUTH = [
  'Both presidents were glad of the talk and will speak again as soon as the weather in the hills allows it.',
  'It was the first talk of the year, and a long one, with more to come on many matters of the two countries.',
  'A truce needs guarantees.',
];

const rowsOf = (card: Card): readonly string[] =>
  (card.rows ?? []).map(({ subject, cells }) =>
    [
      subject,
      ...cells.map(
        ({ side, words = '', source, phrase }) =>
          `${side}: ${words}${source === undefined ? '' : ` [${source}]`}${plain(phrase)}`,
      ),
    ].join(' · '),
  );

function rows(north: readonly string[], south: readonly string[], view: View = english) {
  return rowsOf(cardOf(dossierOf([own('norland', '15:55', north), own('surland', '16:40', south)]), view));
}

describe('side by side', () => {
  test('stand the sentences of both own texts on one subject, with their sources', () => {
    expect(rows(NORTH, SOUTH)).toEqual([
      'Ceasefire · Norland: The President wants a truce. [1] · Surland: A truce needs guarantees. [2]',
    ]);
    expect(rows(NORTH, SOUTH, french)[0]).toBe(
      'Cessez-le-feu · Norlande: The President wants a truce. [1] · Surlande: A truce needs guarantees. [2]',
    );
  });

  test('a sentence that stands under its side is not shown again', () => {
    const [row] = rows(['The President wants a truce.'], SOUTH);
    expect(row).toBe('Ceasefire · Norland: quoted above · Surland: A truce needs guarantees. [2]');
    expect(rows(['The President wants a truce.'], SOUTH, french)[0]).toContain('Norlande: cité plus haut');
  });

  test('what one side comes back to has a row where the other’s whole text has nothing on it', () => {
    const north = [...NORTH, 'The people of Bay wait for them.'];
    expect(rows(north, SOUTH)[1]).toBe(
      'Bay · Norland: The people of Bay wait for them. [1] · Surland: no sentence on it found in its text [2] (read 16:43)',
    );
  });

  test('what a side names once, or the other names anywhere, is nothing that one is silent on', () => {
    expect(rows(NORTH, SOUTH)).toHaveLength(1);
    const north = [...NORTH, 'The people of Bay wait for them.'];
    const dossier = dossierOf([
      own('norland', '15:55', north),
      own('surland', '16:40', SOUTH, { text: `${SOUTH.join(' ')} A guest from Bay was there.` }),
    ]);
    expect(rowsOf(cardOf(dossier))).toHaveLength(1);
  });

  test('is not there where a text is not stored in full, is missing, or they share no subject', () => {
    const north = own('norland', '15:55', NORTH);
    const south = own('surland', '16:40', SOUTH);
    const lead = own('surland', '16:40', SOUTH, { isFullText: false });
    expect(cardOf(dossierOf([north, lead])).rows).toBeUndefined();
    expect(cardOf(dossierOf([north])).rows).toBeUndefined();
    expect(cardOf(dossierOf([north, south])).rows).toHaveLength(1);
    expect(rows(NORTH, SOUTH.slice(0, 2))).toEqual([]);
  });

  test('has three rows at most', () => {
    const on = ['Norland wants a truce.', 'Ships from Bay must come home.'];
    expect(rows([...NORTH, ...on], [...SOUTH, ...on]).length).toBeLessThanOrEqual(3);
  });
});
