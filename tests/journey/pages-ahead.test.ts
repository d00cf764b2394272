import { expect, test } from 'vitest';
import type { PageText } from '#article/page-reader.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { carryVisit, withPagesAhead } from '#journey.ts';
import { aFeedRoad } from '../article/a-feed-road.ts';

const TEXT = 'Freedonia and Sylvania spoke by phone. '.repeat(10);

const visitWith = ({ url }: FeedRecord, at: Date, ...items: readonly string[]): FeedVisit => ({
  kind: 'fresh',
  bytes: Buffer.from(
    `<rss version="2.0"><channel><title>News</title>${items
      .map(
        (item) => `<item><title>Freedonia and Sylvania spoke by phone, ${item}</title><guid>${item}</guid>
<link>https://palace.example/${item}</link><pubDate>${at.toUTCString()}</pubDate></item>`,
      )
      .join('')}</channel></rss>`,
  ),
  answeredBy: url,
  validators: {},
  hints: {},
});

/** Reads every page, and keeps which were asked for. */
function pageReader() {
  const asked: string[] = [];
  const read = async (url: string): Promise<PageText> => {
    asked.push(url);
    return { kind: 'read', text: TEXT };
  };
  return { asked, pages: { read } };
}

test('the pages of an official outlet’s news are read before the visit has its turn, each once, the archive’s never', async () => {
  await using road = await aFeedRoad();
  const { asked, pages } = pageReader();
  const stages = { ...road.stages, pages };
  const first = await road.record('palace');
  const archive = visitWith(first, road.now(), 'first');
  await carryVisit(first, archive, await withPagesAhead(first, archive, stages));
  expect(asked).toEqual([]);

  const later = await road.record('palace');
  const news = visitWith(later, road.now(), 'first', 'second', 'third');
  const prepared = await withPagesAhead(later, news, stages);
  expect(asked.toSorted()).toEqual(['https://palace.example/second', 'https://palace.example/third']);
  await carryVisit(later, news, prepared);
  expect(asked).toHaveLength(2);
  expect((await road.articles()).filter(({ isFullText }) => isFullText)).toHaveLength(2);
});

test('the pages of other outlets are left alone', async () => {
  await using road = await aFeedRoad();
  const { asked, pages } = pageReader();
  const stages = { ...road.stages, pages };
  await road.visit([{ title: 'First', guid: '1' }]);
  const record = await road.record('courier');
  expect(await withPagesAhead(record, visitWith(record, road.now(), 'second'), stages)).toBe(stages);
  expect(asked).toEqual([]);
});
