import { describe, expect, test } from 'vitest';
import type { AuditRow } from '#channel/channel.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { at, channel, moment, workspace } from './sample-records.ts';
import { without } from './without.ts';

/** What every workspace store promises. */
export function describeWorkspaceStore(open: () => Promise<Ledger>): void {
  const other = 'workspace-2' as WorkspaceId;

  describe('workspaces', () => {
    test('a workspace comes back as it was saved last', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      await workspaces.save(workspace({ languages: ['en'], zone: 'UTC' }));
      expect(await workspaces.find(workspace().id)).toEqual(workspace({ languages: ['en'], zone: 'UTC' }));
      expect(await workspaces.find(other)).toBeUndefined();
    });

    test('what a workspace wants done with uncertain messages stays, whatever its platform tells of it', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      await workspaces.setWhenUncertain(workspace().id, 'skip');
      await workspaces.save(workspace({ name: 'Renamed' }));
      const kept = { ...workspace({ name: 'Renamed' }), whenUncertain: 'skip' };
      expect(await workspaces.find(workspace().id)).toEqual(kept);
      expect(await workspaces.list()).toEqual([kept]);
      await workspaces.setWhenUncertain(workspace().id, undefined);
      expect(await workspaces.find(workspace().id)).toEqual(workspace({ name: 'Renamed' }));
    });

    test('all workspaces are listed, for the operator', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      await workspaces.save(workspace({ id: other }));
      expect(await workspaces.list()).toEqual([workspace(), workspace({ id: other })]);
    });

    test('a workspace sees its own channels only', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      await workspaces.save(workspace({ id: other }));
      await workspaces.saveChannel(channel());
      await workspaces.saveChannel(channel({ name: '#renamed' }));
      await workspaces.saveChannel(channel({ id: 'channel-2' as ChannelId, workspace: other }));
      expect(await workspaces.listChannels(workspace().id)).toEqual([channel({ name: '#renamed' })]);
      expect(await workspaces.findChannel('channel-1' as ChannelId)).toEqual(channel({ name: '#renamed' }));
    });

    test('the channels of a platform are found whatever their workspace', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      await workspaces.save(workspace({ id: other }));
      const here = channel({ platform: 'slack' });
      const there = channel({ id: 'channel-2' as ChannelId, workspace: other, platform: 'slack' });
      await workspaces.saveChannel(here);
      await workspaces.saveChannel(there);
      await workspaces.saveChannel(channel({ id: 'channel-3' as ChannelId, platform: 'discord' }));
      expect(await workspaces.listChannelsOn('slack')).toEqual([here, there]);
    });

    test('an event is taken once, also when it comes twice in one moment, and again after a day', async () => {
      const { workspaces } = await open();
      const both = await Promise.all([1, 2].map(() => workspaces.takeInbound('slack:1', moment('09:00'))));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await workspaces.takeInbound('slack:2', moment('09:59'))).toBe(true);
      expect(await workspaces.takeInbound('slack:1', moment('10:00'))).toBe(false);
      expect(await workspaces.takeInbound('slack:1', new Date('2026-03-02T09:01:00Z'))).toBe(true);
      expect(await workspaces.takeInbound('slack:2', new Date('2026-03-02T09:01:00Z'))).toBe(false);
    });

    test('a channel of no known workspace is refused', async () => {
      const { workspaces } = await open();
      await expect(workspaces.saveChannel(channel())).rejects.toThrow();
    });

    test('the audit of a workspace comes newest first', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      await workspaces.save(workspace({ id: other }));
      const first: AuditRow = {
        workspace: workspace().id,
        channel: 'channel-1' as ChannelId,
        who: 'mira',
        at: at('09:00'),
        what: 'watch add',
        detail: 'Alphaland call',
      };
      const second = without({ ...first, what: 'watch remove' }, 'channel');
      await workspaces.audit(first);
      await workspaces.audit(second);
      await workspaces.audit({ ...first, workspace: other });
      expect(await workspaces.listAudit(workspace().id, 10)).toEqual([second, first]);
      expect(await workspaces.listAudit(workspace().id, 1)).toEqual([second]);
      const page = { before: moment('23:59'), skip: 1 };
      expect(await workspaces.listAudit(workspace().id, 10, page)).toEqual([first]);
    });

    test('the audit of some channels has their rows and those for the whole workspace', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      const row = { workspace: workspace().id, who: 'mira', at: at('09:00'), what: 'watch add', detail: '' };
      const [desk, board] = ['desk' as ChannelId, 'board' as ChannelId];
      await workspaces.audit({ ...row, channel: desk });
      await workspaces.audit({ ...row, channel: board });
      await workspaces.audit({ ...row, what: 'feed add' });
      const channelsIn = async (...channels: readonly ChannelId[]) =>
        (await workspaces.listAudit(row.workspace, 10, { channels })).map(({ channel }) => channel);
      expect(await channelsIn(desk)).toEqual([undefined, desk]);
      expect(await channelsIn(desk, board)).toEqual([undefined, board, desk]);
      expect(await channelsIn()).toEqual([undefined]);
    });

    test('a policy stays what was said last, whatever the platform tells of the workspace', async () => {
      const { workspaces } = await open();
      await workspaces.save(workspace());
      expect(await workspaces.findPolicy(workspace().id)).toBeUndefined();
      await workspaces.savePolicy(workspace().id, { looking: 'managers', managers: ['S1'] });
      await workspaces.save(workspace({ name: 'Renamed' }));
      expect(await workspaces.findPolicy(workspace().id)).toEqual({ looking: 'managers', managers: ['S1'] });
      expect(await workspaces.findPolicy(other)).toBeUndefined();
    });
  });
}
