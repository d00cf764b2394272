/**
 * What a person typed, as our commands know it, with its ends of lines: without what Slack and its keyboards make of it,
 * without a second "/readout" out of habit.
 */
export const typedWords = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(UNSEEN, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n\s*/gu, '\n')
    .replaceAll(LIKE_A_COLON, ':')
    // Keyboards turn two hyphens into a dash.
    .replaceAll(/(?<=^|\s)[–—](?=\p{L})/gu, '--')
    .trim()
    .replace(/^(?:\/?readout(?=\s|$)\s?)+/i, '')
    .trim()
    .replace(/^\//, '');

/** What stands for a colon between hours and behind the name of an option: in other scripts, and in our own answers. */
const LIKE_A_COLON = /(?<=[\p{Script=Latin}\d])[：∶꞉︓﹕](?=\S)/gu;

/** What a pasted text brings along and nobody sees: a word with it inside would be another word. */
const UNSEEN = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
