import { env, stderr } from 'node:process';
import type { Writable } from 'node:stream';
import { answer } from '#command/answer.ts';
import { commands } from '#command/commands.ts';
import { editDistance } from '#command/edit-distance.ts';
import { type Found, findCommand } from '#command/find-command.ts';
import { openDesk } from '#compose/open-desk.ts';
import { openLog } from '#compose/open-log.ts';
import { ownWatch } from '#compose/own-watch.ts';
import { InvalidSettings } from '#config/problem.ts';
import { readConfig } from '#config/read-config.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { EXIT_USAGE, misuse } from '#tools/misuse.ts';
import { tellTool, tellTools } from '#tools/tell-tools.ts';
import { usageOfTool } from '#tools/tool-usage.ts';
import { withListFile } from '#tools/with-list-file.ts';

const TERMINAL_IS_OFF = {
  where: 'terminal.enabled in readout.yaml',
  message: 'The terminal is switched off, so it is no channel whose watches could be changed.',
  remedy: 'Set it to true, or change the watches of a chat channel in that channel.',
};
/** Slips of the finger in the name of a tool. */
const SLIPS_ALLOWED = 2;

/**
 * Answers the commands that chat has as well, as the person at this terminal; `help` tells the `tools` of this machine
 * too. The exit status is 1 when refused, and 64 when there is no such command; one that is nearly the name of a tool, or
 * the first word of commands, is told that.
 */
export async function runDeskCommand(
  words: readonly string[],
  tools: readonly string[],
  output: Writable,
): Promise<number> {
  const found = findCommand(words, commands);
  const meant = found.kind === 'none' ? nearest(words[0] ?? '', tools) : undefined;
  if (meant !== undefined) {
    stderr.write(`“${words[0]}” is not a command. Did you mean “${meant}”?\n`);
    return misuse(usageOfTool(meant));
  }
  const subject = helpSubject(found);
  if (subject !== undefined && tools.includes(subject)) {
    output.write(`${tellTool(subject)}\n`);
    return 0;
  }
  const config = readConfig(env, { remembersTables: true });
  if (found.kind === 'command' && found.command.isChanging && !config.settings.terminal.isEnabled) {
    throw new InvalidSettings([TERMINAL_IS_OFF]);
  }
  const log = openLog(config.settings);
  const random = Math.random;
  const surroundings = {
    clock: () => new Date(),
    stopwatch: ownWatch,
    random,
    output,
    environment: env,
    log,
    metrics: silentMetrics,
  };
  await using open = await openDesk(config, surroundings);

  const who = env['USER'] ?? env['USERNAME'] ?? 'terminal';
  const reply = await answer(
    withListFile(words, commands),
    { ask: { channel: open.channel, who }, commands },
    open.desk,
    {
      log,
      random,
    },
  );
  // A file goes where the output goes, alone: `readout feed export > feeds.opml`.
  (reply.file === undefined ? output : stderr).write(`${open.render(reply).join('\n')}\n`);
  if (reply.file !== undefined) output.write(reply.file.text);
  if (subject === '') output.write(`${tellTools(tools)}\n`);
  // Help refuses only what is no command.
  if (found.kind !== 'command' || (subject !== undefined && reply.kind === 'refused')) return EXIT_USAGE;
  return reply.kind === 'refused' ? 1 : 0;
}

/** What help is asked about; empty where about everything, absent where something else than help is asked. */
function helpSubject(found: Found): string | undefined {
  if (found.kind !== 'command' || found.command.path[0] !== 'help') return undefined;
  return found.options['command'] ?? '';
}

/** The tool, or first word of commands, that a word is nearly. */
function nearest(word: string, tools: readonly string[]): string | undefined {
  const [closest] = [...commands.map(({ path }) => path[0]), ...tools]
    .map((name) => ({ name, slips: editDistance(word, name) }))
    .toSorted((a, b) => a.slips - b.slips);
  return closest && closest.slips <= SLIPS_ALLOWED ? closest.name : undefined;
}
