/** What shows nothing, but could hide a word or turn a line around: zero-width characters, soft hyphen, bidi marks. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Slack has no escape for what makes words bold, struck or code. Rich text would need none, but takes no place in fields
 * and small print: there a character that looks the same and means nothing to Slack stands for each, one unit for one.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  ':': '꞉',
  '>': '˃',
};
const MARKS = /[*_~`]/g;
/** The colon that would begin an emoji by its name, such as :rotating_light: */
const EMOJI_START = /:(?=[^\s:]+:)/gu;
/** At the start of a line Slack makes a quotation of it, escaped or not. */
const QUOTE_START = /^(\s*)&gt;/gmu;

const lookalike = (mark: string): string => LOOKALIKES[mark] ?? mark;

/** Text of others as it may be shown: one line, and nothing in it that a reader would not see. */
export const visibleText = (text: string): string =>
  text.toWellFormed().replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').normalize('NFC');

/**
 * Text of others inside mrkdwn: no mention, channel, date or link can be written with it, and no mark of ours. It may
 * still begin a quotation, where it begins a line: see `withoutQuotation`.
 */
export const escapeMrkdwn = (text: string): string =>
  escapeControls(text).replaceAll(MARKS, lookalike).replaceAll(EMOJI_START, lookalike);

/** Text of others between backticks, where Slack reads no other mark: what is to be typed stays as it is typed. */
export const escapeCode = (text: string): string => escapeControls(text).replaceAll('`', lookalike);

/** Lines of mrkdwn, none of which begins a quotation: we write none of our own. Never longer than before. */
export const withoutQuotation = (lines: string): string =>
  lines.replaceAll(QUOTE_START, (_start, space: string) => `${space}${lookalike('>')}`);

/** Slack asks to escape these three and nothing else ("Formatting message text"). */
const escapeControls = (text: string): string =>
  visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
