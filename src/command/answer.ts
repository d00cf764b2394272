import { withButtons } from '#command/button/button-commands.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { type Found, findCommand } from '#command/find-command.ts';
import type { FaultReport } from '#command/own-up-to.ts';
import { refuseWords } from '#command/refuse-words.ts';
import { runCommand } from '#command/run-command.ts';
import { watchesToChoose } from '#command/watch/choose-watch.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** Who asks, and where; the options come with what is asked. */
export type Asking = Omit<Ask, 'options'>;

/** Answers words as they were typed, whatever they are. */
export function answer(
  typed: readonly string[],
  { ask, commands }: { readonly ask: Asking; readonly commands: readonly Command[] },
  desk: Desk,
  report: FaultReport,
): Promise<Reply> {
  return answerFound(
    { found: findCommand(typed, withButtons(commands)), typed: typed.join(' ') },
    ask,
    desk,
    report,
  );
}

/** Answers what was found in the words somebody `typed`. */
export async function answerFound(
  { found, typed }: { readonly found: Found; readonly typed: string },
  asking: Asking,
  desk: Desk,
  report: FaultReport,
): Promise<Reply> {
  const ask = { ...asking, options: {} };
  if (found.kind === 'command')
    return runCommand(found.command, { ...ask, options: found.options }, desk, report);

  const reply = refuseWords(found, { typed, platform: asking.channel.platform }, await wordsFor(ask, desk));
  if (found.kind !== 'missing' || found.option.suggests !== 'watches') return reply;
  return {
    ...reply,
    actions: await watchesToChoose(found.command, { ...ask, options: found.options }, desk),
  };
}
