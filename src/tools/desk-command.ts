import { env, stderr } from 'node:process';
import type { Writable } from 'node:stream';
import { answer } from '#command/answer.ts';
import { commands } from '#command/commands.ts';
import { editDistance } from '#command/edit-distance.ts';
import { findCommand } from '#command/find-command.ts';
import { openDesk, openLog } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { EXIT_USAGE, misuse } from '#tools/misuse.ts';

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
  const { kind } = findCommand(words, commands);
  const tool = kind === 'none' ? nearest(words[0] ?? '', tools) : undefined;
  if (tool !== undefined) {
    stderr.write(`“${words[0]}” is not a command. Did you mean “${tool}”?\n`);
    return misuse(`readout ${tool} …`);
  }
  const config = readConfig(env);
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
  if (kind !== 'command') return EXIT_USAGE;
  return reply.kind === 'refused' ? 1 : 0;
}

function nearest(word: string, tools: readonly string[]): string | undefined {
  return tools.find((tool) => editDistance(word, tool) <= SLIPS_ALLOWED);
}
