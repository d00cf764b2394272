import { describe, expect, test } from 'vitest';
import type { Change } from '#card/change.ts';
import { mutedCard } from '#card/muted-card.ts';
import type { SendOutcome } from '#channel/messenger.ts';
import { oweMute } from '#delivery/owe-mute.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { StoryId } from '#story/story.ts';
import { aChannel, denial } from './a-channel.ts';
import { aCard, desk as deskChannel } from './owed.ts';

const NIGHT = { from: '22:00', to: '07:00' };
const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;

const spoke: Change = {
  key: 'side-spoke:syldavia',
  kind: 'side-spoke',
  line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
};

describe('in quiet hours', () => {
  test('news is held, and told in one card when they end', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T21:30:00Z');
    for (const story of ['A', 'B', 'C']) {
      await desk.news({ story, matching: ['talks'] });
      await desk.at(`2026-03-02T21:4${story === 'A' ? 1 : story === 'B' ? 2 : 3}:00Z`);
    }
    expect(desk.log).toEqual([]);
    expect(await desk.account()).toEqual({ held: 3 });

    await desk.at('2026-03-03T05:59:50Z');
    expect(desk.log).toEqual([]);
    expect(desk.timesOwed()).toBe(0);
    await desk.at('2026-03-03T06:00:00Z');
    await desk.at('2026-03-03T06:00:15Z');
    expect(desk.timesOwed()).toBe(1);
    expect(desk.log).toEqual([
      '#desk quiet: While it was quiet (22:00–07:00): 3 stories. [News of A] [News of B] [News of C]',
    ]);
    expect(await desk.account()).toEqual({ digested: 3 });
  });

  test('what was muted while it was held is told to nobody; what takes back is', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.news({ story: 'C', matching: ['talks'] });
    await desk.beat();
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T21:30:00Z');
    for (const story of ['A', 'B']) await desk.news({ story, matching: ['talks'] });
    await desk.news({ story: 'C', changes: [denial('C'), spoke] });
    await desk.at('2026-03-02T21:31:00Z');
    const { subscriptions } = desk.ledger;
    for (const story of ['A', 'C'] as StoryId[])
      await subscriptions.saveMute({
        channel: deskChannel.id,
        story,
        by: 'Ana',
        at: desk.clock.now.toISOString(),
      });
    const before = desk.log.length;
    await desk.at('2026-03-03T06:00:00Z');
    await desk.at('2026-03-03T06:00:15Z');
    expect(desk.log.slice(before).toSorted()).toEqual([
      '#desk quiet: While it was quiet (22:00–07:00): 2 stories, 1 of them corrected or withdrawn. [News of C] [News of B]',
      'reply DENIED by Norland: C.',
    ]);
    expect(await desk.account()).toEqual({ posted: 1, digested: 1, muted: 1 });
  });

  test('what was withdrawn in the night appears as that, never as news', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T21:30:00Z');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.at('2026-03-03T01:00:00Z');
    const withdrawn = { headline: 'WITHDRAWN: News of A', tone: 'red' } as const;
    await desk.news({
      story: 'A',
      card: withdrawn,
      changes: [{ ...denial('A'), key: 'withdrawn:1', kind: 'withdrawn' }],
    });
    await desk.beat();
    await desk.at('2026-03-03T06:00:00Z');
    expect(desk.log).toEqual([
      '#desk quiet: While it was quiet (22:00–07:00): 1 story, 1 of them corrected or withdrawn. [WITHDRAWN: News of A]',
    ]);
  });

  test('an urgent watch passes with two origins, and its denial passes too, with the mention', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { isUrgent: true, mention: '@duty' });
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T21:30:00Z');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    expect(desk.log).toEqual([]);
    await desk.at('2026-03-02T22:30:00Z');
    await desk.news({ story: 'A', matching: ['talks'], origins: 2 });
    await desk.beat();
    expect(desk.log).toEqual(['#desk News of A']);
    await desk.at('2026-03-03T01:00:00Z');
    await desk.news({ story: 'A', card: { tone: 'amber' }, changes: [denial('A')], origins: 2 });
    await desk.at('2026-03-03T01:00:10Z');
    await desk.at('2026-03-03T01:00:20Z');
    expect(desk.log).toEqual(['#desk News of A', 'edit News of A', 'reply @duty DENIED by Norland: A.']);
  });

  test('the denial of a card of the day waits until they end', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T22:00:00Z');
    await desk.news({ story: 'A', card: { tone: 'amber' }, changes: [denial('A')] });
    await desk.at('2026-03-02T22:00:10Z');
    expect(desk.log).toEqual(['#desk News of A', 'edit News of A']);
    await desk.at('2026-03-03T06:00:00Z');
    await desk.at('2026-03-03T06:00:15Z');
    expect(desk.log.slice(2).toSorted()).toEqual([
      '#desk quiet: While it was quiet (22:00–07:00): 1 story, 1 of them corrected or withdrawn. [News of A]',
      'reply DENIED by Norland: A.',
    ]);
  });
});

test.each([
  ['A', 'B', 'C', 'D'],
  ['D', 'C', 'B', 'A'],
])(
  'what was taken back in the night is said in the morning as it happened: %s, %s, %s, %s',
  async (...order) => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.set({ quiet: NIGHT });
    for (const story of order) await desk.news({ story, matching: ['talks'] });
    await desk.beat();
    for (const [hour, story] of order.entries()) {
      await desk.at(`2026-03-02T2${hour}:30:00Z`);
      await desk.news({ story, changes: [denial(story)] });
      await desk.at(`2026-03-02T2${hour}:31:00Z`);
    }
    const before = desk.log.length;
    await desk.at('2026-03-03T06:00:00Z');
    await desk.at('2026-03-03T06:00:15Z');
    const said = desk.log.slice(before).filter((line) => line.includes('DENIED'));
    expect(said.map((line) => line.at(-2))).toEqual(order.slice(1));
  },
);

test('what a restored copy held for an hour that has passed may have been told, and the account says so', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.set({ quiet: NIGHT });
  await desk.at('2026-03-02T21:30:00Z');
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  desk.clock.now = new Date('2026-03-03T12:00:00Z');
  await desk.ledger.restores.begin(desk.clock.now);
  await desk.beat();
  expect(desk.log).toEqual([]);
  expect(await desk.account()).toEqual({ uncertain: 1 });
});

describe('a digest', () => {
  test('tells at its hour what was found since the last one, and is never sent twice', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    expect(await desk.account()).toEqual({ held: 1 });
    await desk.at('2026-03-03T07:00:05Z');
    await desk.at('2026-03-03T07:00:20Z');
    await desk.at('2026-03-03T09:00:00Z');
    expect(desk.log).toEqual(['#desk digest: Digest ·  · since  · 1 topic [News of A]']);
    expect(await desk.account()).toEqual({ digested: 1 });
  });

  test('is one line when nothing was found', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.at('2026-03-03T07:00:05Z');
    expect(desk.log).toEqual(['#desk digest: Nothing found on 1 topic since .']);
  });

  test('after days without the program comes once, not once for each day', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.at('2026-03-06T15:00:00Z');
    await desk.at('2026-03-06T15:00:15Z');
    expect(desk.log).toEqual(['#desk digest: Digest ·  · since  · 1 topic [News of A]']);
    await desk.at('2026-03-07T07:00:15Z');
    expect(desk.log).toHaveLength(2);
  });

  test('whose hour passed without the program waits for the end of quiet hours', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { ...daily, digest: { days: 'daily', at: '20:00' } });
    await desk.set({ quiet: NIGHT });
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    for (const hour of ['02:00:00', '02:00:15', '05:59:50']) await desk.at(`2026-03-03T${hour}Z`);
    expect(desk.log).toEqual([]);
    expect(await desk.account()).toEqual({ held: 1 });
    await desk.at('2026-03-03T06:00:05Z');
    await desk.at('2026-03-03T06:00:20Z');
    expect(desk.log).toEqual(['#desk digest: Digest ·  · since  · 1 topic [News of A]']);
  });

  test('that could not be sent at its hour is not sent in quiet hours', async () => {
    const answers: SendOutcome[] = [{ kind: 'later', detail: 'down', retryAfterMs: 6 * HOUR_MS }];
    await using desk = await aChannel({ digest: () => answers.shift() });
    await desk.watch('talks', { ...daily, digest: { days: 'daily', at: '20:00' } });
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T19:00:05Z');
    for (const hour of ['02:00:00', '05:59:00']) await desk.at(`2026-03-03T${hour}Z`);
    expect(answers).toEqual([]);
    expect(desk.log).toEqual([]);
    await desk.at('2026-03-03T06:00:05Z');
    expect(desk.log).toEqual(['#desk digest: Nothing found on 1 topic since .']);
  });

  test('in quiet hours, where a desk wants it then, is sent then', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { ...daily, digest: { days: 'daily', at: '23:00' } });
    await desk.set({ quiet: NIGHT });
    await desk.at('2026-03-02T22:00:05Z');
    expect(desk.log).toEqual(['#desk digest: Nothing found on 1 topic since .']);
  });

  test('of an hour at which its watch was silent is not owed when it speaks again', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { ...daily, mutedUntil: '2026-03-03T15:00:00.000Z' });
    await desk.at('2026-03-03T07:00:05Z');
    await desk.at('2026-03-03T15:00:05Z');
    expect(desk.log).toEqual([]);
    await desk.at('2026-03-04T07:00:05Z');
    expect(desk.log).toHaveLength(1);
  });

  test('that was chosen after its hour begins with the next', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { ...daily, digest: { days: 'daily', at: '09:00' } });
    await desk.beat();
    expect(desk.log).toEqual([]);
  });

  test('that was chosen by a clock a year ahead comes at its hour all the same', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { ...daily, digestSince: '2027-03-02T12:00:00.000Z' });
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.at('2026-03-03T07:00:05Z');
    await desk.at('2026-03-03T07:00:20Z');
    expect(desk.log.filter((line) => line.includes('News of A'))).toHaveLength(1);
    const before = desk.log.length;
    await desk.at('2026-03-04T07:00:05Z');
    expect(desk.log).toHaveLength(before + 1);
  });

  test('puts what was taken back right after what moved most', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    for (const story of ['A', 'B']) await desk.news({ story, matching: ['talks'] });
    await desk.news({
      story: 'C',
      matching: ['talks'],
      card: { tone: 'red', headline: 'WITHDRAWN: News of C' },
    });
    await desk.beat();
    await desk.at('2026-03-03T07:00:05Z');
    expect(desk.log[0]).toMatch(/\[News of .\] \[WITHDRAWN: News of C\] \[News of .\]$/);
  });

  test('tells what moved on a card that stands', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.watch('at once');
    await desk.news({ story: 'A', matching: ['talks', 'at once'] });
    await desk.at('2026-03-02T11:30:00Z');
    await desk.news({ story: 'A', card: { tone: 'amber' }, changes: [denial('A')] });
    await desk.at('2026-03-02T12:00:00Z');
    await desk.at('2026-03-03T07:00:05Z');
    expect(desk.log.at(-1)).toBe('#desk digest: Digest ·  · since  · 1 topic [News of A]');
    expect(await desk.account()).toEqual({ posted: 2 });
  });
});

describe('the budget', () => {
  test('puts what is over into one card at the next full hour, and loses nothing', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    for (const story of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
      await desk.news({ story, matching: ['talks'] });
    await desk.beat();
    expect(desk.log).toHaveLength(6);
    expect(await desk.account()).toEqual({ posted: 6, held: 2 });
    await desk.at('2026-03-02T12:00:00Z');
    expect(desk.log.at(-1)).toMatch(
      /^#desk list: More than 6 cards in an hour, .*2 stories\. \[News of .\] \[News of .\]$/,
    );
    expect(await desk.account()).toEqual({ posted: 6, digested: 2 });
  });

  test('puts it into the digest where the channel has one', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.watch('region', daily);
    await desk.set({ cardsAnHour: 1 });
    for (const story of ['A', 'B']) await desk.news({ story, matching: ['talks'] });
    await desk.at('2026-03-02T13:00:00Z');
    expect(await desk.account()).toEqual({ posted: 1, held: 1 });
    await desk.at('2026-03-03T07:00:05Z');
    expect(desk.log.at(-1)).toMatch(/^#desk digest: .* 1 topic \[News of .\]$/);
  });

  test('lets a card come without its mention, and then nobody is called for its denial', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { mention: '@duty' });
    await desk.set({ pingsAnHour: 1 });
    for (const story of ['A', 'B']) await desk.news({ story, matching: ['talks'] });
    await desk.beat();
    const posts = await desk.ledger.deliveries.listStanding(new Date(0));
    expect(posts.map(({ mention }) => mention ?? 'nobody').toSorted()).toEqual(['@duty', 'nobody']);
  });

  test('holds after hours without a platform: a few cards and one list, no flood', async () => {
    let isDown = true;
    await using desk = await aChannel({
      create: () => (isDown ? { kind: 'later', detail: 'down' } : undefined),
    });
    await desk.watch('talks');
    for (let hour = 0; hour < 4; hour += 1) {
      for (let one = 0; one < 5; one += 1) await desk.news({ story: `${hour}${one}`, matching: ['talks'] });
      await desk.at(`2026-03-02T1${2 + hour}:10:00Z`);
    }
    isDown = false;
    await desk.at('2026-03-02T17:00:00Z');
    await desk.at('2026-03-02T18:00:00Z');
    await desk.at('2026-03-02T18:00:15Z');
    expect(desk.log.filter((line) => line.startsWith('#desk News'))).toHaveLength(6);
    expect(desk.log.filter((line) => line.startsWith('#desk list'))).toHaveLength(1);
    expect(await desk.account()).toEqual({ posted: 6, digested: 14 });
  });
});

describe('a watch', () => {
  test('that asks for two origins waits for them, and in the end gives up', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { needs: 'two-origins' });
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.news({ story: 'B', matching: ['talks'] });
    await desk.beat();
    expect(await desk.account()).toEqual({ waiting: 2 });
    await desk.news({ story: 'A', matching: ['talks'], origins: 2 });
    await desk.beat();
    expect(desk.log).toEqual(['#desk News of A']);
    await desk.at('2026-03-05T11:00:00Z');
    expect(await desk.account()).toEqual({ posted: 1, expired: 1 });
  });

  test('that is paused until an hour is told of a story by the next article after it', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', { mutedUntil: '2026-03-02T15:00:00.000Z' });
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    expect(await desk.account()).toEqual({ muted: 1 });
    await desk.at('2026-03-02T15:00:00Z');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    expect(desk.log).toEqual(['#desk News of A']);
    expect(await desk.account()).toEqual({ posted: 1 });
  });

  test('is acted on with the others of its channel as one: at once if any says so', async () => {
    await using desk = await aChannel();
    await desk.watch('region', daily);
    await desk.watch('talks');
    await desk.news({ story: 'A', matching: ['region', 'talks'] });
    await desk.beat();
    expect(desk.log).toEqual(['#desk News of A']);
    expect(await desk.account()).toEqual({ posted: 2 });
  });
});

test('a muted story is told no more, but for what takes it back', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  const mute = { channel: 'desk' as never, story: 'A' as never, by: 'Ana', at: desk.clock.now.toISOString() };
  await desk.ledger.subscriptions.saveMute(mute);
  await desk.news({ story: 'A', card: { tone: 'blue' } });
  await desk.at('2026-03-02T13:00:00Z');
  expect(desk.log).toEqual(['#desk News of A']);
  await desk.news({ story: 'A', card: { tone: 'amber' }, changes: [denial('A')] });
  await desk.at('2026-03-02T13:00:30Z');
  expect(desk.log).toEqual(['#desk News of A', 'edit News of A', 'reply DENIED by Norland: A.']);
  const post = await desk.ledger.deliveries.findPost(mute.channel, mute.story);
  expect(post?.card.muted).toEqual(mutedCard(aCard(), mute).muted);
});

test('a muted card says so at once, and no more when it is heard of again', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  const { channel, story } = { channel: deskChannel, story: 'A' as StoryId };
  const until = '2026-03-02T20:00:00.000Z';
  const mute = { channel: channel.id, story, by: 'Ana', at: desk.clock.now.toISOString(), until };
  const card = async () => (await desk.ledger.deliveries.findPost(channel.id, story))?.card;
  await oweMute({ channel, story, mute }, desk.ledger.deliveries, desk.clock.now);
  await desk.at('2026-03-02T11:00:10Z');
  expect(desk.log).toEqual(['#desk News of A', 'edit News of A']);
  expect((await card())?.muted).toContainEqual({ kind: 'time', at: until, shape: 'date-time' });

  await oweMute({ channel, story, mute: undefined }, desk.ledger.deliveries, desk.clock.now);
  await desk.at('2026-03-02T11:00:30Z');
  expect(desk.log).toEqual(['#desk News of A', 'edit News of A', 'edit News of A']);
  expect(await card()).not.toHaveProperty('muted');
});

test('a story that is muted while nobody knows whether its card arrived says so, and no more of what comes', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.news({ story: 'A', matching: ['talks'] });
  const { deliveries } = desk.ledger;
  const [claimed] = await deliveries.claimPosts(desk.clock.now, 60_000, 1);
  const mute = {
    channel: deskChannel.id,
    story: 'A' as StoryId,
    by: 'Ana',
    at: desk.clock.now.toISOString(),
  };
  await desk.ledger.subscriptions.saveMute(mute);
  await oweMute({ channel: deskChannel, story: mute.story, mute }, deliveries, desk.clock.now);
  await desk.news({ story: 'A', card: { headline: 'News after the mute' } });

  expect(await deliveries.findPost(deskChannel.id, mute.story)).toMatchObject({
    state: 'sending',
    wanted: (claimed?.wanted ?? 0) + 1,
    card: { headline: 'News of A', muted: mutedCard(aCard(), mute).muted },
  });
});

test('where no card stands nothing is shown of a mute', async () => {
  await using desk = await aChannel();
  const mute = { channel: deskChannel.id, story: 'A' as StoryId, by: 'Ana', at: '2026-03-02T11:00:00.000Z' };
  const told = { channel: deskChannel, story: mute.story, mute };
  await oweMute(told, desk.ledger.deliveries, desk.clock.now);
  await desk.beat();
  expect(desk.log).toEqual([]);
});

const short = (line: string | undefined) => line?.replace(/Digest.*?(?= \[)/, 'Digest');

describe('a story around the hour of its digest', () => {
  const told = '#desk digest: Digest [News of A]';

  test('is told in that digest when an article comes just before it is made', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    desk.clock.now = new Date('2026-03-03T07:00:05Z');
    await desk.news({ story: 'A', matching: ['talks'], card: { about: [] } });
    await desk.deliver();
    await desk.at('2026-03-03T07:00:15Z');
    expect(desk.log.map(short)).toEqual([told]);
    expect(await desk.account()).toEqual({ digested: 1 });
  });

  test('is told in that digest when it was new just before the hour, and decided on just after', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    desk.clock.now = new Date('2026-03-03T06:59:59Z');
    await desk.news({ story: 'A', matching: ['talks'] });
    desk.clock.now = new Date('2026-03-03T07:00:01Z');
    await desk.deliver();
    await desk.at('2026-03-03T07:00:15Z');
    expect(desk.log.map(short)).toEqual([told]);
  });

  test('is told in that digest when a second digest watch meets it meanwhile', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.watch('crisis', daily);
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    desk.clock.now = new Date('2026-03-03T07:00:05Z');
    await desk.news({ story: 'A', matching: ['crisis'] });
    await desk.deliver();
    await desk.at('2026-03-03T07:00:15Z');
    expect(desk.log.map(short)).toEqual([told]);
  });

  test('has a card of its own as soon as a watch meets it that is told at once', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    await desk.watch('crisis');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.news({ story: 'A', matching: ['crisis'] });
    await desk.deliver();
    expect(desk.log).toEqual(['#desk News of A']);
  });

  test('that came after the hour waits for the next digest', async () => {
    await using desk = await aChannel();
    await desk.watch('talks', daily);
    desk.clock.now = new Date('2026-03-03T07:00:05Z');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.deliver();
    await desk.at('2026-03-03T07:00:15Z');
    expect(await desk.account()).toEqual({ held: 1 });
    await desk.at('2026-03-04T07:00:15Z');
    expect(short(desk.log.at(-1))).toBe(told);
  });
});
