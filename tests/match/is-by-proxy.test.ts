import { describe, expect, test } from 'vitest';
import { splitWords } from '#language/split-words.ts';
import { isByProxy, isWorkplace } from '#match/is-by-proxy.ts';

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
    ['The head of the Office of the President of Romania is here', 'President', 'en'],
    ['Le directeur du bureau du président roumain', 'président', 'fr'],
    ['Администрация президента Румынии', 'президента', 'ru'],
    ['Заступник керівника офісу президента Румунії', 'президента', 'uk'],
    ['A meeting with anti-Trump voters', 'Trump', 'en'],
  ])('in “%s”', (text, name, language) => {
    expect(isNamedByProxy(text, name, language)).toBe(true);
  });

  test.each([
    ['Macron, ministers and the king meet', 'Macron', 'en'],
    ['Foreign minister Lavrov visits Oman', 'Lavrov', 'en'],
    ['Macron visits Oman', 'Macron', 'en'],
    ['Macron heads to Oman', 'Macron', 'en'],
    ["Macron's office says he spoke with Oman", 'Macron', 'en'],
    ['Visite spéciale de Macron à Oman', 'Macron', 'fr'],
  ])('and not in “%s”', (text, name, language) => {
    expect(isNamedByProxy(text, name, language)).toBe(false);
  });
});

function isNamedAsWorkplace(text: string, name: string, language: string): boolean {
  const words = splitWords(text, language);
  const at = words.findIndex((word) => word.text.includes(name));
  return isWorkplace({ firstWord: at, lastWord: at }, { words }, language);
}

describe('an office is named only as where somebody works', () => {
  test.each([
    ['The Deputy Head of the Presidency spoke with Oman', 'Presidency', 'en'],
    ['An adviser to the Kremlin is here', 'Kremlin', 'en'],
    ['The executive vice president of the Commission', 'Commission', 'en'],
    ['Le secrétaire général de l’Élysée', 'Élysée', 'fr'],
    ['Заместитель главы Кремля', 'Кремля', 'ru'],
    ['Керівник Офісу', 'Офісу', 'uk'],
  ])('in “%s”', (text, name, language) => {
    expect(isNamedAsWorkplace(text, name, language)).toBe(true);
  });

  test.each([
    ['The Kremlin spoke with Oman', 'Kremlin', 'en'],
    ['In talks with the Presidency, Oman said', 'Presidency', 'en'],
    ['L’Élysée a appelé Oman', 'Élysée', 'fr'],
  ])('and not in “%s”', (text, name, language) => {
    expect(isNamedAsWorkplace(text, name, language)).toBe(false);
  });
});
