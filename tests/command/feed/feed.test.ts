import { describe, expect, test } from 'vitest';
import { readOpml } from '#adapters/rss/read-opml.ts';
import { commands } from '#command/commands.ts';
import { feedAdd } from '#command/feed/feed-add.ts';
import { feedExport } from '#command/feed/feed-export.ts';
import { feedImport } from '#command/feed/feed-import.ts';
import { feedList } from '#command/feed/feed-list.ts';
import { feedRemove } from '#command/feed/feed-remove.ts';
import { findCommand } from '#command/find-command.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aWeb, page, rss, type Standing } from '../../feed/a-web.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const FEED = 'https://news.example/world.xml';
const SECRET = 'f3k9q1z8x7w6v5u4t3s2r1';
const PRIVATE = `https://news.example/private.xml?key=${SECRET}`;
const HERE = channel.workspace;

const opml = (...urls: readonly string[]): string =>
  `<opml version="2.0"><body><outline text="Mine">${urls
    .map((url) => `<outline type="rss" text="Listed" xmlUrl="${url.replaceAll('&', '&amp;')}"/>`)
    .join('')}</outline></body></opml>`;

const manyFeeds = (count: number): Readonly<Record<string, Standing>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `https://news.example/${index}.xml`,
      { body: rss(`Feed ${index}`) },
    ]),
  );

async function aDeskOn(places: Readonly<Record<string, Standing>>, languages: readonly string[] = ['en']) {
  const { web, asked } = aWeb(places);
  return Object.assign(await aDesk(languages, web), { asked });
}

const link = (href: string) =>
  `<link rel="alternate" type="application/rss+xml" href="${href.replaceAll('&', '&amp;')}">`;

describe('feed add', () => {
  test('adds the one feed that was meant, due at once, and offers to undo it', async () => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    const reply = await at.run(feedAdd, { address: FEED });
    expect(reply.kind).toBe('done');
    expect(linesOf(reply)).toEqual([
      'Added: Harbour News (news.example/world.xml). 1 item, newest 2026-03-02T00:00:00.000Z.',
      'It is read for this workspace alone, and counts as unverified: never official, never an origin of its own.',
      'What it holds now can be searched soon; cards come for what is new from then on.',
    ]);
    const [own] = await at.desk.ledger.ownFeeds.listByWorkspace(HERE);
    expect(own).toMatchObject({ name: 'Harbour News', addedBy: 'Ana', feed: { url: FEED, language: 'en' } });
    expect(reply.actions?.[0]).toEqual({ label: 'Undo', command: 'undo token-1' });
    expect(await at.desk.ledger.feeds.find(own?.feed.id ?? at.feed.id)).toMatchObject({
      url: FEED,
      isFirstVisitDone: false,
      nextVisitAt: at.desk.clock().toISOString(),
    });
    expect(at.desk.catalogue.outletsFor(HERE).get(own?.feed.outlet ?? at.feed.outlet)).toMatchObject({
      kind: 'unverified',
      workspace: HERE,
    });
  });

  test('undone, the feed is read no more; its removal undone, it is read again', async () => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    await at.press(await at.run(feedAdd, { address: FEED }), 'Undo');
    expect(at.desk.catalogue.feedsFor(HERE)).toHaveLength(1);
    expect(await at.desk.ledger.feeds.listAll()).toEqual([]);

    await at.run(feedAdd, { address: FEED });
    await at.press(await at.run(feedRemove, { feed: '1' }), 'Undo');
    expect(at.desk.catalogue.feedsFor(HERE)).toHaveLength(2);
    expect(await at.desk.ledger.feeds.listAll()).toHaveLength(1);
  });

  test('says that a site names more feeds than were looked at', async () => {
    const urls = Array.from({ length: 7 }, (_, index) => `https://news.example/${index}.xml`);
    const links = urls.map((url) => `<link rel="alternate" type="application/rss+xml" href="${url}">`);
    await using at = await aDeskOn({
      'https://news.example/': { body: page(links.join('')) },
      ...Object.fromEntries(urls.map((url) => [url, { body: rss('World') }])),
    });
    expect(linesOf(await at.run(feedAdd, { address: 'news.example' })).at(-1)).toBe(
      '7 feeds named there, 5 looked at: a site gets six requests at most. For another, give its own address.',
    );
  });

  test('offers several feeds of a site, adds none, and each button adds one', async () => {
    await using at = await aDeskOn({
      'https://news.example/': {
        body: page(
          '<link rel="alternate" type="application/rss+xml" href="/world.xml"><link rel="alternate" type="application/rss+xml" href="/sport.xml">',
        ),
      },
      [FEED]: { body: rss('World') },
      'https://news.example/sport.xml': { body: rss('Sport') },
    });
    const reply = await at.run(feedAdd, { address: 'news.example' });
    expect(reply.kind).toBe('answer');
    expect(linesOf(reply)[0]).toBe('2 feeds found at news.example. Which one? Nothing was added yet.');
    expect(reply.actions).toEqual([
      { label: 'Add: World', command: `feed add ${FEED}` },
      { label: 'Add: Sport', command: 'feed add https://news.example/sport.xml' },
    ]);
    expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toEqual([]);
  });

  test('gives no button to an address that holds a key: a button may be shown as what it says', async () => {
    await using at = await aDeskOn({
      'https://news.example/': { body: page(link(PRIVATE) + link(FEED)) },
      [PRIVATE]: { body: rss('Members') },
      [FEED]: { body: rss('World') },
    });
    const reply = await at.run(feedAdd, { address: 'news.example' });
    expect(linesOf(reply)).toHaveLength(3);
    expect(reply.actions).toEqual([{ label: 'Add: World', command: `feed add ${FEED}` }]);
    expect(JSON.stringify(reply)).not.toContain(SECRET);
  });

  test('says so where everyone reads it, or this workspace does, and asks nobody', async () => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    const everyones = await at.run(feedAdd, { address: 'http://www.wire.example/feed/' });
    expect(linesOf(everyones)).toEqual(['We already read it: World Wire. Nothing was added.']);
    expect(at.asked).toEqual([]);
    await at.run(feedAdd, { address: FEED });
    const again = await at.run(feedAdd, { address: FEED });
    expect(linesOf(again)[0]).toMatch(/^This workspace already reads it: Harbour News \(Ana, /);
    expect(at.asked).toEqual([FEED]);
    expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toHaveLength(1);
  });

  test('another workspace may have the same address, as a feed of its own', async () => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    const there = { ...channel, id: 'there' as typeof channel.id, workspace: 'other' as WorkspaceId };
    await at.desk.ledger.workspaces.save({
      id: there.workspace,
      platform: 'terminal',
      name: 'Other',
      languages: ['en'],
      zone: 'UTC',
    });
    await at.desk.ledger.workspaces.saveChannel(there);
    await at.run(feedAdd, { address: FEED });
    const reply = await feedAdd.run({ channel: there, who: 'Bo', options: { address: FEED } }, at.desk);
    expect(reply.kind).toBe('done');
    const [here] = await at.desk.ledger.ownFeeds.listByWorkspace(HERE);
    const [other] = await at.desk.ledger.ownFeeds.listByWorkspace(there.workspace);
    expect(here?.feed.id).not.toBe(other?.feed.id);
    const removing = { channel: there, who: 'Bo', options: { feed: here?.feed.id ?? '' } };
    expect((await feedRemove.run(removing, at.desk)).kind).toBe('refused');
    expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toHaveLength(1);
  });

  test.each([
    ['is no address', 'harbour', 'That is no web address.'],
    ['holds a password', 'https://ana:pa55@news.example/', 'Nothing was added. We do not ask addresses'],
    [
      'cannot be reached',
      'https://closed.example/',
      'Nothing was added. closed.example: The address could not be reached.',
    ],
    ['has no feed', 'https://empty.example/', 'No feed found at empty.example.'],
  ])('adds nothing where what was typed %s', async (_what, address, line) => {
    await using at = await aDeskOn({ 'https://empty.example/': { body: page('') } });
    const reply = await at.run(feedAdd, { address });
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)[0]).toContain(line);
    expect(await at.desk.ledger.ownFeeds.listAll()).toEqual([]);
  });

  test('stops at twenty within an hour, and says so before anybody is asked', async () => {
    await using at = await aDeskOn(manyFeeds(21));
    for (const address of Object.keys(manyFeeds(20))) await at.run(feedAdd, { address });
    const reply = await at.run(feedAdd, { address: 'https://news.example/20.xml' });
    expect(linesOf(reply)[0]).toBe(
      'Not added. 20 feeds were added or tried here within an hour, which is the most. Try again later.',
    );
    expect(at.asked).toHaveLength(20);
  });

  test('counts addresses at which nothing was found, and gives the hour back', async () => {
    await using at = await aDeskOn({ 'https://empty.example/': { body: page('') } });
    const add = () => at.run(feedAdd, { address: 'https://empty.example/' });
    for (let attempt = 0; attempt < 20; attempt += 1) await add();
    const before = at.asked.length;
    const refused = await add();
    expect(refused.kind).toBe('refused');
    expect(linesOf(refused)[0]).toMatch(/^Not added\. 20 feeds were added or tried here/);
    expect(at.asked).toHaveLength(before);

    const later = { ...at.desk, clock: () => new Date(at.desk.clock().getTime() + HOUR_MS) };
    await feedAdd.run({ channel, who: 'Ana', options: { address: 'https://empty.example/' } }, later);
    expect(at.asked.length).toBeGreaterThan(before);
  });

  test('counts a feed that is read again, so that undoing and undoing has an end', async () => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    await at.run(feedAdd, { address: FEED });
    const kinds: string[] = [];
    for (let cycle = 0; cycle < 20; cycle += 1)
      kinds.push((await at.press(await at.run(feedRemove, { feed: '1' }), 'Undo')).kind);
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(19);
    expect(kinds.at(-1)).toBe('refused');
  });

  test('never shows a key again: not in replies, the list, the audit or an exported list', async () => {
    await using at = await aDeskOn({
      [PRIVATE]: { body: rss('Members') },
      [FEED]: { body: rss('Harbour News') },
    });
    const replies = [
      await at.run(feedAdd, { address: PRIVATE }),
      await at.run(feedAdd, { address: PRIVATE }),
      await at.run(feedAdd, { address: FEED }),
      await at.run(feedList, { all: 'yes' }),
      await at.run(feedExport),
      await at.run(feedRemove, { feed: 'Members' }),
      await at.run(feedRemove, { feed: PRIVATE }),
    ];
    const audit = await at.desk.ledger.workspaces.listAudit(HERE, 10);
    expect(audit.map(({ what }) => what)).toEqual(['feed remove', 'feed add', 'feed add']);
    expect(JSON.stringify([replies, audit])).not.toContain(SECRET);
  });
});

describe('feed list', () => {
  test('tells the feeds of this workspace, and how many everyone reads', async () => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    expect(linesOf(await at.run(feedList))).toEqual([
      'This workspace reads no feeds of its own yet.',
      'And 1 feed of 1 outlet that everyone reads.',
    ]);
    await at.run(feedAdd, { address: FEED });
    expect(linesOf(await at.run(feedList))).toEqual([
      'This workspace reads 1 feed of its own',
      `1 · Harbour News · news.example/world.xml · not read yet · Ana, ${at.desk.clock().toISOString()}`,
      'And 1 feed of 1 outlet that everyone reads.',
    ]);
    expect(linesOf(await at.run(feedList, { all: 'yes' })).at(-1)).toBe('World Wire · wire.example/feed');
  });

  test('goes on page by page', () => {
    expect(findCommand(['feed list --all page:2'], commands)).toMatchObject({
      kind: 'command',
      options: { all: 'yes', page: '2' },
    });
  });
});

describe('feed remove', () => {
  test.each(['1', 'harbour NEWS', 'http://news.example/world.xml/', 'news.example/world.xml'])(
    'removes the feed that “%s” means',
    async (named) => {
      await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
      await at.run(feedAdd, { address: FEED });
      expect((await at.run(feedRemove, { feed: named })).kind).toBe('done');
      expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toEqual([]);
    },
  );

  test.each([
    ['0', 'No feed of this workspace is called “0”. It has 1'],
    ['2', 'No feed of this workspace is called “2”. It has 1'],
    ['Gazette', 'No feed of this workspace is called “Gazette”.'],
    ['World Wire', 'World Wire is read by everyone, so it cannot be removed here.'],
    ['wire.example/feed', 'World Wire is read by everyone'],
  ])('removes nothing for “%s”, and says why', async (named, line) => {
    await using at = await aDeskOn({ [FEED]: { body: rss('Harbour News') } });
    await at.run(feedAdd, { address: FEED });
    const reply = await at.run(feedRemove, { feed: named });
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)[0]).toContain(line);
    expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toHaveLength(1);
  });
});

describe('feed import', () => {
  test('adds what can be read, and counts what became of each of the rest', async () => {
    await using at = await aDeskOn({
      [FEED]: { body: rss('Harbour News') },
      'https://news.example/page': { body: page('') },
    });
    const list = opml(
      FEED,
      FEED,
      'https://wire.example/feed',
      'https://closed.example/f',
      'https://news.example/page',
      'file:///etc/passwd',
    );
    const reply = await at.run(feedImport, { opml: list });
    expect(linesOf(reply).slice(0, 2)).toEqual([
      '1 feed added of 5. Not added: already read: 1; could not be reached: 2; no feed there: 1.',
      expect.stringMatching(/^Not added, among others: /),
    ]);
    expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toHaveLength(1);
    expect(at.asked).not.toContain('file:///etc/passwd');
  });

  test('reads the list at a link, through the same fetcher as all feeds', async () => {
    const link = 'https://lists.example/mine.opml';
    await using at = await aDeskOn({ [link]: { body: opml(FEED) }, [FEED]: { body: rss('Harbour News') } });
    expect((await at.run(feedImport, { opml: link })).kind).toBe('done');
    expect(at.asked).toEqual([link, FEED]);
  });

  test('a whole list is undone at once', async () => {
    await using at = await aDeskOn(manyFeeds(3));
    const reply = await at.run(feedImport, { opml: opml(...Object.keys(manyFeeds(3))) });
    expect((await at.press(reply, 'Undo')).kind).toBe('done');
    expect(await at.desk.ledger.ownFeeds.listByWorkspace(HERE)).toEqual([]);
  });

  test('asks for no more than there is room for, and says how many are over the limit', async () => {
    await using at = await aDeskOn(manyFeeds(30));
    const reply = await at.run(feedImport, { opml: opml(...Object.keys(manyFeeds(30))) });
    expect(linesOf(reply)[0]).toBe(
      '20 feeds added of 30. Not added: over the limit of 50 feeds, or of 20 an hour: 10.',
    );
    expect(at.asked).toHaveLength(20);
  });

  test('counts the addresses of a list that do not answer', async () => {
    await using at = await aDeskOn({});
    const dead = (list: number) =>
      opml(...Array.from({ length: 15 }, (_, feed) => `https://${list}-${feed}.example/feed`));
    await at.run(feedImport, { opml: dead(1) });
    const reply = await at.run(feedImport, { opml: dead(2) });
    expect(linesOf(reply)[0]).toContain('over the limit of 50 feeds, or of 20 an hour: 10');
    expect(at.asked).toHaveLength(20);
  });

  test('asks for no more than twenty lists at links within an hour', async () => {
    await using at = await aDeskOn({});
    for (let list = 0; list < 21; list += 1)
      await at.run(feedImport, { opml: `https://closed.example/${list}` });
    expect(at.asked).toHaveLength(20);
  });

  test.each([
    ['', 'That is no OPML list.'],
    ['<rss><channel/></rss>', 'That is no OPML list.'],
    ['https://closed.example/list', 'That is no OPML list.'],
    ['<opml><body/></opml>', 'That list holds no feeds.'],
  ])('refuses “%s”', async (given, line) => {
    await using at = await aDeskOn({});
    const reply = await at.run(feedImport, { opml: given });
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)[0]).toContain(line);
  });
});

describe('feed export', () => {
  test('gives a list that can be imported again, without addresses that hold a key', async () => {
    await using at = await aDeskOn({
      [FEED]: { body: rss('Tom & "Co"') },
      [PRIVATE]: { body: rss('Members') },
    });
    await at.run(feedAdd, { address: FEED });
    await at.run(feedAdd, { address: PRIVATE });
    const { file, lines } = await at.run(feedExport);
    expect(linesOf({ kind: 'answer', lines })[1]).toContain('1 feed left out');
    expect(file?.name).toBe('readout-feeds.opml');
    expect(readOpml({ bytes: new TextEncoder().encode(file?.text) })).toEqual([
      { url: FEED, title: 'Tom & "Co"' },
    ]);
  });

  test('says so where there is nothing to export', async () => {
    await using at = await aDeskOn({});
    expect(linesOf(await at.run(feedExport))).toEqual(['This workspace has no feeds of its own to export.']);
  });
});

test('feeds are told of in French to a workspace that reads French', async () => {
  await using at = await aDeskOn({ [FEED]: { body: rss('Nouvelles du port') } }, ['fr']);
  expect(linesOf(await at.run(feedAdd, { address: FEED }))[0]).toContain('Ajouté : Nouvelles du port');
  expect(linesOf(await at.run(feedList))[0]).toBe('Cet espace lit 1 flux à lui');
});
