import { describe, expect, test } from 'vitest';
import type { PageStanding } from '#article/address-check.ts';
import { checkAddresses } from '#delivery/check-addresses.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { openLane } from '#kernel/lane.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { aFeedRoad, type Entry } from '../article/a-feed-road.ts';
import { plainText } from '../command/plain-text.ts';
import { longAtWork } from './owed.ts';
import { scriptedMessenger } from './scripted-messenger.ts';

const CALL: Entry = {
  title: 'Freedonia and Sylvania spoke by phone',
  link: 'https://courier.example/call',
  guid: 'c-1',
  pubDate: 'Mon, 02 Mar 2026 10:15:00 GMT',
  summary: 'The leaders of Freedonia and Sylvania spoke by phone on Monday for an hour.',
};
const OF_PALACE: Entry = { ...CALL, link: 'https://palace.example/call', guid: 'p-1' };
const THERE: PageStanding = { kind: 'there' };
const MISSING: PageStanding = { kind: 'missing', status: 404 };
const UNTOLD: PageStanding = { kind: 'untold' };

/** A card on the call stands in the channel, where somebody has published it. */
async function aCardStands(publisher?: 'courier') {
  const road = await aFeedRoad();
  await road.visit([]);
  await road.visit([], { of: 'palace' });
  if (publisher !== undefined) await road.visit([CALL]);

  const { messenger } = scriptedMessenger();
  const asked: string[] = [];
  const state = { answers: THERE };
  const deliver = () =>
    deliverDue({
      ledger: road.ledger,
      messengers: new Map([['terminal', messenger]]),
      clock: road.now,
      settling: longAtWork(road.now),
      random: () => 0.5,
      log: silentLog,
      metrics: silentMetrics,
    });
  await deliver();
  const probe = {
    ask(url: string) {
      asked.push(url);
      return Promise.resolve(state.answers);
    },
  };
  const lane = openLane();
  let timesOwed = 0;
  /** Lets time pass, asks what is due, and sends what is then owed. */
  const check = async (minutes: number, answers: PageStanding): Promise<number> => {
    road.wait(minutes);
    state.answers = answers;
    const onOwed = () => {
      timesOwed += 1;
    };
    const count = await checkAddresses({ ...road.stages, probe, lane, onOwed });
    road.wait(31);
    await deliver();
    return count;
  };
  const card = async () => {
    const [story] = await road.ledger.stories.listRecent({ since: new Date(0), limit: 1 });
    const [post] = await road.ledger.deliveries.postsOf(story?.id ?? ('' as never));
    if (post === undefined) throw new Error('No card is owed.');
    return post.card;
  };
  return {
    road,
    asked,
    check,
    timesOwed: () => timesOwed,
    status: async () => plainText((await card()).status),
    context: async () => (await card()).context.map(plainText),
    [Symbol.asyncDispose]: () => road[Symbol.asyncDispose](),
  };
}

describe('a report that stands on a card', () => {
  test('and is twice not at its address, where it was, is told as gone, and why is not guessed', async () => {
    await using desk = await aCardStands('courier');
    await desk.check(15, THERE);
    await desk.check(60, MISSING);
    expect(await desk.status()).not.toContain('ADDRESS');
    expect(desk.timesOwed()).toBe(0);
    await desk.check(0, MISSING);
    expect(desk.timesOwed()).toBe(1);
    expect(await desk.status()).toMatch(
      /^NO LONGER AT ITS ADDRESS since 2026-03-02T\S+ \(404\)\. The Courier has not said why\.$/,
    );
    const [article] = await desk.road.articles();
    const [kept] = await desk.road.ledger.articles.findStored(article ? [article.id] : []);
    expect(kept).toMatchObject({ state: 'vanished', stateDetail: '404' });
  });

  test('is told as before once it is back', async () => {
    await using desk = await aCardStands('courier');
    const before = await desk.status();
    await desk.check(15, THERE);
    await desk.check(60, MISSING);
    await desk.check(0, MISSING);
    await desk.check(60, THERE);
    expect(await desk.status()).toBe(before);
  });

  test('keeps its words while another outlet carries the story, and is marked', async () => {
    await using desk = await aCardStands('courier');
    await desk.check(15, THERE);
    await desk.check(60, MISSING);
    await desk.check(0, MISSING);
    await desk.road.visit([OF_PALACE], { of: 'palace' });
    expect(await desk.status()).not.toContain('ADDRESS');
    expect(await desk.context()).toEqual([
      expect.stringMatching(
        /^No longer at its address: The Courier \[\d\], since .*\. It has not said why\.$/,
      ),
    ]);
  });

  test('and was never there for us, is not told as gone: some servers say so to robots', async () => {
    await using desk = await aCardStands('courier');
    const before = await desk.status();
    await desk.check(15, MISSING);
    await desk.check(15, MISSING);
    await desk.check(60, MISSING);
    expect(await desk.status()).toBe(before);
  });

  test('is not told as gone where its server refuses us, or robots', async () => {
    await using desk = await aCardStands('courier');
    const before = await desk.status();
    await desk.check(15, THERE);
    await desk.check(60, UNTOLD);
    await desk.check(60, UNTOLD);
    expect(await desk.status()).toBe(before);
  });

  test('is asked for at most once an hour, later every six, and no more once its card is quiet', async () => {
    await using desk = await aCardStands('courier');
    expect(await desk.check(15, THERE)).toBe(1);
    expect(await desk.check(5, THERE)).toBe(0);
    expect(await desk.check(30, THERE)).toBe(1);
    await desk.check(12 * 60, THERE);
    expect(await desk.check(4 * 60, THERE)).toBe(0);
    expect(await desk.check(2 * 60, THERE)).toBe(1);
    expect(await desk.check(72 * 60, THERE)).toBe(0);
  });
});

test('what is on no card is not asked for', async () => {
  await using desk = await aCardStands();
  await desk.road.visit([{ ...CALL, title: 'A flood closes three roads', guid: 'c-2' }]);
  expect(await desk.check(120, MISSING)).toBe(0);
});
