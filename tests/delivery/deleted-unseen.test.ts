import { expect, test } from 'vitest';
import type { SendOutcome } from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { StoryId } from '#story/story.ts';
import { type AChannel, aChannel, denial } from './a-channel.ts';
import { desk } from './owed.ts';
import type { Script } from './scripted-messenger.ts';

const STORY = 'R-1' as StoryId;
const spoke = {
  key: 'side-spoke',
  kind: 'side-spoke',
  line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
} as const;

/** A platform that took a card whose answer was lost; then people delete it, and by its key the platform tells so. */
async function aCardDeletedUnseen(
  keyHoldsForMs: number,
): Promise<{ channel: AChannel; tries: () => number }> {
  const answers: SendOutcome[] = [{ kind: 'unknown', detail: 'no answer' }, { kind: 'message-gone' }];
  let tries = 0;
  const script: Script = {
    keyHoldsForMs,
    find: () => ({ kind: 'absent' }),
    create: () => {
      tries += 1;
      return Promise.resolve(answers.shift() ?? { kind: 'later', detail: 'nobody should ask' });
    },
  };
  const channel = await aChannel(script);
  await channel.watch('talks');
  await channel.news({ story: STORY, matching: ['talks'] });
  await channel.beat();
  for (const _ of [1, 2, 3]) await later(channel, 1);
  return { channel, tries: () => tries };
}

async function later(channel: AChannel, minutes: number): Promise<void> {
  const { clock } = channel;
  clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS);
  await channel.beat();
}

test.each([
  ['found missing and sent again', 0],
  ['sent again under its key', 10 * MINUTE_MS],
])(
  'a card that people deleted before it was known to stand, %s, never comes back',
  async (_, keyHoldsForMs) => {
    const { channel: opened, tries } = await aCardDeletedUnseen(keyHoldsForMs);
    await using channel = opened;
    expect(await channel.ledger.deliveries.findPost(desk.id, STORY)).toMatchObject({ state: 'cancelled' });
    expect(await channel.account()).toEqual({ muted: 1 });
    await channel.news({ story: STORY, matching: ['talks'], card: { headline: 'More' }, changes: [spoke] });
    await channel.news({ story: STORY, card: { headline: 'Denied' }, changes: [denial(STORY)] });
    await channel.watch('others');
    await channel.news({
      story: STORY,
      matching: ['others'],
      card: { headline: 'Yet more' },
      changes: [spoke],
    });
    await later(channel, 10);
    expect(tries()).toBe(2);
    expect(await channel.account()).toEqual({ muted: 2 });
  },
);
