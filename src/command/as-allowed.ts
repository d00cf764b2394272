import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { errorId, type FaultReport } from '#command/own-up-to.ts';
import type { Rights } from '#command/rights.ts';
import { proposalOf } from '#command/watch/propose-topic.ts';
import { say } from '#command/words/say.ts';
import { wordsFor } from '#command/words/words-for.ts';

/**
 * The commands as somebody with these rights has them: one that they may not use refuses, and says who may. Whoever may
 * write in the channel, and look, can propose there what they may not change.
 */
export const asAllowed = (
  commands: readonly Command[],
  rights: Rights & { readonly mayWrite?: boolean },
  report: FaultReport,
): readonly Command[] =>
  commands.map((command) =>
    isAllowed(command, rights)
      ? command
      : refusing(command, { mayPropose: rights.mayLook && rights.mayWrite === true }, report),
  );

const isAllowed = ({ isChanging, isForAnyone }: Command, { mayLook, mayChange }: Rights): boolean =>
  isForAnyone === true || (isChanging ? mayChange : mayLook);

function refusing(
  command: Command,
  { mayPropose }: { readonly mayPropose: boolean },
  report: FaultReport,
): Command {
  const refuse = async (ask: Ask, desk: Desk): Promise<Reply> => {
    const refused = await refuseTo(command.path.join(' '), ask, desk, report);
    const { language } = await wordsFor(ask, desk);
    return mayPropose ? { ...refused, actions: proposalOf(command, ask, language) } : refused;
  };
  return { ...command, run: refuse, ...(command.form && { form: refuse }) };
}

/** Says that this is for others, with a number under which the operator finds it. */
export async function refuseTo(
  command: string,
  ask: Ask,
  desk: Desk,
  { log, random }: FaultReport,
): Promise<Reply> {
  const error = errorId(random);
  log.info('command.not_allowed', { command, error, channel: ask.channel.id });
  const words = await wordsFor(ask, desk);
  return { kind: 'refused', lines: [[...words.noRight[ask.channel.platform], ...say` (${error})`]] };
}
