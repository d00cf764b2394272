/** "(World Wire)", "[Photo: …]": all of it between brackets. */
const BRACKETED = /^[([].*[)\]][.\s]*$/su;
/** Writing that tells capitals from small letters. */
const CASED = /\p{Lu}/u;
/** A word of three or more small letters: a sentence of names alone has none. */
const SMALL_WORD = /(?<![\p{L}\p{M}])\p{Ll}[\p{Ll}\p{M}'’-]{2,}/u;

/** Whether a sentence only says whose report it is: "World Wire", "By Ana Lund in Oslo", "(Reporting by …)". */
export function isCredit(sentence: string): boolean {
  const words = sentence.trim();
  return BRACKETED.test(words) || (CASED.test(words) && !SMALL_WORD.test(words));
}
