import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { type FaultReport, ownUpTo } from '#command/own-up-to.ts';

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
    await desk.catalogue.refresh(desk.ledger);
    return await command.run(ask, desk);
  } catch (fault) {
    return ownUpTo(fault, { command: command.path.join(' '), channel: ask.channel }, desk, report);
  }
}
