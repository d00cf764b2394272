import { describe, expect, test } from 'vitest';
import type { AuditRow } from '#channel/channel.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { at, channel, workspace } from './sample-records.ts';
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
    });
  });
}
