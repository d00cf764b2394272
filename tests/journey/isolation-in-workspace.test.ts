import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound } from '#command/inbound.ts';
import type { Standing } from '#command/standing.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { CHANGING, LOOKING, linesOf } from './tenant-table.ts';
import {
  asked,
  everythingIn,
  filled,
  isNaming,
  keyOf,
  type Names,
  type Place,
  type Tenants,
  twoTenants,
  withoutNames,
} from './two-tenants.ts';

const workspace: Place['workspace'] = {
  id: 'embassy' as WorkspaceId,
  platform: 'discord',
  name: 'Embassy',
  languages: ['en'],
  zone: 'UTC',
};
const channelOf = (name: string, address: string): Place['channel'] => ({
  id: name as ChannelId,
  workspace: workspace.id,
  platform: 'discord',
  address,
  name: `#${name}`,
});
/** Where everything is watched, and where people of the same workspace ask who are not let in there. */
const board: Place = { workspace, channel: channelOf('jabberwock', '7000000001') };
const night: Place = { workspace, channel: channelOf('night', '7000000002') };

/** Somebody who manages where they ask, and is this in the other channel; their platform named it for them all the same. */
const who = (standing: Standing): Pick<Inbound, 'named' | 'standing'> => ({
  named: [board.channel],
  standing: ({ id }) => Promise.resolve(id === night.channel.id ? 'manages' : standing),
});

let tenants: Tenants;
let secrets: readonly string[];
beforeAll(async () => {
  tenants = await twoTenants(board);
  await upset(tenants);
  await tenants.told('watch add Freedonia Sylvania call', night);
  const { SUBSCRIPTION, DELIVERY, UNDO } = tenants.names;
  secrets = ['jabberwock', 'borogove', 'chatham', '22:15', SUBSCRIPTION, DELIVERY, UNDO].map((secret) =>
    secret.toLowerCase(),
  );
}, 120_000);
afterAll(() => tenants[Symbol.asyncDispose]());

/** No feed answers, and the channel refuses what is sent there: much is told of what rests on whom, and who is stopped. */
async function upset({ desk: { ledger, clock } }: Tenants): Promise<void> {
  const now = clock().getTime();
  const [since, until] = [now - 9 * HOUR_MS, now + HOUR_MS].map((at) => new Date(at).toISOString());
  if (since === undefined || until === undefined) throw new Error('There is no time.');
  for (const record of await ledger.feeds.listAll()) {
    const vitals = { failure: 'refused', status: 403 } as const;
    await ledger.feeds.save({ ...record, failingSince: since, failuresInARow: 14, vitals });
  }
  const { id: channel } = board.channel;
  await ledger.stops.save({ channel, kind: 'refused', since, until, refusals: 3, reason: 'not-in-channel' });
}

/** What stands behind the words is of the one channel; all else belongs to the whole workspace. */
const OF_CHANNEL: readonly (keyof Names)[] = [
  'WATCH',
  'SUBSCRIPTION',
  'DELIVERY',
  'CHANNEL',
  'UNDO',
  'PAGE',
  'KEPT',
];
const lines = [...linesOf(LOOKING), ...linesOf(CHANGING)];
const meansChannel = (line: string): boolean =>
  isNaming(line) && OF_CHANNEL.some((name) => line.includes(name));
/** The key is a secret of its own: a wrong one and somebody else's are told apart, and neither does anything. */
const isUndo = (line: string): boolean => line.startsWith('undo ');

/** Rows of the channel that are gone, changed or new since then. */
function movedSince(before: readonly string[]): readonly string[] {
  const after = tenants.room.everyRow();
  const [had, has] = [new Set(before), new Set(after)];
  const moved = [...before.filter((row) => !has.has(row)), ...after.filter((row) => !had.has(row))];
  return moved.filter((row) => row.includes(`"${board.channel.id}"`) && !row.startsWith('channels '));
}

describe('the channel', () => {
  test('has what is asked for: who manages it sees it', async () => {
    for (const words of ['watch list', 'readout-admin export', 'news topics', 'feed health'])
      expect(everythingIn(await tenants.told(words, board)), words).toContain('borogove');
    const delivery = `readout-admin deliveries ${tenants.names.DELIVERY}`;
    for (const words of [delivery, 'readout-admin audit', 'readout-admin deliveries', 'status'])
      expect(everythingIn(await tenants.told(words, board)), words).toContain('jabberwock');
    expect(everythingIn(await tenants.told('readout-admin audit page:2', board))).toContain('borogove');
  });

  test('is seen by who manages it also from elsewhere', async () => {
    const audit = await tenants.told('readout-admin audit page:2', night, who('manages'));
    expect(everythingIn(audit)).toContain('jabberwock');
    const delivery = `readout-admin deliveries ${tenants.names.DELIVERY}`;
    expect(everythingIn(await tenants.told(delivery, night, who('manages')))).toContain('jabberwock');
  });
});

describe('who manages another channel of the same workspace', () => {
  test.each(lines)(
    'reads nothing of one that they do not see, and changes nothing of it: %s',
    async (line) => {
      const words = filled(line, tenants.names);
      for (const one of asked(words)) {
        const before = tenants.room.everyRow();
        const said = everythingIn(await tenants.ask(one, night, who('sees-not')));
        const typed = words.toLowerCase();
        expect(secrets.filter((secret) => !typed.includes(secret) && said.includes(secret))).toEqual([]);
        expect(movedSince(before)).toEqual([]);
      }
      expect(tenants.logged).not.toContain('command.failed');
    },
  );

  test.each(lines.filter((line) => meansChannel(line) && !isUndo(line)))(
    'is answered as if there were no such thing: %s',
    async (line) => {
      const answerTo = async (names: Names) => {
        const asker = { who: 'person-0', ...who('sees-not') };
        const answer = await tenants.ask({ kind: 'words', words: filled(line, names) }, night, asker);
        return withoutNames(JSON.stringify(answer), names).replaceAll(/"undo \S+"/g, '"undo"');
      };
      expect(await answerTo(tenants.names)).toBe(await answerTo(tenants.forged));
    },
  );

  test.each(['sees', 'takes-part'] as const)(
    'changes nothing of one that they see and do not manage: %s',
    async (standing) => {
      for (const line of linesOf(CHANGING)) {
        const before = tenants.room.everyRow();
        const call = { kind: 'words', words: filled(line, tenants.names) } as const;
        await tenants.ask(call, night, who(standing));
        expect(movedSince(before), line).toEqual([]);
      }
    },
    120_000,
  );

  test('takes back none of the changes made there', async () => {
    for (const token of tenants.undos) {
      const before = tenants.room.everyRow();
      const call = { kind: 'words', words: `undo ${token}` } as const;
      expect((await tenants.ask(call, night, who('manages'))).kind).toBe('refused');
      expect(movedSince(before)).toEqual([]);
    }
  });

  test('has no use for what a long button of there holds', async () => {
    const list = await tenants.told('watch list', board, { longestCommand: 1 });
    const words = list.actions?.at(-1)?.command ?? '';
    expect(words).toMatch(/^kept /);
    expect((await tenants.ask({ kind: 'words', words }, board)).kind).toBe('answer');
    expect((await tenants.ask({ kind: 'words', words }, night)).kind).toBe('refused');
  });

  test('is told nothing of why a card stands there', async () => {
    const card = keyOf(tenants.names.DELIVERY);
    const told = await tenants.ask({ kind: 'why', card }, night, who('sees-not'));
    const nobodys = await tenants.ask({ kind: 'why', card: keyOf(tenants.forged.DELIVERY) }, night);
    expect(told.kind).toBe('refused');
    expect(told).toEqual(nobodys);
  });
});
