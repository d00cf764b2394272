import { terminalChannel, terminalWorkspace } from '#adapters/terminal/terminal-channel.ts';
import { terminalMessenger } from '#adapters/terminal/terminal-messenger.ts';
import { type TerminalStyle, terminalStyle } from '#adapters/terminal/terminal-style.ts';
import type { Messenger } from '#channel/messenger.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { Config } from '#config/read-config.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';
import { beginWatching } from '#subscription/begin-watching.ts';

/** What prints cards on the output; absent where the settings switch the terminal off. */
export function openTerminal({ settings }: Config, surroundings: Surroundings): Messenger | undefined {
  if (!settings.terminal.isEnabled) return undefined;
  const { output, clock } = surroundings;
  return terminalMessenger({
    stream: output,
    journalFile: `${settings.database.file}.terminal.jsonl`,
    clock,
    style: () => styleOf(surroundings),
  });
}

/** Makes the terminal known as a channel; on the very first start it begins to watch the starters. */
export async function welcomeTerminal(
  { settings, starters }: Config,
  ledger: Ledger,
  clock: Clock,
): Promise<void> {
  if (!settings.terminal.isEnabled) return;
  const terminal = {
    workspace: terminalWorkspace(settings.languages, settings.zone),
    channel: terminalChannel,
    starters: settings.terminal.watchesStarters ? starters : [],
  };
  await ledger.transaction((stores) => beginWatching(terminal, stores, clock()));
}

/** How wide and how coloured the output is at this moment. */
export const styleOf = ({ output, environment }: Surroundings): TerminalStyle =>
  terminalStyle(output, environment['NO_COLOR']);
