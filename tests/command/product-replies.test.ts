import { describe, expect, test } from 'vitest';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { commands } from '#command/commands.ts';
import type { Inbound } from '#command/inbound.ts';
import { receiveWith } from '#command/receive.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from './a-desk.ts';
import { linesOf } from './plain-text.ts';
import { type Language, PRODUCT_ROWS, type ProductRow } from './product-rows.ts';

const channel = (workspace: WorkspaceId, name: string): ChannelRef => ({
  id: name as ChannelId,
  workspace,
  platform: 'discord',
  address: name,
  name: `#${name}`,
});

async function ask(row: ProductRow, language: Language) {
  await using at = await aDesk([language]);
  const workspace: Workspace = {
    id: 'guild' as WorkspaceId,
    platform: 'discord',
    name: 'Embassy',
    languages: [language],
    zone: 'UTC',
  };
  const receive = receiveWith({
    commands,
    desk: { ...at.desk, ...row.broken },
    log: silentLog,
    random: () => 0.25,
  });
  let events = 0;
  const say = (words: string, differing: Partial<Inbound> = {}) => {
    events += 1;
    return receive({
      id: `discord:${events}`,
      workspace,
      channel: channel(workspace.id, 'desk'),
      named: [channel(workspace.id, 'night')],
      standing: async () => 'manages',
      who: '42',
      mayChange: true,
      asked: { kind: 'words', words },
      ...differing,
    });
  };
  const story = await row.before?.(at, say);
  const asked = typeof story === 'string' ? row.asked.replace('STORY', story) : row.asked;
  const reply = await say(asked, row.differing);
  if (reply === undefined || reply.kind === 'form') throw new Error('That was not answered.');
  return reply;
}

describe.each<Language>(['en', 'fr'])('what people read, in %s,', (language) => {
  test.each(PRODUCT_ROWS)('is answered to: $asked', async (row) => {
    const reply = await ask(row, language);
    const said = linesOf(reply).join('\n');
    for (const expected of row[language]) expect(said).toMatch(expected);
    if (language === 'fr') return;
    const labels = (reply.actions ?? []).map(({ label }) => label);
    for (const expected of row.buttons ?? []) expect(labels).toContainEqual(expect.stringMatching(expected));
  });
});
