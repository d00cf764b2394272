import { asTyped } from '#tools/misuse.ts';
import { TOOL_USAGES, usageOfTool } from '#tools/tool-usage.ts';

/** What `help` says beyond chat: the program itself and the tools that only this machine has. */
export function tellTools(tools: readonly string[]): string {
  const lines = [...TOOL_USAGES]
    .filter(([name]) => tools.includes(name))
    .map(([, { usage, purpose }]) => `  ${usage.replaceAll('readout ', '')} · ${purpose}`);
  return ['', 'On this machine also:', ...lines].join('\n');
}

/** What `help` says about one tool. */
export function tellTool(name: string): string {
  return [asTyped(usageOfTool(name)), TOOL_USAGES.get(name)?.purpose ?? ''].join('\n').trimEnd();
}
