import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import { adminExport } from '#command/admin/admin-export.ts';
import { adminImport } from '#command/admin/admin-import.ts';
import type { Ask } from '#command/command.ts';
import { undoChange } from '#command/undo/undo-change.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import type { ChannelId } from '#kernel/id.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const night: ChannelRef = { ...channel, id: 'night' as ChannelId, address: 'C2', name: '#night' };

async function aDeskWithTopics() {
  const at = await aDesk();
  await at.desk.ledger.workspaces.saveChannel(night);
  await at.run(watchAdd, { topic: 'Macron Putin call' });
  await at.run(watchEdit, { topic: 'Macron Putin call', needs: 'own-text', urgent: 'yes', digest: '7:30' });
  await at.run(watchAdd, { topic: 'Iran (talks OR truce)' });
  await at.run(watchPause, { topic: 'Iran (talks OR truce)' });
  const takeOver = (options: Ask['options']) =>
    adminImport.run({ channel: night, who: 'Ben', options }, at.desk);
  const watched = async () =>
    (await at.desk.ledger.subscriptions.listByChannel(night.id)).toSorted((one, other) =>
      other.name.localeCompare(one.name, 'en'),
    );
  return { ...at, takeOver, watched, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

const LIST =
  'needs:own-text urgent:yes days:daily at:07:30 Macron Putin call;\npaused:yes Iran (talks OR truce);\n';

describe('a list of watches', () => {
  test('goes out as lines that people can read', async () => {
    await using at = await aDeskWithTopics();
    const reply = await at.run(adminExport);
    expect(reply.file?.name).toBe('readout-watches.txt');
    expect(reply.file?.text.split('\n').toSorted()).toEqual(LIST.split('\n').toSorted());
    expect(linesOf(reply)[0]).toMatch(/^2 topics of #desk/);
  });

  test('comes in elsewhere as it was, also as one line, and is undone as a whole', async () => {
    await using at = await aDeskWithTopics();
    const reply = await at.takeOver({ watches: LIST.replaceAll('\n', ' ') });
    expect(linesOf(reply)).toEqual([
      '#night now watches 2 more topics. Watched already: 0. Over the limit: 0.',
    ]);
    expect(await at.watched()).toMatchObject([
      {
        name: 'Macron Putin call',
        needs: 'own-text',
        isUrgent: true,
        isPaused: false,
        digest: { days: 'daily', at: '07:30' },
        createdBy: 'Ben',
      },
      { name: 'Iran (talks OR truce)', isPaused: true },
    ]);
    expect(linesOf(await at.takeOver({ watches: LIST }))[0]).toContain('Watched already: 2');
    const command = reply.actions?.[0]?.command ?? '';
    const token = command.replace('undo ', '');
    await undoChange.run({ channel: night, who: 'Ben', options: { token } }, at.desk);
    expect(await at.watched()).toEqual([]);
  });

  test('says which lines are no topics, and takes the others', async () => {
    await using at = await aDeskWithTopics();
    const reply = await at.takeOver({ watches: '# mine\nMacron (Putin;\nIran talks;' });
    expect(linesOf(reply)).toEqual([
      '#night now watches 1 more topic. Watched already: 0. Over the limit: 0.',
      'No topics: 1, such as Macron (Putin.',
    ]);
  });

  test('takes no more than fifty topics, and nothing of what is no list', async () => {
    await using at = await aDeskWithTopics();
    const many = Array.from({ length: 60 }, (_, number) => `Iran "round ${number}";`).join('\n');
    expect(linesOf(await at.takeOver({ watches: many }))[0]).toContain('Over the limit: 10.');
    expect(await at.watched()).toHaveLength(50);
    expect((await at.takeOver({ watches: '' })).kind).toBe('refused');
  });
});
