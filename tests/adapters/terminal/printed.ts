import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { terminalMessenger } from '#adapters/terminal/terminal-messenger.ts';
import { desk, NOON } from '../../delivery/owed.ts';

/** A terminal messenger on a stream that keeps what it is given, and a journal in a folder of its own. */
export async function printingTerminal() {
  const folder = await mkdtemp(join(tmpdir(), 'readout-terminal-'));
  const journalFile = join(folder, 'journal.jsonl');
  let shown = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      shown += chunk.toString('utf8');
      done();
    },
  });
  const open = (onto: Writable = stream) =>
    terminalMessenger({
      stream: onto,
      journalFile,
      style: () => ({ isPlain: true, width: 80 }),
      clock: () => NOON,
    });
  return {
    messenger: open(),
    channel: desk,
    journalFile,
    open,
    seen: () => Promise.resolve(shown),
    restarted: () => Promise.resolve(open()),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
