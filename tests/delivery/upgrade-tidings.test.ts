import { expect, test } from 'vitest';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { upgradeTidings } from '#delivery/upgrade-tidings.ts';
import { plainText } from '../command/plain-text.ts';
import { workspace } from '../contracts/sample-records.ts';
import { desk, NOON } from './owed.ts';

const told = async (language: string, copy?: string): Promise<string> => {
  const workspaces = {
    findChannel: () => Promise.resolve(desk),
    find: () => Promise.resolve(workspace({ languages: [language] })),
  } as unknown as WorkspaceStore;
  const upgrade = { from: 9, to: 12, at: NOON.toISOString(), ...(copy !== undefined && { copy }) };
  return plainText((await upgradeTidings(upgrade, workspaces)).line);
};

test('the operator is told from what to what the database came, and where the copy stands', async () => {
  expect(await told('en', '/data/r.sqlite.before-version-12')).toBe(
    'The database was brought up to date: from version 9 to 12. As it was, it is kept: /data/r.sqlite.before-version-12',
  );
  expect(await told('fr', '/data/r.sqlite.before-version-12')).toMatch(
    /^La base a été mise à jour.*gardée : /,
  );
});

test('of PostgreSQL, that going back needs a dump made before', async () => {
  expect(await told('en')).toMatch(/put back the dump made before\.$/);
});
