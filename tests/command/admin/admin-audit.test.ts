import { expect, test } from 'vitest';
import { adminAuditOf } from '#command/admin/admin-audit.ts';
import { withButtons } from '#command/button/button-commands.ts';
import { turnPageOf } from '#command/button/turn-page.ts';
import { commands } from '#command/commands.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const adminAudit = adminAuditOf(() => withButtons(commands));

test('the audit tells who changed what, newest first, of this workspace alone', async () => {
  await using at = await aDesk();
  expect(linesOf(await at.run(adminAudit))).toEqual(['Nobody has changed anything here so far.']);
  await at.run(watchAdd, { topic: 'Iran talks' });
  const { workspaces } = at.desk.ledger;
  const [workspace] = await workspaces.list();
  if (workspace === undefined) throw new Error('There is no workspace.');
  const other = 'other' as WorkspaceId;
  await workspaces.save({ ...workspace, id: other });
  const now = at.desk.clock().toISOString();
  await workspaces.audit({ workspace: other, who: 'Eve', at: now, what: 'watch add', detail: 'secret' });
  expect(linesOf(await at.run(adminAudit))).toEqual([
    'Changes, newest first: in channels that you manage, and for all of this workspace',
    `${now} · #desk · Ana · watch add Iran talks`,
  ]);
});

test('the audit goes on page by page, and a page that nobody was given is refused', async () => {
  await using at = await aDesk();
  const { workspace } = channel;
  for (let number = 1; number <= 20; number += 1) {
    const row = { workspace, who: 'Ana', at: at.desk.clock().toISOString(), what: 'watch add' };
    await at.desk.ledger.workspaces.audit({ ...row, detail: `topic ${number}` });
  }
  const reply = await at.run(adminAudit);
  expect(linesOf(reply)).toHaveLength(16);
  expect(reply.pages).not.toHaveProperty('previous');
  const turnPage = turnPageOf(commands);
  const line = (reply.pages?.next?.command ?? '').replace(/^page /, '');
  const next = await at.run(turnPage, { line });
  expect(next.replaces).toBe(true);
  expect(linesOf(next)).toHaveLength(6);
  expect(linesOf(next).at(-1)).toContain('topic 1');
  expect(next.pages).not.toHaveProperty('next');

  const forged = await at.run(turnPage, { line: line.replace('2-', '7-') });
  expect(linesOf(forged)).toEqual(['That button is none of mine, or belongs to another channel.']);
  expect(forged.actions).toEqual([{ label: 'Ask again', command: 'readout-admin audit' }]);
});

test('the audit names commands, options and choices as a French reader types them', async () => {
  await using at = await aDesk(['fr']);
  const { workspace } = channel;
  const row = { workspace, who: 'Ana', at: at.desk.clock().toISOString() };
  const changes = [
    ['watch digest', 'Iran: days:monday at:08:00', 'veille synthèse Iran: jours:lundi heure:08:00'],
    ['watch digest', 'Iran: off', 'veille synthèse Iran : non'],
    [
      'watch pause',
      'all until 2026-03-05T12:00:00.000Z',
      'veille suspendre tous jusque:2026-03-05T12:00:00.000Z',
    ],
    ['watch add', 'outlet:Courier Iran', 'veille ajouter outlet:Courier Iran'],
    ['undo', 'watch add Iran', 'annuler veille ajouter Iran'],
    ['undo', 'watch edit Iran: urgent:yes', 'annuler veille modifier Iran: urgent:oui'],
    ['remove-card', 'R-7K2Q Talks', 'retirer-fiche R-7K2Q Talks'],
    ['readout-admin settings', 'looking:managers', 'readout-admin réglages consulter:gestionnaires'],
    ['gone for good', 'Iran', 'gone for good Iran'],
  ] as const;
  for (const [what, detail] of changes) await at.desk.ledger.workspaces.audit({ ...row, what, detail });
  const told = linesOf(await at.run(adminAudit)).slice(1);
  expect(told.toReversed()).toEqual(changes.map(([, , french]) => `${row.at} · Ana · ${french}`));
});
