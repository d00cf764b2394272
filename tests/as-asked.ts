import { argv, stderr } from 'node:process';

/** Something is asked for that there is not; the message says what there is. */
export class AskedWrongly extends Error {}

/**
 * Runs a command of ours: `--help` prints how it is asked, and so does, with status 2, a word that it does not know. What
 * goes wrong after that is thrown as it is.
 */
export async function asAsked(usage: string, run: () => Promise<void>): Promise<void> {
  if (argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await run();
  } catch (error) {
    if (!isAboutWords(error)) throw error;
    stderr.write(`${error.message}\n\n${usage}\n`);
    process.exitCode = 2;
  }
}

/** `parseArgs` of Node has codes of its own (Node docs: util, "util.parseArgs"). */
const isAboutWords = (error: unknown): error is Error =>
  error instanceof AskedWrongly ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'));

/** A number above 0, written in digits. */
export function wholeNumber(written: string): number {
  if (!/^[1-9]\d*$/.test(written)) throw new AskedWrongly(`“${written}” is not a number of anything.`);
  return Number(written);
}

/** The one of these names that was written. */
export function oneOf<Name extends string>(names: readonly Name[], written: string): Name {
  const found = names.find((name) => name === written);
  if (found === undefined) throw new AskedWrongly(`“${written}” is none of ${names.join(', ')}.`);
  return found;
}
