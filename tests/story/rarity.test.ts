import { expect, test } from 'vitest';
import { Rarity } from '#story/rarity.ts';

const features = (words: string): ReadonlyMap<string, number> =>
  new Map(words.split(' ').map((word, place) => [`term ${word}`, 1 + place / 10]));

const STORM = 'storm harbour ferry lindholm';
const SEARCH = 'ferry lindholm diver hull';
const OPERA = 'opera gala tenor';

function holding(texts: readonly string[]) {
  const rarity = new Rarity();
  const held = texts.map((words) => ({ weights: rarity.add(features(words)), measured: undefined }));
  return { rarity, held };
}

test('what two have in common counts the more the rarer it is', () => {
  const { rarity, held } = holding([STORM, SEARCH, OPERA, 'storm opera', 'storm gala']);
  const [storm, search, opera] = held;
  if (!storm || !search || !opera) throw new Error('Three are held.');
  expect(rarity.likeness(storm, storm)).toBeCloseTo(1);
  expect(rarity.likeness(storm, search)).toBeGreaterThan(0.3);
  expect(rarity.likeness(storm, opera)).toBe(0);
  expect(rarity.of(rarity.numberOf('term storm'))).toBeLessThan(rarity.of(rarity.numberOf('term hull')));
});

test('one beside many is as alike to each as the two alone, whatever is known of its words', () => {
  const { rarity, held } = holding([STORM, SEARCH, OPERA]);
  const arriving = ['ferry diver', `${STORM} unheard`, 'unheard of', OPERA].map((words) =>
    rarity.measure(features(words)),
  );
  for (const one of arriving) {
    const likenessTo = rarity.likenessTo(one);
    for (const other of held) expect(likenessTo(other)).toBeCloseTo(rarity.likeness(one, other), 12);
  }
});
