import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { welcomeOperator } from '#channel/operator-channel.ts';
import type { Desk, Released } from '#command/command.ts';
import { feedDrop } from '#command/feed/feed-drop.ts';
import { feedHealth } from '#command/feed/feed-health.ts';
import { feedRelease } from '#command/feed/feed-release.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { feedHealthWordsIn } from '#command/words/feed-health-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { Catalogue } from '#feed/catalogue.ts';
import { type Feed, type FeedRecord, feedIdOf } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { NOON, desk as terminal } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf, plainText } from '../plain-text.ts';

const outletOf = (id: string, name: string, more: Partial<Outlet> = {}): Outlet => ({
  id: id as OutletId,
  name,
  kind: 'media',
  owner: name,
  languages: ['en'],
  ...more,
});
const OUTLETS = [
  outletOf('gazette', 'The Hill Gazette'),
  outletOf('castle', 'The Castle', { kind: 'official', voiceOf: 'france' as ActorId }),
];
const feedOf = (outlet: string, url: string): Feed => ({
  id: feedIdOf(url),
  url,
  outlet: outlet as OutletId,
});
const GAZETTE = feedOf('gazette', 'https://gazette.example/rss?key=s3cret');
const CASTLE = feedOf('castle', 'https://castle.example/rss');
const WELL: Partial<FeedRecord> = {
  lastReadAt: '2026-03-02T11:55:00.000Z',
  lastNewAt: '2026-03-02T11:00:00.000Z',
  isFirstVisitDone: true,
};
const REFUSED: Partial<FeedRecord> = {
  failingSince: '2026-03-02T02:10:00.000Z',
  failuresInARow: 14,
  vitals: { failure: 'refused', status: 403 },
};

/** A desk that reads two outlets; what is remembered of their feeds is the test's. */
async function examined(
  records: { readonly gazette?: Partial<FeedRecord>; readonly castle?: Partial<FeedRecord> },
  languages?: readonly string[],
) {
  const at = await aDesk(languages);
  const desk: Desk = { ...at.desk, catalogue: new Catalogue({ feeds: [GAZETTE, CASTLE], outlets: OUTLETS }) };
  await desk.ledger.feeds.save({ ...newFeedRecord(GAZETTE, NOON), ...WELL, ...records.gazette });
  await desk.ledger.feeds.save({ ...newFeedRecord(CASTLE, NOON), ...WELL, ...records.castle });
  return { at, desk };
}

const ask = (options: Readonly<Record<string, string>> = {}, channel = terminal) => ({
  channel,
  who: 'Ana',
  options,
});

async function hold(desk: Desk, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const at = NOON.toISOString();
    const id = `held-${number}` as ArticleId;
    await desk.ledger.articles.save(
      {
        id,
        feed: GAZETTE.id,
        outlet: GAZETTE.outlet,
        title: `Held ${number}`,
        isFullText: false,
        seenAt: at,
        edition: 1,
        isArchive: false,
      },
      'parked',
    );
  }
}

describe('what every reply says of feeds', () => {
  const told = async (desk: Desk) =>
    (await tellFeeds(terminal, await wordsFor(ask(), desk), desk)).map(plainText);

  test('counts what is read as feed health does: an empty feed is, one that refuses us is not', async () => {
    const { at, desk } = await examined({ gazette: { vitals: { items: 0 } }, castle: REFUSED });
    await using _ = at;
    const [read, silent] = await told(desk);
    expect(read).toMatch(/^1 of 2 feeds read, last /);
    expect(silent).toMatch(/^Not read: The Castle since /);
  });

  test('says who decides on what is held back', async () => {
    const { at, desk } = await examined({ gazette: { parkedSince: '2026-03-02T11:00:00.000Z' } });
    await using _ = at;
    await hold(desk, 2);
    const held = (await told(desk)).find((line) => line.includes('held back')) ?? '';
    expect(held).toContain('own feeds, decide in feed health');
    expect(held).toContain('the operator does');
  });

  test('names nothing as silent that was not asked yet', async () => {
    const { at, desk } = await examined({ castle: { lastReadAt: undefined as never } });
    await using _ = at;
    const lines = await told(desk);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^1 of 2 feeds read, last /);
  });
});

describe('feed health', () => {
  test('counts those that are well, and says of the others why not and which topics rest on them', async () => {
    const { at, desk } = await examined({ castle: REFUSED });
    await using _ = at;
    await watchAdd.run(ask({ topic: 'France Russia' }), desk);
    expect(linesOf(await feedHealth.run(ask(), desk))).toEqual([
      '1 of 2 feeds well.',
      'The Castle: refuses us (403) since 2026-03-02T02:10:00.000Z, 14 tries; topics that rest on it: “France Russia”.',
    ]);
  });

  test('says that no topic rests on a medium: others report too', async () => {
    const { at, desk } = await examined({ gazette: REFUSED });
    await using _ = at;
    await watchAdd.run(ask({ topic: 'France Russia' }), desk);
    expect(linesOf(await feedHealth.run(ask(), desk))[1]).toBe(
      'The Hill Gazette: refuses us (403) since 2026-03-02T02:10:00.000Z, 14 tries.',
    );
  });

  test('shows one outlet on demand, also where it is well', async () => {
    const { at, desk } = await examined({});
    await using _ = at;
    expect(linesOf(await feedHealth.run(ask({ outlet: 'the castle' }), desk))).toEqual([
      'The Castle: well, last new 2026-03-02T11:00:00.000Z.',
    ]);
    expect(linesOf(await feedHealth.run(ask({ outlet: 'nobody' }), desk))[0]).toContain('“nobody”');
  });

  test('says of an outlet none of whose feeds are read any more that it is not', async () => {
    const { at, desk } = await examined({});
    await using _ = at;
    const catalogue = new Catalogue({ feeds: [CASTLE], outlets: OUTLETS });
    const reply = await feedHealth.run(ask({ outlet: 'gazette' }), { ...desk, catalogue });
    expect(linesOf(reply)).toEqual(['The Hill Gazette is not read any more: no feed of it is left here.']);
  });

  test('takes what was not read yet for neither well nor unwell, and says where there is nothing to judge', async () => {
    const { at, desk } = await examined({});
    await using _ = at;
    const unread = { ...newFeedRecord(GAZETTE, NOON) };
    await desk.ledger.feeds.save(unread);
    expect(linesOf(await feedHealth.run(ask(), desk))).toEqual(['1 of 2 feeds well, 1 not read yet.']);
    const empty = { ...desk, catalogue: new Catalogue({ feeds: [], outlets: [] }) };
    expect(linesOf(await feedHealth.run(ask(), empty))).toEqual(['No feeds are read here.']);
  });

  test('counts in French as French does', () => {
    const french = feedHealthWordsIn('fr');
    expect(plainText(french.more(1))).toMatch(/^Et 1 autre :/);
    expect(plainText(french.more(2))).toMatch(/^Et 2 autres :/);
    expect(plainText(french.released('Le Phare', 1, 0))).toMatch(/^Le Phare : 1 publié\./);
    expect(plainText(french.dropped('Le Phare', 1))).toMatch(/^Le Phare : 1 écarté\./);
    expect(plainText(french.well(0, 2, 2))).toBe('0 flux sur 2 en ordre, 2 pas encore lus.');
  });

  test('says it in French', async () => {
    const { at, desk } = await examined({ castle: REFUSED }, ['fr']);
    await using _ = at;
    expect(linesOf(await feedHealth.run(ask(), desk))).toEqual([
      '1 flux sur 2 en ordre.',
      'The Castle : nous refuse (403) depuis 2026-03-02T02:10:00.000Z, 14 essais.',
    ]);
  });

  test('never shows what an address may hold besides host and path', async () => {
    const { at, desk } = await examined({ gazette: { url: 'https://ana:pass@new.example/rss?key=s3cret' } });
    await using _ = at;
    const lines = linesOf(await feedHealth.run(ask({ outlet: 'gazette' }), desk)).join(' ');
    expect(lines).toContain('new.example/rss');
    expect(lines).not.toMatch(/s3cret|ana|pass@/);
  });
});

describe('what is held back', () => {
  const released: Released = { read: 30, unread: 0 };
  const held = async () => {
    const { at, desk } = await examined({ gazette: { parkedSince: NOON.toISOString() } });
    await hold(desk, 30);
    const running: Desk = { ...desk, release: () => Promise.resolve(released) };
    return { at, desk: running };
  };

  test('is offered to the operator to release or drop', async () => {
    const { at, desk } = await held();
    await using _ = at;
    const reply = await feedHealth.run(ask(), desk);
    expect(linesOf(reply)[1]).toContain('(30 articles)');
    expect(reply.actions?.map(({ command }) => command)).toEqual([
      'feed release gazette',
      'feed drop gazette',
    ]);
  });

  test('is no longer told once nothing is held, whatever the record still says', async () => {
    const { at, desk } = await examined({ gazette: { parkedSince: NOON.toISOString() } });
    await using _ = at;
    expect(linesOf(await feedHealth.run(ask(), desk))).toEqual(['2 of 2 feeds well.']);
  });

  test('is released by the running program, and who did it stands in the audit', async () => {
    const { at, desk } = await held();
    await using _ = at;
    const reply = await feedRelease.run(ask({ outlet: 'gazette' }), desk);
    expect(reply.kind).toBe('done');
    expect(linesOf(reply)[0]).toContain('30 released');
    expect((await desk.ledger.feeds.find(GAZETTE.id))?.parkedSince).toBeUndefined();
    expect(await desk.ledger.workspaces.listAudit(terminal.workspace, 9)).toMatchObject([
      { who: 'Ana', what: 'feed release', detail: 'The Hill Gazette' },
    ]);
  });

  test('is dropped for good', async () => {
    const { at, desk } = await held();
    await using _ = at;
    expect(linesOf(await feedDrop.run(ask({ outlet: 'The Hill Gazette' }), desk))[0]).toContain('30 dropped');
    expect(await desk.ledger.articles.countInState('parked')).toEqual(new Map());
    expect((await feedDrop.run(ask({ outlet: 'gazette' }), desk)).kind).toBe('refused');
  });

  test('is released nowhere but in the running program', async () => {
    const { at, desk } = await held();
    await using _ = at;
    const { release: _release, ...alone } = desk;
    const reply = await feedRelease.run(ask({ outlet: 'gazette' }), alone);
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)[0]).toContain('readout parked release');
  });

  test("is decided on in the operator's channel alone", async () => {
    const { at, desk } = await held();
    await using _ = at;
    const elsewhere = { ...terminal, platform: 'discord', address: '1' } as const;
    const operators = { platform: 'discord', address: '2' } as const;
    await welcomeOperator(operators, { languages: ['en'], zone: 'UTC' }, desk.ledger.workspaces);
    for (const command of [feedRelease, feedDrop]) {
      const reply = await command.run(ask({ outlet: 'gazette' }, elsewhere), desk);
      expect(reply.kind).toBe('refused');
      expect(linesOf(reply)[0]).toContain('Only the operator');
    }
    expect((await feedHealth.run(ask({}, elsewhere), desk)).actions).toEqual([]);
    const there = await feedRelease.run(ask({ outlet: 'gazette' }, { ...terminal, ...operators }), desk);
    expect(there.kind).toBe('done');
  });
});
