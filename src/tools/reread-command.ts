import type { Writable } from 'node:stream';
import { misuse } from '#tools/misuse.ts';
import { workAlone } from '#tools/work-alone.ts';

/** `readout reread`: articles that a stage could not read are tried again; the exit status is 1 while some cannot. */
export async function reread(rest: readonly string[], output: Writable): Promise<number> {
  if (rest.length > 0) return misuse('readout reread');
  return workAlone('reread', output, async (readout) => {
    const { read, unread } = await readout.reread();
    output.write(`${read} read now, ${unread} still unread${unread > 0 ? ': the log says why' : ''}.\n`);
    return unread === 0 ? 0 : 1;
  });
}
