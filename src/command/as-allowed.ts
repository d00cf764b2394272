import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { errorId, type FaultReport } from '#command/own-up-to.ts';
import { policyIn, type Rights } from '#command/rights.ts';
import { proposalOf } from '#command/watch/propose-topic.ts';
import { say } from '#command/words/say.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** Whether somebody may write in the channel, and which commands are theirs without any other right, by their beginnings. */
type Allowed = Rights & { readonly mayWrite?: boolean; readonly mayUse?: readonly string[] };

/**
 * The commands as somebody with these rights has them: one that they may not use refuses, and says who may. Whoever may
 * write in the channel, and look, can propose there what they may not change.
 */
export const asAllowed = (
  commands: readonly Command[],
  rights: Allowed,
  report: FaultReport,
): readonly Command[] =>
  commands.map((command) => {
    if (isAmong(rights.mayUse ?? [], command)) return asManaged(command);
    return isAllowed(command, rights)
      ? command
      : refusing(command, { mayPropose: rights.mayLook && rights.mayWrite === true }, report);
  });

/** What only the answers of a command offer is given with that command. */
function isAmong(beginnings: readonly string[], { path, comesWith = path }: Command): boolean {
  const words = `${comesWith.join(' ')} `;
  return beginnings.some((beginning) => words.startsWith(`${beginning} `));
}

/** As those have it who manage: of this command they do. */
function asManaged(command: Command): Command {
  const managed: Command = { ...command, run: (ask, desk) => command.run(managing(ask), desk) };
  const form = command.form?.bind(command);
  return form === undefined ? managed : { ...managed, form: (ask, desk) => form(managing(ask), desk) };
}

function managing(ask: Ask): Ask {
  const { isLookingOnly: _, ...managed } = ask;
  return managed;
}

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
  const { managers } = await policyIn(ask.channel.workspace, desk);
  return {
    kind: 'refused',
    lines: [[...words.noRight(ask.channel.platform, managers), ...say` (${error})`]],
  };
}
