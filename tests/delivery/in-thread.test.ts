import { expect, test } from 'vitest';
import type { Change } from '#card/change.ts';
import type { MessageId } from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { StoryId } from '#story/story.ts';
import { aChannel } from './a-channel.ts';
import { desk } from './owed.ts';

const change = (kind: string, words: string) =>
  ({ key: `${kind}:syldavia`, kind, line: [{ kind: 'text', text: words }] }) as unknown as Change;

/** A card stands in a channel whose watches want a thread or none; what is new about it is said. */
async function saidAfter(
  threads: readonly boolean[],
  changes: readonly Change[],
): Promise<readonly string[]> {
  await using at = await aChannel();
  const names = threads.map((_, index) => `watch ${index}`);
  for (const [index, name] of names.entries()) await at.watch(name, threads[index] ? { inThread: true } : {});
  await at.news({ story: 'talks', matching: names });
  await at.deliver();
  at.clock.now = new Date(at.clock.now.getTime() + MINUTE_MS);
  await at.news({ story: 'talks', card: { headline: 'Talks go on' }, changes, matching: names });
  at.clock.now = new Date(at.clock.now.getTime() + MINUTE_MS);
  await at.deliver();
  return at.log.filter((line) => /^(reply|in thread)/.test(line));
}

test('what is new about a card is said in its thread where its watch wants that', async () => {
  expect(await saidAfter([true], [change('side-spoke', 'It has spoken.')])).toEqual([
    'in thread It has spoken.',
  ]);
});

test('it is said in the channel where one of its watches wants no thread', async () => {
  expect(await saidAfter([true, false], [change('side-spoke', 'It has spoken.')])).toEqual([
    'reply It has spoken.',
  ]);
});

test('what takes a claim back is said in the channel', async () => {
  expect(await saidAfter([true], [change('denied', 'Denied.')])).toEqual(['reply Denied.']);
});

test('a line whose answer was lost is looked for beside those that are known, though they say the same', async () => {
  const known: (readonly MessageId[] | undefined)[] = [];
  let isLost = false;
  await using at = await aChannel({
    reply: () => (isLost ? { kind: 'unknown', detail: 'no answer' } : undefined),
    find: (said) => {
      known.push(said?.others);
      return { kind: 'absent' };
    },
  });
  await at.watch('calls', { inThread: true });
  await at.news({ story: 'talks', matching: ['calls'] });
  await at.deliver();
  const pass = (minutes: number) => {
    at.clock.now = new Date(at.clock.now.getTime() + minutes * MINUTE_MS);
  };
  for (const key of ['syldavia', 'borduria']) {
    pass(1);
    const change = {
      key: `side-spoke:${key}`,
      kind: 'side-spoke',
      line: [{ kind: 'text', text: 'It has spoken.' }],
    };
    await at.news({
      story: 'talks',
      card: { headline: `Talks: ${key}` },
      changes: [change as unknown as Change],
      matching: ['calls'],
    });
    pass(1);
    await at.deliver();
    isLost = true;
  }
  pass(2);
  await at.deliver();
  const lines = await at.ledger.deliveries.pointersOf(desk.id, 'talks' as StoryId);
  const standing = lines.flatMap(({ message }) => message ?? []);
  expect(standing).toHaveLength(1);
  expect(known).toEqual([standing]);
});
