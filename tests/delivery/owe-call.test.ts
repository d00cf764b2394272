import { expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import type { StoryId } from '#story/story.ts';
import { aChannel, denial } from './a-channel.ts';

const JOINED = 'reply @duty Now also on “crisis”: News of A · ONE SIDE SO FAR';

test('a watch with a mention that meets a card that stands says so under it, once', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.beat();
  expect(desk.log).toEqual(['#desk News of A', JOINED]);
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.at('2026-03-02T11:10:00Z');
  expect(desk.log).toEqual(['#desk News of A', JOINED]);
  expect(await desk.account()).toEqual({ posted: 1, joined: 1 });
});

test('whoever was called so is called again when the card is taken back', async () => {
  await using desk = await aChannel();
  await desk.watch('talks', { mention: '@editors' });
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.beat();
  await desk.news({ story: 'A', card: { tone: 'amber' }, changes: [denial('A')] });
  await desk.at('2026-03-02T11:00:30Z');
  expect(desk.log).toEqual([
    '#desk News of A',
    JOINED,
    'edit News of A',
    'reply @editors @duty DENIED by Norland: A.',
  ]);
});

test.each([
  ['a role that the card has called', { mention: '@duty' }, {}],
  ['anybody beyond the budget', {}, { pingsAnHour: 0 }],
])('it does not call %s', async (_, ofTheFirst, settings) => {
  await using desk = await aChannel();
  await desk.watch('talks', ofTheFirst);
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  await desk.set(settings);
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.beat();
  expect(desk.log).toEqual(['#desk News of A']);
});

test('many cards that stand are joined within the budget, and cards after it call nobody', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.set({ cardsAnHour: 9 });
  const stories = ['A', 'B', 'C', 'D'];
  for (const story of stories) {
    await desk.news({ story, matching: ['talks'] });
    await desk.beat();
  }
  await desk.at('2026-03-02T13:00:00Z');
  await desk.watch('crisis', { mention: '@duty' });
  for (const story of stories) await desk.news({ story, matching: ['crisis'] });
  await desk.beat();
  await desk.at('2026-03-02T13:00:10Z');
  expect(desk.log.filter((line) => line.includes('@duty'))).toHaveLength(2);
  await desk.news({ story: 'E', matching: ['crisis'] });
  await desk.at('2026-03-02T13:00:20Z');
  expect(desk.log.filter((line) => line.includes('@duty'))).toHaveLength(2);
  const [post] = await desk.ledger.deliveries.postsOf('E' as StoryId);
  expect(post?.mention).toBeUndefined();
});

test('a watch that is told in a digest calls nobody under a card', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;
  await desk.watch('crisis', { mention: '@duty', ...daily });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.beat();
  expect(desk.log).toEqual(['#desk News of A']);
});

test('a card that is not sent yet calls those who joined meanwhile', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.news({ story: 'A', matching: ['crisis'], card: { about: [] } });
  await desk.beat();
  const [post] = await desk.ledger.deliveries.postsOf('A' as StoryId);
  expect(desk.log).toEqual(['#desk News of A']);
  expect(post?.mention).toBe('@duty');
});

test('a watch that joins while the card is being sent calls by a line under it', async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const create = async () => {
    asked.resolve();
    await answered.promise;
    return { kind: 'sent', message: 'm' as MessageId } as const;
  };
  await using desk = await aChannel({ create });
  await desk.watch('talks', { mention: '@editors' });
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  const beating = desk.beat();
  await asked.promise;
  await desk.news({ story: 'A', matching: ['crisis'] });
  answered.resolve();
  await beating;
  expect(desk.log).toEqual([JOINED]);
  await desk.news({ story: 'A', card: { tone: 'amber' }, changes: [denial('A')] });
  await desk.at('2026-03-02T11:00:30Z');
  expect(desk.log.at(-1)).toBe('reply @editors @duty DENIED by Norland: A.');
});

test('a watch that joins while nobody knows whether the card arrived calls once it is found', async () => {
  await using desk = await aChannel({ create: () => 'lost' });
  await desk.watch('talks');
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.at('2026-03-02T11:00:30Z');
  await desk.at('2026-03-02T11:00:32Z');
  expect(desk.log).toEqual(['#desk News of A', JOINED]);
});

test('a card that waits and shows the same calls whoever joined', async () => {
  await using desk = await aChannel();
  await desk.watch('talks', { mention: '@editors' });
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.news({ story: 'A', matching: ['crisis'] });
  const [post] = await desk.ledger.deliveries.postsOf('A' as StoryId);
  expect(post?.mention).toBe('@editors @duty');
});

test('a line that waits for its platform is counted as a call for as long as it waits', async () => {
  const platform = { isDown: false };
  await using desk = await aChannel({
    reply: () => (platform.isDown ? { kind: 'later', detail: 'down' } : undefined),
  });
  await desk.watch('talks');
  await desk.watch('crisis', { mention: '@duty' });
  await desk.set({ pingsAnHour: 1 });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.news({ story: 'B', matching: ['talks'] });
  await desk.beat();
  platform.isDown = true;
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.beat();
  await desk.at('2026-03-02T12:30:00Z');
  platform.isDown = false;
  await desk.news({ story: 'B', matching: ['crisis'] });
  await desk.at('2026-03-02T13:30:00Z');
  expect(desk.log.filter((line) => line.includes('@duty'))).toHaveLength(1);
});

test('in quiet hours it waits for the card of the morning', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.watch('crisis', { mention: '@duty' });
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  await desk.set({ quiet: { from: '22:00', to: '07:00' } });
  await desk.at('2026-03-02T21:30:00Z');
  await desk.news({ story: 'A', matching: ['crisis'] });
  await desk.beat();
  expect(desk.log).toEqual(['#desk News of A']);
});
