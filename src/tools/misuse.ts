import { stderr } from 'node:process';

/** sysexits.h: EX_USAGE, the words on the command line are off. */
export const EXIT_USAGE = 64;

/** Says on standard error how a tool is called, such as `readout parse FILE…`; gives the exit status for that. */
export function misuse(usage: string): number {
  stderr.write(`Usage: ${usage.replaceAll('readout ', 'npm run -s readout -- ')}\n`);
  return EXIT_USAGE;
}
