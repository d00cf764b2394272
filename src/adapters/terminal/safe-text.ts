/** C0 and C1 controls, line and paragraph separators, and marks that turn the reading direction. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The text with nothing in it that a terminal would obey: white space becomes a space, every other control character
 * is spelt out, so that a feed cannot move the cursor, colour lines or write the window's title.
 */
export const safeText = (text: string): string =>
  text.replaceAll(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').replaceAll(UNSAFE, spelt);

const spelt = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
