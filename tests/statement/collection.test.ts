import { describe, expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import {
  isRight,
  listen,
  missesIn,
  type Outcome,
  readTold,
  spansOf,
  unreadFiles,
  wrongSides,
} from './collection.ts';

/**
 * What the rules reached when last measured, rounded down; the aim is a precision of .90 and a recall of .75. Of the
 * first set P .828 and R .697 were read before any rule was changed for it, three words under a wrong side; of the later
 * set, when it was new, P .957 and R .846, none under a wrong side.
 */
const LEAST = { precision: 0.95, recall: 0.91 };

const { lexicon } = readConfig({});
const outcomes = readTold().map((told) => listen(told, lexicon));

describe('the collection of statements', () => {
  test('holds fifty statements in each of three languages, each with words of its text', () => {
    expect(unreadFiles()).toEqual([]);
    for (const [language, group] of byLanguage()) {
      expect(group.flatMap(({ told }) => told.says).length, language).toBeGreaterThanOrEqual(50);
    }
    for (const { told } of outcomes) {
      for (const { who, words } of told.says) {
        expect(told.text).toContain(who);
        expect(spansOf(words, told.text).length).toBeGreaterThan(0);
      }
    }
  });

  test('is told by the right speaker, for the right side, in the right words', async ({ annotate }) => {
    await annotate(tableOfFigures());
    expect(precisionOf(outcomes), tableOfFigures()).toBeGreaterThanOrEqual(LEAST.precision);
    expect(recallOf(outcomes), tableOfFigures()).toBeGreaterThanOrEqual(LEAST.recall);
  });

  test('puts nothing under a side that did not say it', () => {
    expect(outcomes.flatMap(wrongSides)).toEqual([]);
  });

  test('keeps who is told to have said it first', () => {
    const nested = outcomes.filter(({ told }) => told.says.some(({ inner }) => inner !== undefined));
    const unheard = nested.filter(
      ({ told, attributions }) =>
        !told.says.every(({ inner }) => attributions.some(({ innerSpeaker }) => innerSpeaker === inner)),
    );
    expect(nested.length).toBeGreaterThan(5);
    expect(unheard.map(({ told }) => told.text)).toEqual([]);
  });

  // After a change that was meant: `vitest run tests/statement/collection.test.ts -u`, then read the difference.
  test('is misheard only where known, and a mended miss is taken off the list', async () => {
    const misses = outcomes.flatMap(missesIn);
    await expect(`${misses.join('\n')}\n`).toMatchFileSnapshot('../fixtures/statements/known-misses.txt');
  });
});

function byLanguage(): ReadonlyMap<string, readonly Outcome[]> {
  return Map.groupBy(outcomes, ({ told }) => told.language);
}

const rightIn = (group: readonly Outcome[]): number =>
  group.flatMap(({ told, answers }) => told.says.filter((said, at) => isRight(said, answers[at]))).length;

const precisionOf = (group: readonly Outcome[]): number =>
  rightIn(group) / Math.max(1, group.flatMap(({ found }) => found).length);

const recallOf = (group: readonly Outcome[]): number =>
  rightIn(group) / Math.max(1, group.flatMap(({ told }) => told.says).length);

function tableOfFigures(): string {
  const rows = [
    ...byLanguage(),
    ...Map.groupBy(outcomes, ({ told }) => (told.isLater ? 'later set' : 'first set')),
    ...Map.groupBy(outcomes, ({ told }) => told.class),
    ['all', outcomes] as const,
  ];
  return rows
    .map(
      ([name, group]) =>
        `${name.padEnd(16)}${String(group.flatMap(({ told }) => told.says).length).padStart(4)}  P ${precisionOf(group).toFixed(3)}  R ${recallOf(group).toFixed(3)}`,
    )
    .join('\n');
}
