import { stdin, stdout } from 'node:process';
import type { Tool } from '#tools/tool.ts';

/** Each tool is loaded only when it is asked for, so that a stage command starts at once. */
const TOOLS: ReadonlyMap<string, (rest: readonly string[]) => Promise<number>> = new Map([
  ['parse', async (rest) => (await import('#tools/stage-commands.ts')).parse(rest, stdout)],
  ['match', async (rest) => (await import('#tools/stage-commands.ts')).match(rest, stdin, stdout)],
  ['group', async (rest) => (await import('#tools/stage-commands.ts')).group(rest, stdin, stdout)],
  ['statements', async (rest) => (await import('#tools/stage-commands.ts')).statements(rest, stdin, stdout)],
  ['summarize', async (rest) => (await import('#tools/stage-commands.ts')).summarize(rest, stdin, stdout)],
  ['check', async (rest) => (await import('#tools/check-command.ts')).check(rest, stdout)],
  ['demo', async (rest) => (await import('#tools/demo/demo.ts')).demo(rest, stdout)],
  ['backup', async (rest) => (await import('#tools/backup-command.ts')).backup(rest, stdout)],
  ['restore', async (rest) => (await import('#tools/restore-command.ts')).restore(rest, stdout)],
  ['export', async (rest) => (await import('#tools/export-command.ts')).exportDesks(rest, stdout)],
  ['import', async (rest) => (await import('#tools/import-command.ts')).importDesks(rest, stdout)],
  ['parked', async (rest) => (await import('#tools/parked-command.ts')).parked(rest, stdout)],
  ['reread', async (rest) => (await import('#tools/reread-command.ts')).reread(rest, stdout)],
]);
/** Tools whose name begins like that of commands which chat has as well: `readout story show` is none. */
const TOOLS_OF_TWO_WORDS: typeof TOOLS = new Map([
  ['story split', async (rest) => (await import('#tools/story-command.ts')).ruleStory('split', rest, stdout)],
  ['story merge', async (rest) => (await import('#tools/story-command.ts')).ruleStory('merge', rest, stdout)],
  ['story side', async (rest) => (await import('#tools/story-command.ts')).ruleStory('side', rest, stdout)],
]);
const HELP = ['--help', '-h'];

/** What the words on the command line ask for: a tool, a command that chat has as well, or the program itself. */
export function findTool(words: readonly string[]): Tool {
  const [name, ...rest] = words;
  if (name === undefined) return { run: async () => (await import('#tools/run-readout.ts')).runReadout() };
  const ofTwo = TOOLS_OF_TWO_WORDS.get(words.slice(0, 2).join(' '));
  if (ofTwo !== undefined) return { run: () => whileItIsRead(() => ofTwo(rest.slice(1))) };
  const tool = TOOLS.get(name);
  return { run: () => whileItIsRead(() => (tool ? tool(rest) : askDesk(words))) };
}

async function askDesk(words: readonly string[]): Promise<number> {
  const { runDeskCommand } = await import('#tools/desk-command.ts');
  const asked = HELP.includes(words[0] ?? '') ? ['help', ...words.slice(1)] : words;
  return runDeskCommand(asked, [...TOOLS.keys(), ...TOOLS_OF_TWO_WORDS.keys()], stdout);
}

/** `readout parse … | head`: once nobody reads what a tool writes, it has done its work. */
function whileItIsRead(run: () => Promise<number>): Promise<number> {
  stdout.once('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
    process.exit(0);
  });
  return run();
}
