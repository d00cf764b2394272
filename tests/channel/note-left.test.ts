import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { noteLeft } from '#channel/note-left.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { workspace } from '../contracts/sample-records.ts';

const NOW = new Date('2026-03-01T09:00:00Z');

test('a workspace that was left, and one that lets the program in again, are each said once', async () => {
  await using database = await openSqliteLedger({ file: ':memory:' });
  const { workspaces, forgetting } = database.ledger;
  const left = workspace({ id: 'left' as WorkspaceId, platform: 'discord' });
  await workspaces.save(left);
  await workspaces.save(workspace({ id: 'elsewhere' as WorkspaceId, platform: 'slack' }));
  const said: string[] = [];
  const log = { ...silentLog, info: (event: string) => void said.push(event) };
  const noteAt = (...there: readonly WorkspaceId[]) =>
    noteLeft(new Map([['discord', new Set(there)]]), workspaces, { now: NOW, log });

  await noteAt(left.id);
  expect(said).toEqual([]);
  await noteAt();
  await noteAt();
  await noteAt(left.id);
  expect(said).toEqual(['workspace.left', 'workspace.returned']);

  await noteAt();
  await noteLeft(new Map(), workspaces, { now: NOW, log });
  expect(await forgetting.forgetWorkspaces(new Date(NOW.getTime() + 1), 10)).toBe(1);
  expect((await workspaces.list()).map(({ id }) => id)).toEqual(['elsewhere']);
});
