import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { PlatformState } from '#channel/chat-platforms.ts';
import { status } from '#command/admin/status.ts';
import { helpOn } from '#command/help.ts';
import { newsLatest } from '#command/news/news-latest.ts';
import { newsSearch } from '#command/news/news-search.ts';
import { storyShow } from '#command/story/story-show.ts';
import { Catalogue } from '#feed/catalogue.ts';
import type { Feed, FeedId } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { desk as channel, NOON } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const anOutlet = (id: OutletId): Outlet => ({
  id,
  name: id.replace('outlet-', 'Outlet '),
  kind: 'media',
  owner: 'Example Group',
  languages: ['en'],
});

describe('news', () => {
  test('latest tells the newest stories by headline and status', async () => {
    await using at = await aDesk();
    const older = await at.report('Iran and Ukraine meet', 5);
    const newer = await at.report('Macron and Putin spoke by phone');
    const lines = linesOf(await at.run(newsLatest));
    expect(lines[0]).toBe('2 stories in the last 7 days, newest first');
    expect(lines[1]).toBe(`${newer} · Macron and Putin spoke by phone`);
    expect(lines[2]).toContain('REPORTED');
    expect(lines[3]).toContain(older);
  });

  test.each([
    ['fr', ['en'], 'RAPPORTÉ'],
    ['en', ['fr'], 'REPORTED'],
    // A language in which we have no words leaves the list as its workspace reads.
    ['ru', ['fr', 'en'], 'RAPPORTÉ'],
  ])(
    'latest tells somebody who reads %s how a story stands, where the workspace reads %j',
    async (language, languages, status) => {
      await using at = await aDesk(languages);
      await at.report('Macron and Putin spoke by phone');
      const reply = await newsLatest.run({ channel, who: 'Ana', options: {}, language }, at.desk);
      expect(linesOf(reply)[2]).toContain(status);
    },
  );

  test('search finds a story on a topic that nobody watches, older than a week', async () => {
    await using at = await aDesk();
    const story = await at.report('Macron and Putin spoke by phone', 24 * 20);
    const lines = linesOf(await at.run(newsSearch, { words: 'Poutine Macron appel' }));
    expect(lines[0]).toMatch(/^“Poutine Macron appel”: 1 story since 2026-01-31.*, newest first$/);
    expect(lines[1]).toContain(story);
  });

  test('says what was read when there is nothing to tell', async () => {
    await using at = await aDesk();
    const record = newFeedRecord(at.feed, NOON);
    await at.desk.ledger.feeds.register([record]);
    await at.desk.ledger.feeds.save({ ...record, lastReadAt: '2026-03-02T11:55:00.000Z' });
    const reply = await at.run(newsLatest, { topic: 'Macron Putin call' });
    expect(linesOf(reply)).toEqual([
      'Nothing on “Macron Putin call” in the last 7 days.',
      '1 of 1 feed read, last 2026-03-02T11:55:00.000Z.',
    ]);
    expect(reply.actions).toEqual([{ label: 'All topics', command: 'news latest' }]);
  });

  test('shows the way to what names all who are asked for, where only the event is missing', async () => {
    await using at = await aDesk();
    await at.report('Macron and Putin dine');
    const reply = await at.run(newsLatest, { topic: 'Macron Putin call' });
    expect(linesOf(reply).slice(0, 2)).toEqual([
      'Nothing on “Macron Putin call” in the last 7 days.',
      'Missed narrowly: 1 article names Emmanuel Macron and Vladimir Putin, but no phone call.',
    ]);
    expect(reply.actions?.[0]).toEqual({
      label: 'Those missed narrowly',
      command: 'news search Macron Putin',
    });
  });

  test('says what was not read for a while, and is again', async () => {
    await using at = await aDesk();
    const record = newFeedRecord(at.feed, NOON);
    const lastOutage = { since: '2026-03-02T02:10:00.000Z', until: '2026-03-02T05:40:00.000Z' };
    await at.desk.ledger.feeds.save({
      ...record,
      lastReadAt: '2026-03-02T11:55:00.000Z',
      vitals: { lastOutage },
    });
    expect(linesOf(await at.run(newsLatest)).at(-1)).toBe(
      'Not read for a while: World Wire from 2026-03-02T02:10:00.000Z to 2026-03-02T05:40:00.000Z.',
    );
    const longAgo = { since: '2026-02-01T02:10:00.000Z', until: '2026-02-01T05:40:00.000Z' };
    await at.desk.ledger.feeds.save({ ...record, vitals: { lastOutage: longAgo } });
    expect(linesOf(await at.run(newsLatest)).join(' ')).not.toContain('for a while');
  });

  test('names the outlets that do not answer', async () => {
    await using at = await aDesk();
    const record = newFeedRecord(at.feed, NOON);
    await at.desk.ledger.feeds.register([record]);
    await at.desk.ledger.feeds.save({
      ...record,
      failuresInARow: 3,
      failingSince: '2026-03-02T02:10:00.000Z',
    });
    expect(linesOf(await at.run(newsLatest))).toContain(
      'Not read: World Wire since 2026-03-02T02:10:00.000Z.',
    );
  });

  test('gives a number, three names and the reasons when many outlets do not answer', async () => {
    await using at = await aDesk();
    const { desk } = at;
    const feeds: Feed[] = [];
    const outlets: Outlet[] = [];
    for (let number = 1; number <= 40; number += 1) {
      const outlet = `outlet-${Math.ceil(number / 2)}` as OutletId;
      const feed = { ...at.feed, id: `feed-${number}` as FeedId, outlet };
      feeds.push(feed);
      outlets.push(anOutlet(outlet));
      await desk.ledger.feeds.save({
        ...newFeedRecord(feed, NOON),
        failingSince: `2026-03-02T02:${number + 10}:00.000Z`,
        lastFailure: number > 30 ? 'It answered with status 403.' : 'It did not answer in time.',
      });
    }
    const catalogue = new Catalogue({ feeds, outlets });
    const reply = await newsLatest.run({ channel, who: 'Ana', options: {} }, { ...desk, catalogue });
    expect(linesOf(reply)).toContain(
      'Not read: 40 feeds of 20 outlets, such as Outlet 1 since 2026-03-02T02:11:00.000Z, ' +
        'Outlet 2 since 2026-03-02T02:13:00.000Z, Outlet 3 since 2026-03-02T02:15:00.000Z. ' +
        'Why: “It did not answer in time” (30), “It answered with status 403” (10).',
    );
  });
});

describe('story show', () => {
  test('gives the card of a story by its short name', async () => {
    await using at = await aDesk();
    const story = await at.report('Macron and Putin spoke by phone');
    const { cards } = await at.run(storyShow, { story: story.toLowerCase() });
    expect(cards).toMatchObject([{ story, headline: 'Macron and Putin spoke by phone' }]);
  });

  test('says what a short name looks like when there is none', async () => {
    await using at = await aDesk();
    expect(linesOf(await at.run(storyShow, { story: 'r-none' }))[0]).toContain(
      'No story is called “R-NONE”.',
    );
  });
});

test('status adds up what is read, on hand and owed', async () => {
  await using at = await aDesk();
  await at.report('Macron and Putin spoke by phone');
  const desk = { ...at.desk, databaseBytes: () => Promise.resolve(12_345_678) };
  const reply = await status.run({ channel, who: 'Ana', options: {} }, desk);
  expect(linesOf(reply)).toEqual([
    'None of 1 feed read yet.',
    '1 article on hand from 2026-03-02T11:00:00.000Z, 1 story. 0 topics watched.',
    'No story has matched a topic yet.',
    'Cards: none. Lines under cards: none.',
    'The database takes 12.3 MB.',
  ]);
});

test('status tells what is held back, from whom, and who decides', async () => {
  await using at = await aDesk();
  await at.report('Macron and Putin spoke by phone');
  const [article] = await at.desk.ledger.articles.listRecent(new Date(0), 1);
  if (!article) throw new Error('No report was stored.');
  for (const id of ['flood-1', 'flood-2'] as ArticleId[]) {
    await at.desk.ledger.articles.save({ ...article, id }, 'parked');
  }
  expect(linesOf(await at.run(status))).toContain(
    '2 articles held back, more at once than their feeds usually bring: World Wire (2). ' +
      "Of this workspace's own feeds, decide in feed health; of everyone's, the operator does: readout parked.",
  );
});

test('status tells which chat platform is not connected', async () => {
  await using at = await aDesk();
  const states: readonly PlatformState[] = [{ platform: 'discord' }, { platform: 'slack', problem: 'no' }];
  const desk = { ...at.desk, platforms: () => states };
  const reply = await status.run({ channel, who: 'Ana', options: {} }, desk);
  expect(linesOf(reply).slice(-2)).toEqual([
    'Discord: connected.',
    "Slack: not connected, tried again twice a minute; the operator's log says why.",
  ]);
});

test('help tells how one begins, and names every command by its first word', async () => {
  await using at = await aDesk();
  const reply = await at.run(helpOn([newsLatest, storyShow, status]));
  const lines = linesOf(reply);
  expect(lines).toContain(
    'news latest [TOPIC] [page:…] · The newest stories of seven days, all or on a topic',
  );
  expect(lines.slice(-3)).toEqual(['news latest', 'story show', 'status · help']);
  expect(reply.actions).toEqual([
    { label: 'news', command: 'help news' },
    { label: 'story', command: 'help story' },
  ]);
});

test('help about a command tells its options, and knows no command that is none', async () => {
  await using at = await aDesk();
  const help = helpOn([newsLatest, storyShow]);
  expect(linesOf(await at.run(help, { command: 'story show' }))).toEqual([
    'story show [STORY] · The card of a story as it stands now',
    expect.stringMatching(/^STORY · /),
  ]);
  expect(linesOf(await at.run(help, { command: 'news' }))).toEqual([
    'news latest [TOPIC] [page:…] · The newest stories of seven days, all or on a topic',
  ]);
  expect(linesOf(await at.run(help, { command: 'help' }))[0]).toMatch(/^help \[COMMAND\] · /);
  expect(await at.run(help, { command: 'story shwo' })).toMatchObject({
    kind: 'refused',
    actions: [{ command: 'help story show' }],
  });
  const unknown = await at.run(help, { command: 'coffee' });
  expect(unknown.kind).toBe('refused');
  expect(linesOf(unknown)).toEqual(['“coffee” is not a command.']);
});
