import { stderr } from 'node:process';

/** sysexits.h: EX_USAGE, the words on the command line are off. */
export const EXIT_USAGE = 64;

/** Says on standard error how a tool is called, such as `readout parse FILE…`; gives the exit status for that. */
export function misuse(usage: string): number {
  stderr.write(`Usage: ${asTyped(usage)}\n`);
  return EXIT_USAGE;
}

/** A usage as it is typed in this folder, where no `readout` is installed. */
export const asTyped = (usage: string): string => usage.replaceAll('readout ', 'npm run -s readout -- ');
