import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Hands back to the system what nothing holds any more and V8 would keep for later: tens of megabytes after a start
 * that parsed the tables, about a hundred after the first visits of the whole catalogue. Stops the program for up to
 * half a second; meant for these two moments.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: Readonly<Record<string, string>>) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
