import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a run of the program left behind. */
export type Run = { readonly status: number | null; readonly output: string; readonly complaint: string };

/** Starts the real program with these words and nothing of our own environment. */
export function startProgram(words: readonly string[], environment: Readonly<Record<string, string>>) {
  return spawn(process.execPath, ['src/main.ts', ...words], { env: environment, stdio: 'pipe' });
}

/** Runs the program to its end, with `input` on its standard input. */
export async function runProgram(
  words: readonly string[],
  { input = '', environment = {} }: { input?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const child = startProgram(words, environment);
  child.stdin.end(input);
  const [output, complaint, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { status, output, complaint };
}

/** JSON Lines, read. */
export const linesOf = (output: string): readonly unknown[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** JSON Lines, written. */
export const toLines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
