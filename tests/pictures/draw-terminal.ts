import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { terminalChannel } from '#adapters/terminal/terminal-channel.ts';
import { terminalMessenger } from '#adapters/terminal/terminal-messenger.ts';
import { ansiAsHtml } from './ansi-as-html.ts';
import { pageOf } from './page.ts';
import { sayScene } from './say-scene.ts';
import type { Scene } from './scene.ts';

const WIDTH = 100;

/** The scene as a page: what the real adapter printed of it last, with the line that answers it. */
export async function drawTerminal(scene: Scene): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-pictures-'));
  const printed: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed.push(chunk.toString('utf8'));
      done();
    },
  });
  const messenger = terminalMessenger({
    stream,
    journalFile: join(folder, 'journal.jsonl'),
    style: () => ({ isPlain: false, width: WIDTH }),
    clock: () => scene.shown.at,
  });
  try {
    await sayScene(scene, messenger, terminalChannel);
  } finally {
    await rm(folder, { recursive: true });
  }
  const isEdited = scene.shown !== scene.posted;
  const last = printed.slice(isEdited ? 1 : 0).join('');
  return pageOf(`<pre>${ansiAsHtml(last.trimEnd())}</pre>`, 'terminal.css', 'dark');
}
