import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What a stage does with one line of input: the lines it gives. Throw `BadLine` for a line it cannot use. */
export type LineStage = (
  input: Readonly<Record<string, unknown>>,
) => readonly unknown[] | Promise<readonly unknown[]>;

/** A line that a stage cannot use, told to the person; the run goes on. */
export class BadLine extends Error {}

/**
 * Runs a stage over JSON Lines: what one line gives is written before the next is read. A bad line gives
 * `{"line":N,"error":"…"}`, the run goes on, and the exit status is 1. Empty lines are passed over.
 */
export async function runLineStage(stage: LineStage, input: Readable, output: Writable): Promise<number> {
  let line = 0;
  let badLines = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const results = await attempt(stage, text, line);
    if (results.isBad) badLines += 1;
    for (const result of results.lines) await writeLine(output, result);
  }
  return badLines === 0 ? 0 : 1;
}

/** One JSON line; waits while the reader of a pipe is behind. */
export async function writeLine(output: Writable, value: unknown): Promise<void> {
  if (output.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => void output.once('drain', resolve));
}

async function attempt(
  stage: LineStage,
  text: string,
  line: number,
): Promise<{ readonly lines: readonly unknown[]; readonly isBad: boolean }> {
  try {
    return { lines: await stage(readObject(text)), isBad: false };
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause);
    return { lines: [{ line, error }], isBad: true };
  }
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    // Some editors put a byte order mark before the first line.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new BadLine(`not JSON: ${(cause as Error).message}`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadLine('not a JSON object');
  return value as Readonly<Record<string, unknown>>;
}
