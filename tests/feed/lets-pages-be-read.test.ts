import { expect, test } from 'vitest';
import { letsPagesBeRead } from '#feed/lets-pages-be-read.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';

const outlet = (changes: Partial<Outlet>): Outlet => ({
  id: 'courier' as OutletId,
  name: 'The Courier',
  kind: 'media',
  owner: 'Courier Group',
  languages: ['en'],
  ...changes,
});

test('pages are read of official outlets, and of others that allow it', () => {
  expect(letsPagesBeRead(outlet({ kind: 'official' }))).toBe(true);
  expect(letsPagesBeRead(outlet({ allowsFullText: true }))).toBe(true);
  expect(letsPagesBeRead(outlet({}))).toBe(false);
  expect(letsPagesBeRead(outlet({ kind: 'wire', allowsFullText: false }))).toBe(false);
});

test('pages of what a workspace added are never read, whatever stands in its entry', () => {
  const own = { kind: 'unverified', workspace: 'newsroom' as WorkspaceId } as const;
  expect(letsPagesBeRead(outlet({ ...own, allowsFullText: true }))).toBe(false);
});
