import { expect, test } from 'vitest';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { welcomeWith } from '#command/welcome.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { NOON } from '../delivery/owed.ts';
import { aDesk } from './a-desk.ts';
import { plainText } from './plain-text.ts';

const workspace: Workspace = {
  id: 'embassy' as WorkspaceId,
  platform: 'discord',
  name: 'Embassy',
  languages: ['en'],
  zone: 'UTC',
};
const channel: ChannelRef = {
  id: 'lobby' as ChannelId,
  workspace: workspace.id,
  platform: 'discord',
  address: '7',
  name: '#lobby',
};

const welcomeTo = ({ ledger }: Desk, at = NOON) => welcomeWith({ ledger, clock: () => at, log: silentLog });

/** What the channel is owed, oldest first. */
async function saidIn({ ledger }: Desk): Promise<readonly string[]> {
  const due = await ledger.notices.claim(NOON, 1_000, 9);
  return due.map(({ line }) => plainText(line));
}

test('who lets the program in is greeted once, in their language', async () => {
  await using at = await aDesk();
  const welcome = welcomeTo(at.desk);
  const there = { workspace: { ...workspace, languages: ['fr', 'en'] }, channel };
  await welcome(there);
  await welcome(there);
  const said = await saidIn(at.desk);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("Bonjour, ici Readout. Je suis l'actualité diplomatique");
});

test('the greeting says how to begin, who may, and that no message is read', async () => {
  await using at = await aDesk();
  await welcomeTo(at.desk)({ workspace, channel });
  expect((await saidIn(at.desk))[0]).toBe(
    "Hello, I am Readout. I watch diplomatic news and post one card per event, with each side's own words. Try: /watch add Macron Putin call in the channel that should get cards (needs Manage Server, or give a role the command under Server Settings → Integrations) · /news latest · /readout help. I read no messages here. I post nothing until you watch something. What I store: /readout privacy.",
  );
});

test('nobody is greeted where there is no channel for it, nor later when there is one', async () => {
  await using at = await aDesk();
  await welcomeTo(at.desk)({ workspace });
  await welcomeTo(at.desk)({ workspace, channel });
  expect(await saidIn(at.desk)).toEqual([]);
});

test('who lets it in again finds what was watched, is told so once, and what stopped is tried again', async () => {
  await using at = await aDesk();
  const { ledger } = at.desk;
  await ledger.workspaces.save(workspace);
  await ledger.workspaces.saveChannel(channel);
  await watchAdd.run({ channel, who: 'Dora', options: { topic: 'Macron Putin call' } }, at.desk);
  await ledger.workspaces.setLeft(workspace.id, NOON);
  await welcomeTo(at.desk)({ workspace, channel });
  await welcomeTo(at.desk)({ workspace, channel });
  expect(await saidIn(at.desk)).toEqual([
    'I am back. What was watched here is watched again: 1 topic. What happened meanwhile: /news latest · /watch list',
  ]);
  expect(await ledger.subscriptions.listByChannel(channel.id)).toHaveLength(1);
});
