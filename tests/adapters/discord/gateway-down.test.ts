import { expect, test } from 'vitest';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../../delivery/owed.ts';
import { aConnectedNewsroom } from './a-connected-newsroom.ts';
import { channelRef } from './a-newsroom.ts';

test('D23 while the connection that brings commands is down, cards are posted and changed', async () => {
  await using newsroom = await aConnectedNewsroom();
  const { discord, platform } = newsroom;
  discord.gateway.close(4004);
  await expect.poll(() => platform.problem?.(), { timeout: 30_000 }).toBeDefined();

  const channel = channelRef(discord, 'desk');
  const posted = await platform.messenger.create(channel, aCard(), idOf('card'));
  if (posted.kind !== 'sent') throw new Error(`The card was not sent, but ${posted.kind}.`);
  const changed = aCard({ headline: 'Ruritania and Syldavia end their talks' });
  expect(await platform.messenger.edit(channel, posted.message, changed, idOf('card'))).toMatchObject({
    kind: 'sent',
    message: posted.message,
  });
});
