import { describe, expect, test } from 'vitest';
import type { Article, ArticleId } from '#article/article.ts';
import { judgeFlood } from '#article/flood-rule.ts';
import type { Item } from '#article/item.ts';
import { type Arrival, type Memory, sortItems } from '#article/sort-items.ts';
import { toArticle } from '#article/to-article.ts';
import type { Feed, FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';

const FEED: Feed = {
  id: 'feed-1' as FeedId,
  url: 'https://news.example/feed',
  outlet: 'example' as OutletId,
};
const NOW = new Date('2026-03-02T10:00:00Z');
const ITEM: Item = {
  title: 'Ministers of Arvania and Belmark speak by phone',
  link: 'https://news.example/arvania-belmark-call',
  guid: 'n-1001',
  published: '2026-03-02T09:00:00.000Z',
  summary: 'The two spoke for an hour.',
};

/** A feed's memory over several visits, kept as the ledger would keep it. */
class Visits {
  readonly #known = new Map<string, ArticleId>();
  readonly #stored = new Map<ArticleId, Article>();

  see(items: readonly Item[], now = NOW): readonly Arrival[] {
    const memory: Memory = { feed: FEED.id, now, known: this.#known, stored: this.#stored };
    const arrivals = sortItems(items, memory);
    for (const arrival of arrivals) this.#keep(arrival, now);
    return arrivals;
  }

  forgetTexts(): void {
    this.#stored.clear();
  }

  #keep(arrival: Arrival, now: Date): void {
    if (arrival.kind === 'held') return;
    for (const key of arrival.keys) this.#known.set(key, arrival.id);
    if (arrival.kind === 'known') return;
    const earlier = this.#stored.get(arrival.id);
    const circumstances = {
      id: arrival.id,
      feed: FEED,
      now,
      isFirstVisit: false,
      ...(earlier && { earlier }),
    };
    this.#stored.set(arrival.id, toArticle(arrival.item, circumstances));
  }
}

function kindsAfter(first: readonly Item[], second: readonly Item[]): readonly string[] {
  const visits = new Visits();
  visits.see(first);
  return visits.see(second).map(({ kind }) => kind);
}

describe('the same item again', () => {
  test('is known, in whatever order the feed shows its items', () => {
    const other = { ...ITEM, guid: 'n-1002', link: 'https://news.example/other', title: 'Envoy resigns' };
    expect(kindsAfter([ITEM, other], [other, ITEM])).toEqual(['known', 'known']);
  });

  test('is known when its guid changes but link and title stay', () => {
    expect(kindsAfter([ITEM], [{ ...ITEM, guid: 'n-2001' }])).toEqual(['known']);
  });

  test('is known by its link where it has no guid', () => {
    const { guid: _guid, ...bare } = ITEM;
    expect(kindsAfter([bare], [{ ...bare, link: `${bare.link}?utm_source=rss#top` }])).toEqual(['known']);
  });

  test('is known by its title on the same day where it has nothing else', () => {
    const bare = { title: ITEM.title, published: ITEM.published } as Item;
    expect(kindsAfter([bare], [bare])).toEqual(['known']);
  });

  test('stays old news when it comes back after its text was forgotten', () => {
    const visits = new Visits();
    visits.see([ITEM]);
    visits.forgetTexts();
    expect(visits.see([ITEM]).map(({ kind }) => kind)).toEqual(['known']);
  });

  test('counts once within one document', () => {
    expect(new Visits().see([ITEM, ITEM, { ...ITEM, guid: 'n-1001b' }])).toHaveLength(1);
  });
});

describe('a changed item', () => {
  test('with a new headline under the same guid is a new edition of its article', () => {
    const visits = new Visits();
    const [first] = visits.see([ITEM]);
    const [second] = visits.see([{ ...ITEM, title: 'Correction: the two ministers did not speak' }]);
    expect(first?.kind).toBe('new');
    expect(second).toMatchObject({ kind: 'new-edition', id: first?.kind === 'new' ? first.id : '' });
  });

  test('with another lead is a new edition once, then known', () => {
    const visits = new Visits();
    visits.see([ITEM]);
    const corrected = { ...ITEM, summary: 'The two spoke for half an hour.' };
    expect(visits.see([corrected]).map(({ kind }) => kind)).toEqual(['new-edition']);
    expect(visits.see([corrected]).map(({ kind }) => kind)).toEqual(['known']);
  });

  test('whose date alone was rewritten is known', () => {
    expect(kindsAfter([ITEM], [{ ...ITEM, published: '2026-03-02T09:59:00.000Z' }])).toEqual(['known']);
  });
});

describe('another item', () => {
  const other = { ...ITEM, title: 'Fuel prices fall for a third week', link: 'https://news.example/fuel' };

  test('under a guid that was used before is new, and known from then on', () => {
    const visits = new Visits();
    visits.see([ITEM]);
    expect(visits.see([ITEM, other]).map(({ kind }) => kind)).toEqual(['known', 'new']);
    expect(visits.see([other, ITEM]).map(({ kind }) => kind)).toEqual(['known', 'known']);
  });

  test('at an address that is used again and again is new, and known from then on', () => {
    const { guid: _guid, ...live } = ITEM;
    const next = { ...live, title: 'Fuel prices fall for a third week' };
    const visits = new Visits();
    visits.see([live]);
    expect(visits.see([next]).map(({ kind }) => kind)).toEqual(['new']);
    expect(visits.see([next]).map(({ kind }) => kind)).toEqual(['known']);
  });

  test('with the same title on the same day at another address is new', () => {
    const briefing = {
      ...ITEM,
      guid: 'n-1',
      link: 'https://news.example/briefing-1',
      title: 'Press briefing',
    };
    const second = { ...briefing, guid: 'n-2', link: 'https://news.example/briefing-2' };
    expect(kindsAfter([briefing], [briefing, second])).toEqual(['known', 'new']);
  });
});

describe('an item dated ahead', () => {
  test('is held until it is due, then new', () => {
    const embargoed = { ...ITEM, published: '2026-03-02T13:00:00.000Z' };
    const visits = new Visits();
    expect(visits.see([embargoed])).toMatchObject([{ kind: 'held', until: '2026-03-02T13:00:00.000Z' }]);
    expect(visits.see([embargoed], new Date('2026-03-02T13:00:00Z'))).toMatchObject([{ kind: 'new' }]);
  });

  test('by less than ten minutes is taken now: clocks differ', () => {
    expect(new Visits().see([{ ...ITEM, published: '2026-03-02T10:05:00.000Z' }])).toMatchObject([
      { kind: 'new' },
    ]);
  });

  test('by less than zones differ is now where its zone is not sure, and by more is held all the same', () => {
    const visits = new Visits();
    const near: Item = { ...ITEM, published: '2026-03-02T15:30:00.000Z', isZoneDoubtful: true };
    expect(visits.see([near])).toMatchObject([{ kind: 'new' }]);
    expect(visits.see([near])).toMatchObject([{ kind: 'known' }]);
    const far: Item = { ...ITEM, guid: 'far', published: '2026-03-03T01:00:00.000Z', isZoneDoubtful: true };
    expect(new Visits().see([far])).toMatchObject([{ kind: 'held' }]);
  });

  test('by years is held for years', () => {
    expect(new Visits().see([{ ...ITEM, published: '2099-01-01T00:00:00.000Z' }])).toMatchObject([
      { kind: 'held', until: '2099-01-01T00:00:00.000Z' },
    ]);
  });
});

const usual = (usualNewItems: number, lastReadAt = '2026-03-02T09:50:00.000Z') => ({
  usualNewItems,
  lastReadAt,
});

describe('a flood', () => {
  const items = (count: number, host = 'a.example'): readonly Item[] =>
    Array.from({ length: count }, (_, index) => ({
      title: `Communiqué number ${index} of the assembly`,
      link: `https://${host}/${index}`,
      guid: `${host}-${index}`,
      published: ITEM.published ?? '',
    }));
  const judged = (count: number, record: { usualNewItems: number; lastReadAt?: string }) =>
    judgeFlood(new Visits().see(items(count)), record, NOW).kind;

  test('is more than ten new items and more than five times the usual', () => {
    expect(judged(10, usual(0))).toBe('calm');
    expect(judged(11, usual(0))).toBe('too-many-new');
    expect(judged(11, usual(3))).toBe('calm');
  });

  test('is not what piled up while the feed was not read', () => {
    const nightBefore = '2026-03-02T02:00:00.000Z';
    expect(judged(11, usual(0, nightBefore))).toBe('calm');
    expect(judged(57, usual(1, nightBefore))).toBe('calm');
    expect(judged(58, usual(1, nightBefore))).toBe('too-many-new');
    expect(judged(200, usual(4, nightBefore))).toBe('calm');
  });

  test('is five hundred items of a small feed, however long it was not read', () => {
    expect(judged(500, usual(1, '2026-01-01T00:00:00.000Z'))).toBe('too-many-new');
  });

  test('is judged as at a steady pace where the clock was set back, or nothing is known of the last visit', () => {
    expect(judged(11, usual(0, '2026-04-01T00:00:00.000Z'))).toBe('too-many-new');
    expect(judged(11, { usualNewItems: 0 })).toBe('too-many-new');
  });

  test('is a feed that lists its items under new guids and links, also after a night', () => {
    const visits = new Visits();
    visits.see(items(8, 'old.example'));
    const record = usual(0, '2026-03-02T02:00:00.000Z');
    expect(judgeFlood(visits.see(items(8, 'new.example')), record, NOW)).toEqual({
      kind: 're-issued',
      reissued: 8,
      items: 8,
    });
  });

  test('is not made of items that are known', () => {
    const visits = new Visits();
    visits.see(items(50));
    expect(judgeFlood(visits.see(items(50)), usual(0), NOW)).toEqual({ kind: 'calm' });
  });
});
