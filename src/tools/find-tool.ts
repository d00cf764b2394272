import { stdin, stdout } from 'node:process';
import type { Tool } from '#tools/tool.ts';

/** Each tool is loaded only when it is asked for, so that a stage command starts at once. */
const TOOLS: Readonly<Record<string, (rest: readonly string[]) => Promise<number>>> = {
  parse: async (rest) => (await import('#tools/stage-commands.ts')).parse(rest, stdout),
  match: async (rest) => (await import('#tools/stage-commands.ts')).match(rest, stdin, stdout),
  group: async (rest) => (await import('#tools/stage-commands.ts')).group(rest, stdin, stdout),
  statements: async () => (await import('#tools/stage-commands.ts')).statements(stdin, stdout),
  summarize: async () => (await import('#tools/stage-commands.ts')).summarize(stdin, stdout),
  check: async (rest) => (await import('#tools/check-command.ts')).check(rest, stdout),
  demo: async (rest) => (await import('#tools/demo/demo.ts')).demo(rest, stdout),
  reread: async () => (await import('#tools/reread-command.ts')).reread(stdout),
};
/** What the words on the command line ask for: a tool, a command that chat has as well, or the program itself. */
export function findTool(words: readonly string[]): Tool {
  const [name, ...rest] = words;
  if (name === undefined) return { run: async () => (await import('#tools/run-readout.ts')).runReadout() };
  const tool = TOOLS[name];
  if (tool) return { run: () => tool(rest) };
  return { run: async () => (await import('#tools/desk-command.ts')).runDeskCommand(words, stdout) };
}
