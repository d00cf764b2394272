import { describe, expect, test } from 'vitest';
import { distinctNames } from '#feed/distinct-name.ts';

const nameOf = distinctNames([
  { name: 'The Palace' },
  { name: 'World Wire' },
  { name: 'Le Héron' },
  { name: 'Zed' },
]);
const named = (name: string): string => nameOf({ name, url: 'https://www.blog.example/feed' });

describe('the name of a feed that people add', () => {
  test.each([
    ['the name itself', 'The Palace'],
    ['in other letters', 'THE  PALACE'],
    ['without its article', 'Palace'],
    ['in one word', 'WorldWire'],
    ['without accents', 'le heron'],
    ['with words around it', 'World Wire – Top Stories'],
    ['with a letter of another alphabet', 'The Pаlace'],
    ['with a figure for a letter', 'W0rld Wire'],
    ['with an invisible letter', 'The Pal\u200bace'],
    ['with a letter more', 'World Wires'],
    ['with a letter left out', 'Wold Wire'],
    ['with letters swapped', 'World Wrie'],
    ['with a claim behind it', 'The Palace (official)'],
  ])('is told from an outlet of everyone: %s', (_what, name) => {
    expect(named(name)).toBe(`${name} (blog.example)`);
  });

  test.each(['Harbour News', 'The Wire of the Coast', 'Red', 'Palaces of the North', 'Вестник'])(
    'stays as it is where nobody mistakes it: %s',
    (name) => {
      expect(named(name)).toBe(name);
    },
  );

  test('may be its host', () => {
    const url = 'https://www.palace.example/feed';
    expect(nameOf({ name: 'www.palace.example', url })).toBe('www.palace.example');
  });

  test('is told apart once', () => {
    expect(named(named('The Palace'))).toBe('The Palace (blog.example)');
  });
});
