/** White space that would begin a new line, and runs of spaces. A no-break space stays: it places a caret. */
const SPACES = /[\t\n\v\f\r\u2028\u2029 ]+/g;

/** Controls, invisible characters, and marks that turn the reading direction. Joiners stay: Persian is written with them. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** The text of others in one line, with nothing in it that is not seen. */
export const cleanLine = (text: string): string =>
  text.toWellFormed().normalize('NFC').replaceAll(SPACES, ' ').replaceAll(UNSEEN, '');
