import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import type { ReplyWords } from '#command/reply-words.ts';
import { replyWordsIn, wordsFor } from '#command/words-for.ts';
import type { Log } from '#kernel/log.ts';

/** Crockford's digits: none is taken for another when it is read aloud. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Where faults are told to the operator; `random` is from 0 up to 1 and makes the number that people can quote. */
export type FaultReport = { readonly log: Log; readonly random: () => number };

/**
 * Runs a command. The border where its fault is caught: commands change things in one transaction, as the last thing
 * they do, so that nothing was changed when one fails.
 */
export async function runCommand(
  command: Command,
  ask: Ask,
  desk: Desk,
  report: FaultReport,
): Promise<Reply> {
  try {
    return await command.run(ask, desk);
  } catch (fault) {
    const error = errorId(report.random);
    report.log.error(
      'command.failed',
      { command: command.path.join(' '), error, channel: ask.channel.id },
      fault,
    );
    const words = await wordsAfterFault(ask, desk);
    return { kind: 'refused', lines: [words.ourFault(error)] };
  }
}

const errorId = (random: () => number): string =>
  `E-${Array.from({ length: 3 }, () => DIGITS[Math.floor(random() * DIGITS.length)]).join('')}`;

/** The ledger may be what failed. */
async function wordsAfterFault(ask: Ask, desk: Desk): Promise<ReplyWords> {
  try {
    return await wordsFor(ask, desk);
  } catch {
    return replyWordsIn([]);
  }
}
