import { env, stderr } from 'node:process';
import type { Writable } from 'node:stream';
import { answer } from '#command/answer.ts';
import { commands } from '#command/commands.ts';
import { editDistance } from '#command/edit-distance.ts';
import { findCommand } from '#command/find-command.ts';
import { openDesk } from '#compose/open-desk.ts';
import { openLog } from '#compose/open-log.ts';
import { InvalidSettings } from '#config/problem.ts';
import { readConfig } from '#config/read-config.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { EXIT_USAGE, misuse } from '#tools/misuse.ts';

const TERMINAL_IS_OFF = {
  where: 'terminal.enabled in readout.yaml',
  message: 'The terminal is switched off, so it is no channel whose watches could be changed.',
  remedy: 'Set it to true, or change the watches of a chat channel in that channel.',
};
/** Slips of the finger in the name of a tool. */
const SLIPS_ALLOWED = 2;

/**
 * Answers the commands that chat has as well, as the person at this terminal. The exit status is 1 when refused, and 64
 * when there is no such command; one that is nearly the name of one of `tools` is told that name.
 */
export async function runDeskCommand(
  words: readonly string[],
  tools: readonly string[],
  output: Writable,
): Promise<number> {
  const found = findCommand(words, commands);
  const tool = found.kind === 'none' ? nearest(words[0] ?? '', tools) : undefined;
  if (tool !== undefined) {
    stderr.write(`“${words[0]}” is not a command. Did you mean “${tool}”?\n`);
    return misuse(`readout ${tool} …`);
  }
  const config = readConfig(env, { remembersTables: true });
  if (found.kind === 'command' && found.command.isChanging && !config.settings.terminal.isEnabled) {
    throw new InvalidSettings([TERMINAL_IS_OFF]);
  }
  const log = openLog(config.settings);
  const random = Math.random;
  const surroundings = {
    clock: () => new Date(),
    random,
    output,
    environment: env,
    log,
    metrics: silentMetrics,
  };
  await using open = await openDesk(config, surroundings);

  const who = env['USER'] ?? env['USERNAME'] ?? 'the operator';
  const reply = await answer(words, { ask: { channel: open.channel, who }, commands }, open.desk, {
    log,
    random,
  });
  output.write(`${open.render(reply).join('\n')}\n`);
  if (found.kind !== 'command') return EXIT_USAGE;
  return reply.kind === 'refused' ? 1 : 0;
}

function nearest(word: string, tools: readonly string[]): string | undefined {
  return tools.find((tool) => editDistance(word, tool) <= SLIPS_ALLOWED);
}
