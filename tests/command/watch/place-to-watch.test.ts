import { expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import { adminSettings } from '#command/admin/admin-settings.ts';
import type { Ask, Command } from '#command/command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import type { ChannelId } from '#kernel/id.ts';
import { desk as terminal } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const desk: ChannelRef = { ...terminal, id: 'slack desk' as ChannelId, platform: 'slack' };
const quiet: ChannelRef = { ...desk, id: 'quiet' as ChannelId, name: '#quiet' };

test.each([
  ['added', watchAdd, { topic: 'Iran talks', digest: '08:00', in: '#quiet' }],
  ['moved', watchEdit, { topic: 'Macron Putin call', digest: '08:00', to: '#quiet' }],
] as const)(
  'a digest that is %s to another channel comes there in the zone that is told',
  async (_how, command, options) => {
    await using at = await aDesk();
    for (const channel of [desk, quiet]) await at.desk.ledger.workspaces.saveChannel(channel);
    const run = (one: Command, given: Ask['options']) =>
      one.run(
        { channel: desk, who: 'Ana', options: given, named: [quiet], standing: async () => 'manages' },
        at.desk,
      );
    await run(watchAdd, { topic: 'Macron Putin call' });
    await run(adminSettings, { zone: 'Europe/Paris' });
    expect(linesOf(await run(command, options)).join(' ')).toContain('08:00 (Europe/Paris)');
    expect((await at.desk.ledger.subscriptions.findSettings(quiet.id))?.zone).toBe('Europe/Paris');
  },
);
