import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { answer } from '#command/answer.ts';
import { commands } from '#command/commands.ts';
import { openDesk, openLog } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import { silentMetrics } from '#kernel/metrics.ts';

/** Answers the commands that chat has as well, as the person at this terminal; the exit status is 1 when refused. */
export async function runDeskCommand(words: readonly string[], output: Writable): Promise<number> {
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
  return reply.kind === 'refused' ? 1 : 0;
}
