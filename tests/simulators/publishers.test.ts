import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';

type Announcement = {
  readonly port: number;
  readonly note?: string;
  readonly feeds: readonly { readonly path: string; readonly outlet: string; readonly voice_of?: string }[];
  readonly oldest?: string;
  readonly moments: readonly string[];
};

const DAY = 'tests/fixtures/demo-day/day.yaml';
const running: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function startPublishers(...options: readonly string[]) {
  const child = spawn(process.execPath, ['tests/simulators/publishers/main.ts', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const announcement = JSON.parse(line) as Announcement;
  const base = `http://127.0.0.1:${announcement.port}`;
  return {
    child,
    announcement,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(base + path, { headers }),
    setClock: (now: string) => fetch(`${base}/-/clock`, { method: 'POST', body: JSON.stringify({ now }) }),
  };
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'publishers-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('a day of news', () => {
  test('is announced with its feeds, its moments and the line that nobody said this', async () => {
    const { announcement } = await startPublishers('--day', DAY);
    expect(announcement.note).toBe("demo wording, nobody's statement");
    expect(announcement.oldest).toBe(announcement.moments[0]);
    expect(announcement.moments).toEqual(announcement.moments.toSorted());
    expect(announcement.moments.length).toBeGreaterThanOrEqual(60);
    expect(announcement.feeds.length).toBeGreaterThanOrEqual(8);
    expect(announcement.feeds.map((feed) => feed.voice_of).filter(Boolean)).toEqual(['kremlin', 'elysee']);
  });

  test('says in every document that its wording is nobody’s statement', async () => {
    const { announcement, get } = await startPublishers('--day', DAY);
    for (const { path } of announcement.feeds)
      expect(await (await get(path)).text()).toContain("demo wording, nobody's statement");
  });

  test('shows nothing of what is not published yet', async () => {
    const { get, setClock } = await startPublishers('--day', DAY);
    await setClock('2025-07-01T15:37:59Z');
    expect(await (await get('/world-wire/feed')).text()).not.toContain('speak by phone');
    await setClock('2025-07-01T15:38:00Z');
    expect(await (await get('/world-wire/feed')).text()).toContain('speak by phone');
  });

  test('replaces an item by its new edition under the same guid', async () => {
    const { get, setClock } = await startPublishers('--day', DAY);
    await setClock('2025-07-01T20:00:00Z');
    expect(await (await get('/le-courrier/feed')).text()).toContain('>Macron se rendra à Moscou');
    await setClock('2025-07-01T20:10:00Z');
    const after = await (await get('/le-courrier/feed')).text();
    expect(after).toContain('>Retiré : « Macron se rendra à Moscou');
    expect(after).not.toContain('>Macron se rendra à Moscou');
    expect(after.match(/>lc-4</g)).toHaveLength(1);
  });

  test('answers 304 until the outlet publishes again', async () => {
    const { get, setClock } = await startPublishers('--day', DAY);
    await setClock('2025-07-01T15:00:00Z');
    const first = await get('/kremlin-demo/feed');
    const known = { 'if-none-match': first.headers.get('etag') ?? '' };
    const dated = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
    expect((await get('/kremlin-demo/feed', known)).status).toBe(304);
    expect((await get('/kremlin-demo/feed', dated)).status).toBe(304);
    await setClock('2025-07-01T15:55:00Z');
    expect((await get('/kremlin-demo/feed', known)).status).toBe(200);
    expect((await get('/kremlin-demo/feed', dated)).status).toBe(200);
  });

  test('is packed for those who accept gzip', async () => {
    const { get } = await startPublishers('--day', DAY);
    const packed = await get('/elysee-demo/feed', { 'accept-encoding': 'gzip' });
    const plain = await get('/elysee-demo/feed', { 'accept-encoding': 'identity' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
  });

  test('keeps its clock when told something that is no time', async () => {
    const { get, setClock } = await startPublishers('--day', DAY);
    await setClock('2025-07-01T16:00:00Z');
    expect((await setClock('soon')).status).toBe(400);
    expect(await (await get('/kremlin-demo/feed')).text()).toContain('Telephone conversation');
  });

  test('ends when the one who started it closes its input', async () => {
    const { child } = await startPublishers('--day', DAY);
    child.stdin?.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

const item = (title: string, date: string) => `<item><title>${title}</title>${date}</item>`;
const rss = (items: string, encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>Made up</title>${items}</channel></rss>`;

describe('a folder of documents', () => {
  test('is served up to the hour, head and tail kept', async () => {
    const folder = folderWith({
      'a.xml': rss(
        item('early', '<pubDate>Tue, 01 Jul 25 08:00 CEST</pubDate>') +
          item('late', '<dc:date>2025-07-01T09:00:00+00:00</dc:date>'),
      ),
    });
    const { announcement, get, setClock } = await startPublishers('--from', folder);
    expect(announcement.moments).toEqual(['2025-07-01T06:00:00.000Z', '2025-07-01T09:00:00.000Z']);
    await setClock('2025-07-01T06:00:00Z');
    expect(await (await get('/a-xml/feed')).text()).toBe(
      rss(item('early', '<pubDate>Tue, 01 Jul 25 08:00 CEST</pubDate>')),
    );
  });

  test('filters the items of a JSON Feed', async () => {
    const items = [
      { id: '1', date_published: '2025-07-01T06:00:00Z' },
      { id: '2', date_published: '2025-07-02T06:00:00Z' },
    ];
    const { get, setClock } = await startPublishers(
      '--from',
      folderWith({ 'j.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }) }),
    );
    await setClock('2025-07-01T12:00:00Z');
    expect(await (await get('/j-json/feed')).json()).toMatchObject({ items: [{ id: '1' }] });
  });

  test('holds undated items and broken documents as they stand, from the start', async () => {
    const broken = rss(`<item><title>one${item('two', '<pubDate>Tue, 01 Jul 2025 08:00:00 GMT</pubDate>')}`);
    const undated = rss(item('whenever', ''));
    const { announcement, get } = await startPublishers(
      '--from',
      folderWith({ 'broken.rss': broken, 'undated.rss': undated }),
    );
    expect(announcement.moments).toEqual([]);
    expect(await (await get('/broken-rss/feed')).text()).toBe(broken);
    expect(await (await get('/undated-rss/feed')).text()).toBe(undated);
  });

  test('speaks UTF-8 whatever the document was written in', async () => {
    const { get } = await startPublishers(
      '--from',
      folderWith({ 'old.xml': Buffer.from(rss(item('Élysée', ''), 'ISO-8859-1'), 'latin1') }),
    );
    expect(await (await get('/old-xml/feed')).text()).toBe(rss(item('Élysée', '')));
  });
});
