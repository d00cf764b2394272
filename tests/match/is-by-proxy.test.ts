import { describe, expect, test } from 'vitest';
import { splitWords } from '#language/split-words.ts';
import { isByProxy } from '#match/is-by-proxy.ts';

function isNamedByProxy(text: string, name: string, language: string): boolean {
  const words = splitWords(text, language);
  const at = words.findIndex((word) => word.text.includes(name));
  expect(at).toBeGreaterThanOrEqual(0);
  return isByProxy({ firstWord: at, lastWord: at }, { words, text }, language);
}

describe('somebody is named only by who works for them', () => {
  test.each([
    ['Le Drian, envoyé spécial de Macron, au Liban', 'Macron', 'fr'],
    ["Macron's foreign minister visits Oman", 'Macron', 'en'],
    ["Trump's ambassador to Oman is here", 'Trump', 'en'],
    ['Trump administration officials meet envoys', 'Trump', 'en'],
    ['Помощник Макрона посетил Оман', 'Макрона', 'ru'],
    ['A meeting with pro-Trump senators', 'Trump', 'en'],
    ['A meeting with anti-Trump voters', 'Trump', 'en'],
  ])('in “%s”', (text, name, language) => {
    expect(isNamedByProxy(text, name, language)).toBe(true);
  });

  test.each([
    ['Macron, ministers and the king meet', 'Macron', 'en'],
    ['Foreign minister Lavrov visits Oman', 'Lavrov', 'en'],
    ['Macron visits Oman', 'Macron', 'en'],
    ['Visite spéciale de Macron à Oman', 'Macron', 'fr'],
  ])('and not in “%s”', (text, name, language) => {
    expect(isNamedByProxy(text, name, language)).toBe(false);
  });
});
