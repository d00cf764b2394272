const LATIN = 'AaBCcEeHIiJjKMOoPpSsTXxy';
const CYRILLIC = 'АаВСсЕеНІіЈјКМОоРрЅѕТХху';

const toLatin = new Map(Array.from(CYRILLIC, (letter, index) => [letter, LATIN[index] ?? letter]));
const toCyrillic = new Map(Array.from(LATIN, (letter, index) => [letter, CYRILLIC[index] ?? letter]));

/**
 * The text with each word in one script: a letter of the other script that only looks like one of the word's own is
 * taken for it. A word whose strange letters have no such twin is left as it is.
 */
export const oneScript = (text: string): string =>
  text.replace(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu, inOneScript);

function inOneScript(word: string): string {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin === 0 || latin === word.length) return word;
  const isLatin = latin >= word.length - latin;
  const own = isLatin ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
  const twins = isLatin ? toLatin : toCyrillic;
  const letters = Array.from(word, (letter) => (own.test(letter) ? letter : twins.get(letter)));
  return letters.includes(undefined) ? word : letters.join('');
}
