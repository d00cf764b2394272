import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import { adminExport } from '#command/admin/admin-export.ts';
import { adminImport } from '#command/admin/admin-import.ts';
import type { Ask } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { findCommand } from '#command/find-command.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import type { ChannelId } from '#kernel/id.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const undoChange = undoOf(() => commands);

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
      'Not understood: 1, such as Macron (Putin.',
    ]);
  });

  test('takes no more than fifty topics, and nothing of what is no list', async () => {
    await using at = await aDeskWithTopics();
    const many = Array.from({ length: 60 }, (_, number) => `Iran "round ${number}";`).join('\n');
    expect(linesOf(await at.takeOver({ watches: many }))[0]).toContain('Over the limit: 10.');
    expect(await at.watched()).toHaveLength(50);
    expect((await at.takeOver({ watches: '' })).kind).toBe('refused');
  });

  test('says that nothing was added where everything is watched already', async () => {
    await using at = await aDeskWithTopics();
    await at.takeOver({ watches: LIST });
    const reply = await at.takeOver({ watches: LIST });
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)).toEqual(['Nothing was added. Watched already: 2. Over the limit: 0.']);
  });

  test('brings along until when a topic is paused, what its digest names, its languages, outlets and lines', async () => {
    await using at = await aDeskWithTopics();
    const topic = 'Ukraine "a;b" talks';
    await at.run(watchAdd, { topic });
    await at.run(watchPause, { topic, until: '3d' });
    await at.run(watchDigest, { topic, related: 'yes', days: 'monday', at: '9:00' });
    await at.run(watchEdit, { topic, languages: 'fr,en', outlets: '-World Wire', lines: 'no' });
    const { file } = await at.run(adminExport);
    await at.takeOver({ watches: file?.text ?? '' });
    const before = (await at.desk.ledger.subscriptions.listByChannel(channel.id)).find(
      ({ name }) => name === topic,
    );
    const after = (await at.watched()).find(({ name }) => name === topic);
    expect(after).toBeDefined();
    expect(after).toEqual({ ...before, id: after?.id, channel: night.id, createdBy: 'Ben' });
    expect(after?.mutedUntil).toBeDefined();
  });

  test('names an outlet that is not read here, and leaves its topic out', async () => {
    await using at = await aDeskWithTopics();
    const reply = await at.takeOver({ watches: 'outlets:nowhere Iran truce; Ukraine talks;' });
    expect(linesOf(reply)).toEqual([
      '#night now watches 1 more topic. Watched already: 0. Over the limit: 0.',
      'Not understood: 1, such as outlets:nowhere Iran truce.',
    ]);
  });

  test('that was pasted with a topic a line and no semicolons is as many topics as lines', async () => {
    await using at = await aDeskWithTopics();
    const found = findCommand(
      ['readout-admin import Macron Putin call\nSyria truce\n\n# later\nIran talks'],
      commands,
    );
    if (found.kind !== 'command') throw new Error('No command was found.');
    await at.takeOver(found.options);
    expect((await at.watched()).map(({ name }) => name)).toEqual([
      'Syria truce',
      'Macron Putin call',
      'Iran talks',
    ]);
  });

  test('that cannot be had says why', async () => {
    await using at = await aDeskWithTopics();
    const link = { watches: 'https://lists.example/topics.txt?key=s3cret' };
    const unreachable = linesOf(await at.takeOver(link))[0];
    expect(unreachable).toContain('nothing could be read at lists.example/topics.txt');
    expect(unreachable).not.toContain('s3cret');
    let last = await at.takeOver(link);
    for (let time = 0; time < 200 && linesOf(last)[0] === unreachable; time += 1)
      last = await at.takeOver(link);
    expect(linesOf(last)[0]).toContain('too many lists were fetched');
    const long = await at.takeOver({ watches: 'Iran talks;\n'.repeat(9_000) });
    expect(linesOf(long)[0]).toContain('longer than 64 kB');
    expect(await at.watched()).toEqual([]);
  });
});
