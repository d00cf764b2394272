import { expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { whyCard } from '#command/story/story-why.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import type { Digest } from '#delivery/digest.ts';
import type { ChannelId } from '#kernel/id.ts';
import { digest } from '../../contracts/sample-records.ts';
import { without } from '../../contracts/without.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const KEY = 'a-digest' as DeliveryKey;
const ask = { channel, who: 'Ana', options: {} };

/** A desk whose topic comes every day at 08:00, and a card of one story that stands in its channel. */
async function withDigest(kind: Digest['kind'], languages?: readonly string[]) {
  const at = await aDesk(languages);
  await at.run(watchAdd, { topic: 'Macron Putin call' });
  await at.run(watchDigest, { topic: '1', days: 'daily', at: '08:00' });
  const entry = { story: 'R-7K2Q', headline: 'Talks', status: [], hasCard: false, news: [] };
  const card = {
    ...digest().card,
    kind,
    sections: [{ heading: 'MOVED MOST', isFirm: false, entries: [entry] }],
  };
  await at.desk.ledger.digests.save({
    ...without(digest(), 'leaseUntil'),
    key: KEY,
    channel: channel.id,
    kind,
    card,
    state: 'sent',
  });
  return at;
}

test('a digest says which topics come so, and leads to why each story is in it', async () => {
  await using at = await withDigest('digest');
  const reply = await whyCard(KEY, ask, at.desk);
  expect(linesOf(reply)).toEqual([
    'Because this topic comes as a digest every day at 08:00 (UTC): “Macron Putin call”.',
    'It tells of 1 story.',
  ]);
  expect(reply.actions).toEqual([{ label: 'Why R-7K2Q', command: 'story why R-7K2Q' }]);
});

test('a digest whose topics have another rhythm by now says so', async () => {
  await using at = await withDigest('digest');
  await at.run(watchDigest, { topic: '1', off: 'yes' });
  expect(linesOf(await whyCard(KEY, ask, at.desk))[0]).toContain('none does now');
});

test.each([
  ['quiet', /^Parce que les heures calmes ont retenu/],
  ['list', /^Parce que ce salon reçoit au plus 6 fiches par heure/],
] as const)(
  'a card of many stories of the kind %s says what held them, in French as well',
  async (kind, said) => {
    await using at = await withDigest(kind, ['fr', 'en']);
    const lines = linesOf(await whyCard(KEY, ask, at.desk));
    expect(lines[0]).toMatch(said);
    expect(lines[1]).toBe('Elle signale 1 dossier.');
  },
);

test('is not known in another channel', async () => {
  await using at = await withDigest('digest');
  const elsewhere: ChannelRef = { ...channel, id: 'elsewhere' as ChannelId };
  expect((await whyCard(KEY, { ...ask, channel: elsewhere }, at.desk)).kind).toBe('refused');
});
