import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { withButtons } from '#command/button/button-commands.ts';
import type { Command, Reply, Suggested } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { suggestWith } from '#command/suggest.ts';
import { silentLog } from '#kernel/log.ts';
import { CHANGING, LOOKING, linesOf } from './tenant-table.ts';
import {
  asked,
  everythingIn,
  filled,
  isNaming,
  keyOf,
  ours,
  type Tenants,
  twoTenants,
  withoutNames,
} from './two-tenants.ts';

const everyCommand = withButtons(commands);
const nameOf = ({ path }: Command): string => path.join(' ');
const isOfButtons = (name: string): boolean =>
  everyCommand.some((command) => nameOf(command) === name && command.isOnButtons === true);

let tenants: Tenants;
beforeAll(async () => {
  tenants = await twoTenants();
}, 120_000);
afterAll(() => tenants[Symbol.asyncDispose]());

const isNews = (row: string): boolean => !row.startsWith('inbound_events ');

/** Rows that are gone or new since then; that an event came in is no matter. */
function movedSince(before: readonly string[]) {
  const after = tenants.room.everyRow();
  const [had, has] = [new Set(before), new Set(after)];
  return {
    gone: before.filter((row) => !has.has(row) && isNews(row)),
    come: after.filter((row) => !had.has(row) && isNews(row)),
  };
}

/** Feeds that were added are known to whoever asks from then on: each is taken back before the next question. */
async function takeBackFeeds(line: string, { actions = [] }: { readonly actions?: Reply['actions'] }) {
  const undo = actions.find(({ command }) => command.startsWith('undo '));
  if (!/^feed (?:add|import) /.test(line) || undo === undefined) return;
  const undone = await tenants.ask({ kind: 'words', words: undo.command }, ours, { who: 'person-0' });
  expect(undone.kind).toBe('done');
}

/** Topics are everybody's: the text of a query, and the counts of what is watched; so is the next number of a row. */
const isEverybodys = (row: string): boolean => /^(?:topics|counters|sqlite_sequence) /.test(row);
const isOurs = (row: string): boolean => row.includes(`"${ours.workspace.id}"`);

describe('the table', () => {
  test('has a row for every command and for every button, among those that look or those that change', () => {
    const rows = [...Object.keys(LOOKING), ...Object.keys(CHANGING)];
    expect(rows.toSorted()).toEqual(everyCommand.map(nameOf).toSorted());
    const changing = Object.keys(CHANGING).filter((name) => !isOfButtons(name));
    expect(changing.toSorted()).toEqual(
      commands
        .filter(({ isChanging }) => isChanging)
        .map(nameOf)
        .toSorted(),
    );
  });

  test('means things that are there: who is of that workspace sees them', async () => {
    const { names, told, theirs } = tenants;
    for (const words of ['story show STORY', 'news search outlet:FEED Freedonia', 'story why LINK'])
      expect(everythingIn(await told(filled(words, names), theirs))).toContain('zembla');
    for (const words of ['feed list', 'feed export'])
      expect(everythingIn(await told(words, theirs))).toContain('zembla');
    for (const words of ['watch list', 'readout-admin export', 'news topics'])
      expect(everythingIn(await told(words, theirs))).toContain('borogove');
    const page = await told(filled('page PAGE readout-admin audit', names), theirs);
    expect(everythingIn(page)).toContain(tenants.maker);
  });
});

describe('who manages another workspace', () => {
  test.each([...linesOf(LOOKING), ...linesOf(CHANGING)])(
    'reads nothing of this one, and changes nothing here: %s',
    async (line) => {
      const words = filled(line, tenants.names);
      for (const one of asked(words)) {
        const before = tenants.room.everyRow();
        const reply = await tenants.ask(one, ours);
        const said = everythingIn(reply);
        if (/^feed (?:release|drop|remove) /.test(line)) expect(reply.kind).toBe('refused');
        // What somebody typed may be said again; what was not typed must not be.
        const typed = words.toLowerCase();
        const unknown = tenants.secrets.filter((secret) => !typed.includes(secret));
        expect(unknown.filter((secret) => said.includes(secret))).toEqual([]);
        expect(said).not.toContain('zembla reader');
        const { gone, come } = movedSince(before);
        expect(gone.filter((row) => !isOurs(row) && !isEverybodys(row))).toEqual([]);
        const ourFeeds = come.filter((row) => row.startsWith('own_feeds ') && isOurs(row)).join();
        const isOfOurFeed = (row: string) =>
          ourFeeds.includes(/^feeds \{"feed":("[\w-]+")/.exec(row)?.[1] ?? '…');
        const strange = come.filter((row) => !isOurs(row) && !isEverybodys(row) && !isOfOurFeed(row));
        expect(strange).toEqual([]);
        if (reply.kind !== 'form') await takeBackFeeds(line, reply);
      }
      expect(tenants.logged).not.toContain('command.failed');
    },
  );

  test.each([...linesOf(LOOKING), ...linesOf(CHANGING)].filter(isNaming))(
    'is answered as if there were no such thing: %s',
    async (line) => {
      const answerTo = async (names: typeof tenants.names) => {
        const asker = { who: 'person-0' };
        const answer = await tenants.ask({ kind: 'words', words: filled(line, names) }, ours, asker);
        if (answer.kind !== 'form') await takeBackFeeds(line, answer);
        return withoutNames(JSON.stringify(answer), names).replaceAll(/"undo \S+"/g, '"undo"');
      };
      expect(await answerTo(tenants.names)).toBe(await answerTo(tenants.forged));
    },
  );

  test.each(['DELIVERY', 'SUBSCRIPTION'] as const)(
    'learns nothing from the button of a card with a foreign key: %s',
    async (name) => {
      const reply = await tenants.ask({ kind: 'why', card: keyOf(tenants.names[name]) }, ours);
      const nobodys = await tenants.ask({ kind: 'why', card: keyOf(tenants.forged[name]) }, ours);
      expect(reply).toEqual(nobodys);
      expect(reply.kind).toBe('refused');
    },
  );

  test.each(['here', 'there'] as const)(
    'is told of no card of this one by pointing at its message, as if it stood %s',
    async (where) => {
      const call = { kind: 'command', path: ['story', 'show'], options: {} } as const;
      const { channel } = where === 'here' ? ours : tenants.theirs;
      const pointingAt = async ({ MESSAGE }: typeof tenants.names) => {
        const message = MESSAGE.split('/').at(-1) as MessageId;
        const about = { messages: [{ channel, message }], isChosen: true } as const;
        return tenants.ask(call, ours, { about });
      };
      const reply = await pointingAt(tenants.names);
      expect(reply.kind).toBe('refused');
      expect(tenants.secrets.filter((secret) => everythingIn(reply).includes(secret))).toEqual([]);
      expect(reply).toEqual(await pointingAt(tenants.forged));
    },
  );

  test('takes back none of the changes made here', async () => {
    for (const token of tenants.undos) {
      const before = tenants.room.everyRow();
      const reply = await tenants.ask({ kind: 'words', words: `undo ${token}` }, ours, {
        who: tenants.maker,
      });
      expect(reply.kind).toBe('refused');
      expect(movedSince(before)).toEqual({ gone: [], come: [] });
    }
  });

  test('still sees the report that is hidden here, and cannot show it here again', async () => {
    const { shared, told } = tenants;
    expect(everythingIn(await told(`story sources ${shared}`, ours))).toContain('on tuesday');
    const before = tenants.room.everyRow();
    await tenants.ask({ kind: 'words', words: `story hide ${shared} A2 --off` }, ours);
    expect(movedSince(before).gone).toEqual([]);
  });

  test('moves no watch to a channel of this one, though its platform should name it', async () => {
    const before = tenants.room.everyRow();
    const { channel } = tenants.theirs;
    const words = `watch edit to:"${channel.address}" Freedonia Sylvania call`;
    const asker = { named: [channel], standing: () => Promise.resolve('manages' as const) };
    const reply = await tenants.ask({ kind: 'words', words }, ours, asker);
    expect(reply.kind).toBe('refused');
    expect(movedSince(before)).toEqual({ gone: [], come: [] });
  });

  test.each<Suggested>(['topics', 'watches', 'stories', 'own-feeds', 'outlets'])(
    'is suggested nothing of this one: %s',
    async (wanted) => {
      const suggest = suggestWith({ desk: tenants.desk, starters: [], log: silentLog });
      const asking = { who: 'person-1', mayChange: true, wanted, begun: '' };
      const said = JSON.stringify(await suggest({ ...ours, ...asking })).toLowerCase();
      expect(tenants.secrets.filter((secret) => said.includes(secret))).toEqual([]);
      const here = JSON.stringify(await suggest({ ...tenants.theirs, ...asking })).toLowerCase();
      expect(tenants.secrets.filter((secret) => here.includes(secret))).not.toEqual([]);
    },
  );
});

/** Commands that do nothing and say that they were reached. */
const reached: Reply = { kind: 'answer', lines: [[{ kind: 'text', text: 'It was reached.' }]] };
const reachable = commands.map((command): Command => ({ ...command, run: () => Promise.resolve(reached) }));

describe('a member who does not manage', () => {
  test.each(linesOf(CHANGING))('is refused and changes nothing: %s', async (line) => {
    const { names, theirs } = tenants;
    for (const one of asked(filled(line, names))) {
      const before = tenants.room.everyRow();
      const answer = await tenants.ask(one, theirs, { mayChange: false });
      expect(answer.kind).toBe('refused');
      expect(everythingIn(answer)).not.toContain('zembla reader');
      expect(movedSince(before)).toEqual({ gone: [], come: [] });
    }
  });

  test.each(Object.entries(CHANGING).filter(([name]) => !isOfButtons(name)))(
    'was in the group that manages, and is refused from the moment that they are not: %s',
    async (_name, [line = '']) => {
      const { names, theirs, managers } = tenants;
      const call = { kind: 'words', words: filled(line, names) } as const;
      const asker = { who: tenants.maker, mayChange: false };
      expect(await tenants.ask(call, theirs, { ...asker, groups: [managers] }, reachable)).toMatchObject(
        reached,
      );
      const removed = await tenants.ask(call, theirs, { ...asker, groups: [] }, reachable);
      expect(removed.kind).toBe('refused');
    },
  );

  test('takes nothing back that another did', async () => {
    for (const token of tenants.undos) {
      const before = tenants.room.everyRow();
      const call = { kind: 'words', words: `undo ${token}` } as const;
      expect((await tenants.ask(call, tenants.theirs, { mayChange: false })).kind).toBe('refused');
      expect(movedSince(before)).toEqual({ gone: [], come: [] });
    }
  });

  describe('where only those who manage may look', () => {
    beforeAll(() => tenants.told('readout-admin settings looking:managers', tenants.theirs));
    afterAll(() => tenants.told('readout-admin settings looking:anyone', tenants.theirs));
    const forAnyone = new Set(commands.filter(({ isForAnyone }) => isForAnyone === true).map(nameOf));
    const hidden = Object.entries(LOOKING).filter(([name]) => !forAnyone.has(name));

    test.each(hidden.flatMap(([, lines]) => lines))('sees nothing: %s', async (line) => {
      const { names, theirs } = tenants;
      for (const one of asked(filled(line, names))) {
        const answer = await tenants.ask(one, theirs, { mayChange: false });
        expect(answer.kind).toBe('refused');
        expect(everythingIn(answer)).not.toContain('zembla reader');
      }
    });

    test('sees not why a card stands here, though its button is there for all', async () => {
      const { names, theirs } = tenants;
      const answer = await tenants.ask({ kind: 'why', card: keyOf(names.DELIVERY) }, theirs, {
        mayChange: false,
      });
      expect(answer.kind).toBe('refused');
    });

    test.each<Suggested>(['topics', 'watches', 'stories', 'own-feeds', 'outlets'])(
      'is suggested nothing of what stands here: %s',
      async (wanted) => {
        const suggest = suggestWith({ desk: tenants.desk, starters: [], log: silentLog });
        const asking = { who: 'person-1', mayChange: false, wanted, begun: '' };
        expect(await suggest({ ...tenants.theirs, ...asking })).toEqual([]);
      },
    );
  });
});
