import { expect, test } from 'vitest';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { floodTidings } from '#delivery/flood-tidings.ts';
import { newNotice } from '#delivery/notice.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { subscription, workspace } from '../contracts/sample-records.ts';
import { desk, NOON } from './owed.ts';

const outlet: Outlet = {
  id: 'zembla' as OutletId,
  name: 'The Zembla Reader',
  kind: 'unverified',
  owner: 'The Zembla Reader',
  languages: ['en'],
};
const read = { flood: { kind: 'too-many-new', newItems: 40, usual: 2 }, parked: [{}] } as never;

/** A workspace of French readers in which this channel watches something, or nothing does. */
const ledgerWith = (watches: boolean) => ({
  workspaces: {
    find: () => Promise.resolve(workspace({ languages: ['fr'] })),
    findChannel: () => Promise.resolve(undefined),
  } as unknown as WorkspaceStore,
  subscriptions: {
    listByWorkspace: () => Promise.resolve(watches ? [subscription({ channel: desk.id })] : []),
  } as unknown as SubscriptionStore,
});

test('a flood of a workspace’s own feed is told where it watches, in its language, with what can be done', async () => {
  const own = { ...outlet, workspace: desk.workspace };
  const tidings = await floodTidings(read, own, { ledger: ledgerWith(true), now: NOON });
  const notice = tidings && newNotice(tidings, NOON);
  expect(notice?.channel).toBe(desk.id);
  expect(JSON.stringify(notice?.line)).toContain("40 nouveaux articles à la fois, contre 2 d'ordinaire");
  expect(notice?.actions).toEqual([
    { label: 'Publier', command: 'feed release zembla' },
    { label: 'Écarter', command: 'feed drop zembla' },
  ]);
});

test('it is told nobody where nobody watches, and that of everyone’s feed is told the operator', async () => {
  const own = { ...outlet, workspace: desk.workspace };
  expect(await floodTidings(read, own, { ledger: ledgerWith(false), now: NOON })).toBeUndefined();
  const tidings = await floodTidings(read, outlet, { ledger: ledgerWith(false), now: NOON });
  expect(tidings && newNotice(tidings, NOON).channel).toBe('operator');
});
