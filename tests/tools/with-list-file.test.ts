import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loopbackServer } from '../adapters/http/loopback-server.ts';
import { configFolder } from '../config/small-config.ts';
import { rss } from '../feed/a-web.ts';
import { runProgram } from './readout-process.ts';

/** The command line over a config that permits feeds on loopback, and a publisher there. */
async function aCommandLine() {
  const publisher = await loopbackServer((_request, response) => void response.end(rss('Harbour News')));
  const config = configFolder({
    'readout.yaml': 'database: { disk_is_kept: true }\nfeeds: { allow_networks: [127.0.0.0/8] }\n',
  });
  const folder = mkdtempSync(join(tmpdir(), 'readout-feed-list-'));
  const environment = {
    READOUT_CONFIG: config.path,
    READOUT_DATABASE: join(folder, 'readout.sqlite'),
    USER: 'Ana',
  };
  return {
    address: `${publisher.url}/world.xml`,
    file: (text: string): string => {
      const file = join(folder, 'my feeds.opml');
      writeFileSync(file, text);
      return file;
    },
    type: (...words: readonly string[]) => runProgram(words, { environment }),
    async [Symbol.asyncDispose]() {
      await publisher[Symbol.asyncDispose]();
      config[Symbol.dispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

test('a list is imported from a file, and exported as nothing but the list', async () => {
  await using line = await aCommandLine();
  const list = `<opml version="2.0">\n <body>\n  <outline text="Mine: --all" xmlUrl="${line.address}"/>\n </body></opml>`;
  const imported = await line.type('feed', 'import', line.file(list));
  expect(imported.output).toContain('1 feed added of 1.');
  expect(imported.status).toBe(0);

  const exported = await line.type('feed', 'export');
  expect(exported.output).toMatch(/^<\?xml[^]*<\/opml>\n$/);
  expect(exported.output).toContain(`text="Harbour News" xmlUrl="${line.address}"`);
  expect(exported.complaint).toContain('1 feed of this workspace');
});

test('a file that is not there is no list, and status 1', async () => {
  await using line = await aCommandLine();
  const { output, status } = await line.type('feed', 'import', '/nowhere/feeds.opml');
  expect(output).toContain('That is no OPML list.');
  expect(status).toBe(1);
});
