import type { ChannelRef } from '#channel/channel.ts';
import type { Desk, Reply } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { replyWordsIn, wordsFor } from '#command/words/words-for.ts';
import type { Log } from '#kernel/log.ts';

/** Crockford's digits: none is taken for another when it is read aloud. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Where faults are told to the operator; `random` is from 0 up to 1 and makes the number that people can quote. */
export type FaultReport = { readonly log: Log; readonly random: () => number };

/** What was asked, where and by whom: `language` is the reader's own. */
type Failed = { readonly command: string; readonly channel: ChannelRef; readonly language?: string };

/** Tells the person that a fault is ours, with a number under which the operator finds it in the log. */
export async function ownUpTo(
  fault: unknown,
  { command, channel, language }: Failed,
  desk: Desk,
  { log, random }: FaultReport,
): Promise<Reply> {
  const error = errorId(random);
  log.error('command.failed', { command, error, channel: channel.id }, fault);
  const words = await wordsAfterFault({ channel, ...(language !== undefined && { language }) }, desk);
  return { kind: 'refused', lines: [words.ourFault(error)] };
}

/** A number that people can quote, under which the operator finds the line in the log. */
export const errorId = (random: () => number): string =>
  `E-${Array.from({ length: 3 }, () => DIGITS[Math.floor(random() * DIGITS.length)]).join('')}`;

/** The ledger may be what failed. */
async function wordsAfterFault(
  reader: { readonly channel: ChannelRef; readonly language?: string },
  desk: Desk,
): Promise<ReplyWords> {
  try {
    return await wordsFor(reader, desk);
  } catch {
    return replyWordsIn(reader.language === undefined ? [] : [reader.language]);
  }
}
