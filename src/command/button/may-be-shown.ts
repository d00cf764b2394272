import type { Ask, Command, Desk } from '#command/command.ts';

/** Whether this answer may be shown to the whole channel: of a turned page that is for what it is a page of to say. */
export async function mayBeShown(command: Command, ask: Ask, desk: Desk): Promise<boolean> {
  if (command.isShareable !== true) return false;
  if (command.meant === undefined) return true;
  return (await command.meant(ask, desk))?.isShareable === true;
}
