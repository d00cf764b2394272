import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { aFeedRoad, type Entry, type FeedRoad } from './a-feed-road.ts';

/** Invented, as is everything reported here. */
const FERRY: Entry = {
  title: 'Ferry line to the northern islands reopens',
  link: 'https://courier.example/ferry',
  guid: 'n-1001',
  pubDate: 'Mon, 02 Mar 2026 10:05:00 GMT',
  summary: 'The first boat left with ninety passengers.',
};
const HARBOUR: Entry = {
  title: 'Harbour council names a new master',
  link: 'https://courier.example/harbour',
  guid: 'n-1002',
  pubDate: 'Mon, 02 Mar 2026 10:06:00 GMT',
  summary: 'She has steered pilot boats for twenty years.',
};
const CALL: Entry = {
  title: 'Freedonia and Sylvania spoke by phone',
  link: 'https://courier.example/call',
  guid: 'c-1',
  pubDate: 'Mon, 02 Mar 2026 10:15:00 GMT',
  summary: 'The leaders of Freedonia and Sylvania spoke by phone on Monday for an hour.',
};

const without = (entry: Entry, ...names: readonly (keyof Entry)[]): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !names.some((one) => one === name)));

const many = (count: number, host = 'courier.example', prefix = 'old'): readonly Entry[] =>
  Array.from({ length: count }, (_, number) => ({
    title: `Minutes of sitting ${number} of the ${prefix} harbour council`,
    link: `https://${host}/${prefix}/${number}`,
    guid: `${host}-${prefix}-${number}`,
    pubDate: 'Mon, 02 Mar 2026 09:00:00 GMT',
  }));

/** Its first visit, which posts nothing, lies behind the feed. */
async function afterFirstVisit(first: readonly Entry[] = []): Promise<FeedRoad> {
  const road = await aFeedRoad();
  await road.visit(first);
  return road;
}

const parked = (road: FeedRoad) => road.ledger.articles.listInState('parked', 1_000);

describe('what an item is known by', () => {
  test('I01: without a guid it is its link, and then its title with the day', async () => {
    await using road = await afterFirstVisit();
    const linked = without(FERRY, 'guid');
    const bare = without(HARBOUR, 'guid', 'link');
    for (let round = 0; round < 3; round += 1) await road.visit([linked, bare]);
    expect(await road.titles()).toEqual([FERRY.title, HARBOUR.title]);
  });

  test('I02: an empty guid is none, and joins no two items', async () => {
    await using road = await afterFirstVisit();
    const blank = [FERRY, HARBOUR].map((entry) => ({ ...entry, guid: '  ' }));
    for (let round = 0; round < 3; round += 1) await road.visit(blank);
    expect(await road.titles()).toEqual([FERRY.title, HARBOUR.title]);
  });

  test('I03: one guid on all items joins none of them', async () => {
    await using road = await afterFirstVisit();
    const same = [FERRY, HARBOUR, CALL].map((entry) => ({ ...entry, guid: 'news' }));
    for (let round = 0; round < 3; round += 1) await road.visit(round === 1 ? same.toReversed() : same);
    expect(await road.titles()).toEqual([FERRY.title, HARBOUR.title, CALL.title]);
  });

  test('I04: a guid that changes at every fetch makes nothing new', async () => {
    await using road = await afterFirstVisit();
    for (const round of [1, 2, 3]) await road.visit([{ ...FERRY, guid: `session-${round}` }]);
    expect(await road.titles()).toEqual([FERRY.title]);
  });

  test('I05: a guid and link that hold the headline change with it, and the same headline at another address joins nothing', async () => {
    await using road = await afterFirstVisit();
    const headed = { ...FERRY, link: 'https://courier.example/ferry-reopens', guid: 'ferry-reopens' };
    const reheaded = { ...headed, link: 'https://courier.example/ferry-back', guid: 'ferry-back' };
    await road.visit([headed]);
    await road.visit([reheaded]);
    // Titles alone never join articles: the two are one story, not one article.
    expect(await road.titles()).toEqual([FERRY.title, FERRY.title]);
    await road.visit([headed, reheaded]);
    expect(await road.articles()).toHaveLength(2);
  });

  test('I06: a fragment alone makes no other item', async () => {
    await using road = await afterFirstVisit();
    const bare = without(FERRY, 'guid');
    await road.visit([bare]);
    await road.visit([{ ...bare, link: `${bare.link}#comments` }]);
    expect(await road.articles()).toHaveLength(1);
  });

  test('I07: tracking parameters alone make no other item', async () => {
    await using road = await afterFirstVisit();
    const bare = without(FERRY, 'guid');
    await road.visit([bare]);
    await road.visit([{ ...bare, link: `${bare.link}?utm_source=rss&at_medium=feed` }]);
    expect(await road.articles()).toHaveLength(1);
  });

  test('I08: http and https, with and without the last slash, are one address', async () => {
    await using road = await afterFirstVisit();
    const bare = without(FERRY, 'guid');
    await road.visit([bare]);
    await road.visit([{ ...bare, link: 'http://courier.example/ferry/' }]);
    expect(await road.articles()).toHaveLength(1);
  });

  test('I10: a guid that is used again for another report is another article', async () => {
    await using road = await afterFirstVisit();
    await road.visit([FERRY]);
    const next = { ...HARBOUR, guid: 'n-1001' };
    for (let round = 0; round < 2; round += 1) await road.visit([next]);
    expect(await road.titles()).toEqual([FERRY.title, HARBOUR.title]);
  });
});

describe('what comes again', () => {
  test('I09: the same guid with another title is a new edition of one article, and no new card', async () => {
    await using road = await afterFirstVisit();
    await road.visit([CALL]);
    await road.visit([{ ...CALL, title: `${CALL.title} for two hours` }]);
    expect(await road.articles()).toMatchObject([{ title: `${CALL.title} for two hours`, edition: 2 }]);
    expect(await road.cards()).toBe(1);
  });

  test('I09: another text under the same title is a new edition as well', async () => {
    await using road = await afterFirstVisit();
    await road.visit([FERRY]);
    await road.visit([{ ...FERRY, summary: 'The first boat left with nine passengers.' }]);
    expect(await road.articles()).toMatchObject([{ title: FERRY.title, edition: 2 }]);
  });

  test('I13: a feed that is emptied and then restored brings nothing new', async () => {
    await using road = await afterFirstVisit([FERRY, HARBOUR]);
    await road.visit([]);
    await road.visit([FERRY, HARBOUR, CALL]);
    expect(await road.articles()).toHaveLength(3);
    expect(await road.cards()).toBe(1);
  });

  test('I14: items that reappear after six months are known', async () => {
    await using road = await afterFirstVisit([FERRY, CALL]);
    await road.visit([HARBOUR], { minutes: (180 * DAY_MS) / MINUTE_MS });
    await road.visit([HARBOUR, FERRY, CALL]);
    expect(await road.articles()).toHaveLength(3);
    expect(await road.cards()).toBe(0);
  });

  test('I14: an old item that was never seen is archive, and no reason to post', async () => {
    await using road = await afterFirstVisit();
    await road.visit([CALL], { minutes: (180 * DAY_MS) / MINUTE_MS });
    expect(await road.articles()).toMatchObject([{ isArchive: true }]);
    expect(await road.cards()).toBe(0);
  });

  test('I15: the order of items means nothing', async () => {
    await using road = await afterFirstVisit();
    await road.visit([FERRY, HARBOUR, CALL]);
    await road.visit([CALL, FERRY, HARBOUR]);
    expect(await road.articles()).toHaveLength(3);
    expect(await road.cards()).toBe(1);
  });

  test('I23: an item that was removed and added again is known, and its removal claims nothing', async () => {
    await using road = await afterFirstVisit();
    await road.visit([CALL, FERRY]);
    await road.visit([FERRY]);
    const [article] = await road.articles();
    const [stored] = await road.ledger.articles.findStored([article?.id ?? ('' as never)]);
    expect(stored?.state).toBe('read');
    await road.visit([CALL, FERRY]);
    expect(await road.articles()).toHaveLength(2);
    expect(await road.cards()).toBe(1);
  });

  test('I28: what stands in the feed is remembered anew at every visit, however long it stands there', async () => {
    await using road = await afterFirstVisit([FERRY]);
    const day = DAY_MS / MINUTE_MS;
    for (let month = 0; month < 20; month += 1) await road.visit([FERRY], { minutes: 30 * day });
    expect(await road.articles()).toMatchObject([{ edition: 1 }]);
    // Whatever is forgotten by age is not what a feed still shows.
    expect(road.oldestKeySeenAt()).toBe(road.now().toISOString());
  });
});

describe('a flood', () => {
  test('I11: a whole feed under new guids and addresses is parked: stored, not posted', async () => {
    const items = [...many(7), CALL];
    await using road = await afterFirstVisit(items);
    const reissued = items.map((entry, number) => ({
      ...entry,
      guid: `again-${number}`,
      link: `${entry.link}?edition=2&item=${number}`,
    }));
    await road.visit(reissued);
    expect(await parked(road)).toHaveLength(8);
    expect((await road.record()).parkedSince).toBe(road.now().toISOString());
    await road.visit(reissued);
    expect(await parked(road)).toHaveLength(8);
    expect(await road.cards()).toBe(0);
  });

  test('I11: new guids alone, with links as they were, bring nothing at all', async () => {
    const items = [...many(7), CALL];
    await using road = await afterFirstVisit(items);
    await road.visit(items.map((entry, number) => ({ ...entry, guid: `again-${number}` })));
    expect(await road.articles()).toHaveLength(8);
    expect(await parked(road)).toEqual([]);
  });

  test('I12: a whole feed at a new host brings nothing where its guids stay', async () => {
    const items = many(8);
    await using road = await afterFirstVisit(items);
    await road.visit(items.map((entry, number) => ({ ...entry, link: `https://new.example/${number}` })));
    expect(await road.articles()).toHaveLength(8);
    expect(await parked(road)).toEqual([]);
  });

  test('I12: a whole feed at a new host is parked where its guids move along', async () => {
    const items = many(8);
    await using road = await afterFirstVisit(items);
    const moved = items.map(({ guid, link, ...entry }) => ({
      ...entry,
      guid: guid?.replace('courier', 'new') ?? '',
      link: link?.replace('courier', 'new') ?? '',
    }));
    await road.visit(moved);
    expect(await parked(road)).toHaveLength(8);
  });

  test('I16: five hundred new items at once are parked, and dropped ones never come again', async () => {
    await using road = await afterFirstVisit(many(3, 'courier.example', 'first'));
    const flood = [...many(499), CALL];
    await road.visit(flood);
    expect(await parked(road)).toHaveLength(500);
    expect(await road.cards()).toBe(0);
    const [{ outlet } = { outlet: undefined }] = await parked(road);
    expect(outlet && (await road.ledger.articles.dropParked(outlet))).toBe(500);
    await road.visit(flood);
    expect(await road.articles()).toHaveLength(3);
    expect(await road.cards()).toBe(0);
  });
});

describe('when an item was published', () => {
  const publishedOf = async (pubDate: string | undefined) => {
    await using road = await afterFirstVisit();
    await road.visit([pubDate === undefined ? without(CALL, 'pubDate') : { ...CALL, pubDate }]);
    const [article] = await road.articles();
    return { article, cards: await road.cards(), now: road.now() };
  };

  test('I17: an item without a date is news of the moment it was seen', async () => {
    const { article, cards, now } = await publishedOf(undefined);
    expect(article?.publishedAt).toBeUndefined();
    expect(article).toMatchObject({ seenAt: now.toISOString(), isArchive: false });
    expect(cards).toBe(1);
  });

  test('I18: a date that cannot be read is absent, and the item is news of the moment it was seen', async () => {
    const { article, cards } = await publishedOf('the day after the fair');
    expect(article).toBeDefined();
    expect(article?.publishedAt).toBeUndefined();
    expect(cards).toBe(1);
  });

  test('I18: a localised date and one with a two-digit year are read', async () => {
    expect((await publishedOf('02 Mar 26 10:15:00 GMT')).article?.publishedAt).toBe(
      '2026-03-02T10:15:00.000Z',
    );
    expect((await publishedOf('lun., 02 mars 2026 10:15:00 +0000')).article?.publishedAt).toBe(
      '2026-03-02T10:15:00.000Z',
    );
  });

  test.each(['Fri, 31 Dec 9999 23:59:59 GMT', '+275760-09-13T00:00:00Z'])(
    'I19: %s is never shown as the day of an event',
    async (pubDate) => {
      const { article } = await publishedOf(pubDate);
      const year = article?.publishedAt?.slice(0, 4) ?? 'none';
      expect(['none', '2026']).toContain(year);
    },
  );

  test('I20: an item dated 1970 is archive or undated, and is no reason for a dated card', async () => {
    const { article, cards } = await publishedOf('Thu, 01 Jan 1970 00:00:00 GMT');
    expect(article?.publishedAt === undefined || article.isArchive).toBe(true);
    expect(cards).toBe(article?.publishedAt === undefined ? 1 : 0);
  });

  test('I21: an item dated three hours ahead is held, and comes once it is due', async () => {
    await using road = await afterFirstVisit();
    const ahead = { ...CALL, pubDate: 'Mon, 02 Mar 2026 13:20:00 GMT' };
    await road.visit([ahead]);
    expect(await road.articles()).toEqual([]);
    await road.visit([ahead], { minutes: (2 * HOUR_MS) / MINUTE_MS });
    expect(await road.cards()).toBe(0);
    await road.visit([ahead], { minutes: HOUR_MS / MINUTE_MS });
    expect(await road.articles()).toMatchObject([{ publishedAt: '2026-03-02T13:20:00.000Z' }]);
    expect(await road.cards()).toBe(1);
  });

  test('I22: a date that is rewritten at every build makes no edition, and the first one stays', async () => {
    await using road = await afterFirstVisit();
    await road.visit([CALL]);
    await road.visit([{ ...CALL, pubDate: 'Mon, 02 Mar 2026 10:29:00 GMT' }]);
    expect(await road.articles()).toMatchObject([{ edition: 1, publishedAt: '2026-03-02T10:15:00.000Z' }]);
  });
});

describe('one story, one card', () => {
  const ofPalace: Entry = {
    ...CALL,
    title: 'Freedonia and Sylvania spoke by phone on Monday',
    link: 'https://palace.example/call',
    guid: 'p-1',
  };

  test('I24: two feeds with the same story give one card', async () => {
    await using road = await afterFirstVisit();
    await road.visit([], { of: 'palace' });
    await road.visit([CALL]);
    await road.visit([ofPalace], { of: 'palace' });
    expect(await road.articles()).toHaveLength(2);
    expect(await road.ledger.stories.count()).toBe(1);
    expect(await road.cards()).toBe(1);
  });

  test('I25: a story that meets two topics of one channel is posted there once, under both', async () => {
    await using road = await afterFirstVisit();
    await road.watch('Sylvania');
    await road.visit([CALL]);
    expect(await road.cards()).toBe(1);
    const [story] = await road.ledger.stories.listRecent({ since: new Date(0), limit: 9 });
    const [post] = await road.ledger.deliveries.postsOf(story?.id ?? ('' as never));
    const about = post?.card.about.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    expect(about).toContain('Freedonia Sylvania call');
    expect(about).toContain('Sylvania”');
  });

  test('I26: a watch that begins during a visit gets its card at the next article, and none twice', async () => {
    await using road = await afterFirstVisit();
    road.afterNextArticle(() => road.watch('harbour'));
    await road.visit([FERRY, HARBOUR]);
    expect(await road.cards()).toBe(0);
    const later = { ...HARBOUR, guid: 'n-1003', link: 'https://courier.example/harbour-2' };
    await road.visit([FERRY, HARBOUR, { ...later, title: 'Harbour council thanks the old master' }]);
    expect(await road.cards()).toBe(1);
    await road.visit([FERRY, HARBOUR, { ...later, title: 'Harbour council thanks the old master' }]);
    expect(await road.cards()).toBe(1);
  });

  test('I27: the first visit of a feed posts nothing, and its items are on hand', async () => {
    await using road = await aFeedRoad();
    await road.visit([CALL, FERRY]);
    expect(await road.cards()).toBe(0);
    expect(await road.articles()).toMatchObject([{ isArchive: true }, { isArchive: true }]);
  });
});
