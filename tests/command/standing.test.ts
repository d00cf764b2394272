import { describe, expect, test } from 'vitest';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { commands } from '#command/commands.ts';
import type { Inbound } from '#command/inbound.ts';
import { receiveWith } from '#command/receive.ts';
import type { Standing } from '#command/standing.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { after, aPost, NOON } from '../delivery/owed.ts';
import { aDesk } from './a-desk.ts';
import { fill } from './fill.ts';
import { linesOf } from './plain-text.ts';

const workspace: Workspace = {
  id: 'embassy' as WorkspaceId,
  platform: 'slack',
  name: 'Embassy',
  languages: ['en'],
  zone: 'UTC',
};
const channelOf = (name: string): ChannelRef => ({
  id: name as ChannelId,
  workspace: workspace.id,
  platform: 'slack',
  address: `C0${name}`,
  name: `#${name}`,
});
const [random, board] = [channelOf('random'), channelOf('board')];

let events = 0;

/** A workspace whose #board watches, has changed, is owed and is refused something; people ask in #random. */
async function anEmbassy() {
  const at = await aDesk();
  const { ledger } = at.desk;
  const receive = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  const ask = async (words: string, differing: Partial<Inbound> = {}) => {
    events += 1;
    const given = { channel: random, who: `U${events}`, mayChange: true, ...differing };
    const reply = await receive({
      id: `slack:${events}`,
      workspace,
      asked: { kind: 'words', words },
      ...given,
    });
    if (reply === undefined || reply.kind === 'form') throw new Error('That is no answer.');
    return reply;
  };
  const inBoard = (words: string) => ask(words, { channel: board, who: 'Boris' });
  await inBoard('watch add --anyway outlet:"World Wire" Iran merger');
  await ask('watch add --anyway outlet:"World Wire" Ukraine aid', { who: 'Clara' });
  const owed = { ...aPost(), channel: board.id, state: 'pending' } as const;
  await ledger.deliveries.savePost(owed);
  await ledger.stops.save({
    channel: board.id,
    kind: 'refused',
    since: after(-HOUR_MS).toISOString(),
    until: after(HOUR_MS).toISOString(),
    refusals: 3,
    reason: 'not-in-channel: so it says',
  });
  await ledger.feeds.save({
    ...newFeedRecord(at.feed, NOON),
    isFirstVisitDone: true,
    failingSince: after(-9 * HOUR_MS).toISOString(),
    failuresInARow: 14,
    vitals: { failure: 'refused', status: 403 },
  });
  return {
    desk: at.desk,
    ledger,
    ask,
    inBoard,
    owed,
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  };
}

/** Somebody who is this in #board. */
const who = (standing: Standing): Partial<Inbound> => ({
  standing: async ({ id }) => (id === board.id ? standing : 'sees-not'),
});
const told = (reply: unknown): string => JSON.stringify(reply);

describe('who asks in one channel', () => {
  test('is told which of its own topics rest on a feed that is not well, and none of another channel', async () => {
    await using at = await anEmbassy();
    const here = told(await at.ask('feed health', who('manages')));
    expect(here).toContain('Ukraine aid');
    expect(here).not.toContain('merger');
    const outlet = told(await at.ask('feed health World Wire', { mayChange: false }));
    expect(outlet).toContain('Ukraine aid');
    expect(outlet).not.toContain('merger');
    expect(told(await at.inBoard('feed health'))).toContain('merger');
  });

  test.each<Standing>(['sees-not', 'sees', 'takes-part'])(
    'reads in the audit nothing of a channel that they do not manage: %s',
    async (standing) => {
      await using at = await anEmbassy();
      const lines = linesOf(await at.ask('readout-admin audit', who(standing)));
      expect(lines).toEqual([
        'Changes, newest first: in channels that you manage, and for all of this workspace',
        expect.stringContaining('#random · Clara · watch add outlet:"World Wire" Ukraine aid'),
      ]);
    },
  );

  test('reads in the audit what was done in another channel that they manage, and for the whole workspace without its place', async () => {
    await using at = await anEmbassy();
    await at.inBoard('readout-admin settings looking:managers');
    const audit = (standing: Standing) => at.ask('readout-admin audit', who(standing));
    expect(linesOf(await audit('manages'))).toEqual([
      expect.stringMatching(/^Changes/),
      expect.stringMatching(/Z · Boris · readout-admin settings looking:managers$/),
      expect.stringContaining('#random · Clara'),
      expect.stringContaining('#board · Boris · watch add outlet:"World Wire" Iran merger'),
    ]);
    const without = told(await audit('sees-not'));
    expect(without).toContain('looking:managers');
    expect(without).not.toContain('board');
  });

  test.each<Standing>(['sees-not', 'sees', 'takes-part'])(
    'finds no message of a channel that they do not manage, and drops none: %s',
    async (standing) => {
      await using at = await anEmbassy();
      const { key, card } = at.owed;
      for (const words of ['', 'pending', key, `--drop ${key}`, `--replay ${key}`, `--replay ${board.id}`]) {
        const reply = await at.ask(`readout-admin deliveries ${words}`, who(standing));
        expect(told(reply), words).not.toContain(card.headline);
        expect(told(reply), words).not.toContain('#board');
      }
      expect((await at.ledger.owed.find(key))?.row.state).toBe('pending');
      expect(await at.ledger.stops.list()).toHaveLength(1);
    },
  );

  test.each<[Standing, boolean]>([
    ['sees-not', false],
    ['sees', true],
    ['takes-part', true],
    ['manages', true],
  ])('is told what another channel watches where they see it: %s', async (standing, isTold) => {
    await using at = await anEmbassy();
    const list = await at.ask('watch list', who(standing));
    const other = list.actions?.find(({ label }) => label === 'Other channels you can see');
    const reply = await at.ask(other?.command ?? '', who(standing));
    expect(linesOf(reply)).toEqual(
      isTold
        ? ['1 other channel that you can see watches something', '#board · outlet:"World Wire" Iran merger']
        : ['No other channel that you can see watches anything.'],
    );
    expect(told(reply)).not.toContain('Show here');
    expect(told(await at.ask('here elsewhere', who(standing)))).not.toContain('merger');
  });

  test('drops a message of another channel that they manage', async () => {
    await using at = await anEmbassy();
    const { key, card } = at.owed;
    const list = await at.ask('readout-admin deliveries pending', who('manages'));
    expect(told(list)).toContain(card.headline);
    expect(told(list)).toContain('#board');
    expect((await at.ask(`readout-admin deliveries --drop ${key}`, who('manages'))).kind).toBe('done');
    expect((await at.ledger.owed.find(key))?.row.state).toBe('dead');
  });

  test('is told by status of a channel that refuses us where they see it, and only there', async () => {
    await using at = await anEmbassy();
    expect(told(await at.ask('status', who('sees')))).toContain('#board');
    expect(told(await at.ask('status', who('sees-not')))).not.toContain('#board');
    expect(told(await at.ask('status'))).not.toContain('#board');
  });

  test('manages another channel by the group that the policy names where they take part, not where they only see it', async () => {
    await using at = await anEmbassy();
    await at.inBoard('watch list');
    await at.ask('readout-admin settings manager:S1', { callable: { S1: '<!subteam^S1>' } });
    const asker = (standing: Standing) => ({ ...who(standing), mayChange: false, groups: ['S1'] });
    const audit = async (standing: Standing) => told(await at.ask('readout-admin audit', asker(standing)));
    expect(await audit('takes-part')).toContain('#board');
    expect(await audit('sees')).not.toContain('#board');
  });

  test('turns the pages of what other channels watch', async () => {
    await using at = await anEmbassy();
    for (let number = 0; number < 12; number += 1) {
      const channel = channelOf(`room-${number}`);
      await at.ledger.workspaces.saveChannel(channel);
      await fill(at.desk, channel, 1);
    }
    const seesAll: Partial<Inbound> = { standing: async () => 'sees' };
    const first = await at.ask('elsewhere', seesAll);
    const second = await at.ask(first.pages?.next?.command ?? '', seesAll);
    expect(second.kind).toBe('answer');
    expect(told(second)).toContain('#room-9');
    expect(told(second)).not.toContain('Show here');
    const nobodys = await at.ask(first.pages?.next?.command ?? '');
    expect(told(nobodys)).not.toContain('#room');
  });

  test('is told nothing of other channels where only those who manage may look, and they do not', async () => {
    await using at = await anEmbassy();
    await at.inBoard('readout-admin settings looking:managers');
    const reply = await at.ask('elsewhere', { ...who('sees'), mayChange: false });
    expect(reply.kind).toBe('refused');
    expect(told(reply)).not.toContain('merger');
  });
});
