import { expect, test } from 'vitest';
import { tryChannelAgain } from '#delivery/try-channel-again.ts';
import { aDesk } from '../command/a-desk.ts';
import { desk as channel, NOON } from './owed.ts';

test('a channel that let us in again is not stopped any more, and others stay as they are', async () => {
  await using at = await aDesk();
  const { stops } = at.desk.ledger;
  const since = NOON.toISOString();
  const stopped = { kind: 'refused', since, until: since, refusals: 2, reason: 'not_in_channel' } as const;
  await stops.save({ ...stopped, channel: channel.id });
  await stops.save({ ...stopped, platform: 'slack' });
  expect(await tryChannelAgain(channel.id, at.desk.ledger, NOON)).toBe(true);
  expect((await stops.list()).map(({ platform }) => platform)).toEqual(['slack']);
  expect(await tryChannelAgain(channel.id, at.desk.ledger, NOON)).toBe(false);
});
