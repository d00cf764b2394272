import { expect, test } from 'vitest';
import type { Change } from '#card/change.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { aChannel } from './a-channel.ts';

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
