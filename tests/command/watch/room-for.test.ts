import { expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import { adminImport } from '#command/admin/admin-import.ts';
import { withButtons } from '#command/button/button-commands.ts';
import type { Command } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { findCommand } from '#command/find-command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import type { ChannelId } from '#kernel/id.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const night: ChannelRef = { ...channel, id: 'night' as ChannelId, name: '#night' };

/** A workspace that may watch two topics in all, and does: one in #desk, one in #night. */
async function aFullWorkspace(languages = ['en']) {
  const at = await aDesk(languages);
  const desk = { ...at.desk, mostWatches: 2 };
  await desk.ledger.workspaces.saveChannel(night);
  const ask = (command: Command, options: Readonly<Record<string, string>>, where = channel) =>
    command.run({ channel: where, who: 'Ana', options }, desk);
  await ask(watchAdd, { topic: 'Iran' });
  await ask(watchAdd, { topic: 'Iran' }, night);
  const count = async () => (await desk.ledger.subscriptions.listByWorkspace(channel.workspace)).length;
  return { ...at, ask, count, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

test.each([
  [
    'en',
    'Not saved. The channels of this workspace watch 2 topics together, the most that there may be here.',
  ],
  ['fr', 'Non enregistré. À eux tous, les salons de cet espace suivent 2 sujets, le maximum ici.'],
])(
  'T17 a workspace that watches as much as one may is told so, in whichever channel: %s',
  async (language, words) => {
    await using at = await aFullWorkspace([language]);
    for (const where of [channel, night]) {
      const reply = await at.ask(watchAdd, { topic: 'Ukraine talks' }, where);
      expect(reply.kind).toBe('refused');
      expect(linesOf(reply)[0]).toContain(words);
    }
    expect(await at.count()).toBe(2);
  },
);

test('T17 a workspace has room again for what it watches no more', async () => {
  await using at = await aFullWorkspace();
  await at.ask(watchRemove, { topic: 'Iran' }, night);
  expect((await at.ask(watchAdd, { topic: 'Ukraine talks' })).kind).toBe('done');
  expect(await at.count()).toBe(2);
});

test('T17 a list takes over as many topics as the workspace has room for, and says how many not', async () => {
  await using at = await aFullWorkspace();
  await at.ask(watchRemove, { topic: 'Iran' });
  const reply = await at.ask(adminImport, { watches: 'Ukraine talks\nMacron Putin call\nGrain' });
  expect(linesOf(reply)[0]).toContain('Over the limit: 2.');
  expect(await at.count()).toBe(2);
});

test('T17 nothing comes back by Undo that has no room any more', async () => {
  await using at = await aFullWorkspace();
  const removed = await at.ask(watchRemove, { topic: 'Iran' });
  await at.ask(watchAdd, { topic: 'Ukraine talks' });
  const undo = removed.actions?.find(({ label }) => label === 'Undo')?.command ?? '';
  const found = findCommand([undo], withButtons(commands));
  if (found.kind !== 'command') throw new Error('There is no Undo.');
  const undone = await at.ask(found.command, found.options);
  expect(undone.kind).toBe('refused');
  expect(linesOf(undone)[0]).toContain('watch 2 topics together');
  expect(await at.count()).toBe(2);
});
