/** Control characters other than tab and line feed; a carriage return is handled with the line ends. */
const CONTROLS = /[\p{Cc}--[\t\n]]/gv;
/** Characters that show nothing: zero-width space, word joiner, byte-order mark, soft hyphen, bidi marks, Hangul fillers, tags. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;
/** Joiners spell words in Persian and emoji; inside an alphabetic word they only hide it from a reader. */
const HIDDEN_JOINERS = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\u200c\u200d]+/gu;

/**
 * The text as it is stored and shown: NFC, well-formed, line ends as `\n`, no control characters and nothing
 * invisible that could hide a name or turn a line around. White space is kept, outer white space is not.
 */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(HIDDEN_JOINERS, '')
    .trim();
}
