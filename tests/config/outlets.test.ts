import { expect, test } from 'vitest';
import type { Problem } from '#config/problem.ts';
import { readCatalogue } from '#config/read-catalogue.ts';
import { tableReader } from '#config/table-reader.ts';

const problems: Problem[] = [];
const complain = (problem: Problem): void => void problems.push(problem);
const catalogue = readCatalogue(tableReader('config', complain), undefined, complain);

test('the catalogue of feeds can be read without a problem', () => {
  expect(problems).toEqual([]);
  expect(catalogue?.outlets.length).toBeGreaterThanOrEqual(60);
});

test('an outlet has a voice of its own exactly where it is official', () => {
  const odd = catalogue?.outlets.filter(
    ({ kind, voiceOf }) => (kind === 'official') !== (voiceOf !== undefined),
  );
  expect(odd?.map(({ id }) => id)).toEqual([]);
});

test('why we call an outlet controlled by a state is said in French too', () => {
  const untold = catalogue?.outlets.filter(
    ({ stateControlled }) => stateControlled && !stateControlled['fr'],
  );
  expect(untold?.map(({ id }) => id)).toEqual([]);
});

test('every government’s own outlet is named as controlled by its state', () => {
  const unnamed = catalogue?.outlets.filter(
    ({ kind, country, stateControlled }) => kind === 'official' && country && !stateControlled,
  );
  expect(unnamed?.map(({ id }) => id)).toEqual([]);
});
