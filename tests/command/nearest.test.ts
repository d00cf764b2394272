import { expect, test } from 'vitest';
import { nearest } from '#command/nearest.ts';

const known = ['Harbour Gazette', 'Harbour News', 'The Courier', 'Le Courrier', 'Zed'].map((name) => ({
  value: name,
  label: name,
  names: [name],
}));
const labels = (written: string) => nearest(written, known).map(({ label }) => label);

test.each([
  ['Harbour Gazete', ['Harbour Gazette']],
  ['harbour', ['Harbour Gazette', 'Harbour News']],
  ['Courier', ['The Courier', 'Le Courrier']],
  ['Courrier', ['Le Courrier', 'The Courier']],
  ['Zad', ['Zed']],
  ['Ze', ['Zed']],
  ['Lighthouse', []],
  [' ', []],
])('“%s” is nearest to %j', (written, expected) => {
  expect(labels(written)).toEqual(expected);
});

test('what is called in several ways counts once, by the likest', () => {
  const twice = [{ value: 'a', label: 'Alpha', names: ['Omega', 'Alpa'] }, ...known];
  expect(nearest('Alpa', [...twice, ...twice]).map(({ value }) => value)).toEqual(['a']);
});
