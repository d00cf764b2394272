/** What shows nothing, but could hide a word or turn a line around: zero-width characters, soft hyphen, bidi marks. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/** Text of others as it may be shown: one line, and nothing in it that a reader would not see. */
export const visibleText = (text: string): string =>
  text.toWellFormed().replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').normalize('NFC');

/**
 * Text of others inside mrkdwn. Slack asks to escape these three and nothing else ("Formatting message text"); without
 * them no mention, channel, date or link can be written.
 */
export const escapeMrkdwn = (text: string): string =>
  visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
