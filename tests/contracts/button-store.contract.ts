import { describe, expect, test } from 'vitest';
import type { KeptLine, Undo } from '#channel/button-store.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { at, channel, moment, workspace } from './sample-records.ts';

const other = 'workspace-2' as WorkspaceId;

const undo = (changes: Partial<Undo> = {}): Undo => ({
  token: 'token-1',
  workspace: workspace().id,
  channel: channel().id,
  who: 'U1',
  until: at('09:15'),
  what: 'watch add',
  detail: 'Ruritania talks',
  inverse: '{"kind":"remove-watch"}',
  opposite: 'watch remove Ruritania talks',
  ...changes,
});
const line: KeptLine = {
  token: 'line-1',
  workspace: workspace().id,
  channel: channel().id,
  line: 'watch add Ruritania talks',
  until: at('10:00'),
};

/** What every store of buttons promises. */
export function describeButtonStore(open: () => Promise<Ledger>): void {
  const opened = async () => {
    const { workspaces, buttons } = await open();
    await workspaces.save(workspace());
    await workspaces.saveChannel(channel());
    return buttons;
  };

  describe('buttons', () => {
    test('an undo comes back as it was kept, to its own workspace alone', async () => {
      const buttons = await opened();
      await buttons.keepUndo(undo(), moment('09:00'));
      expect(await buttons.findUndo('token-1', workspace().id)).toEqual(undo());
      expect(await buttons.findUndo('token-1', other)).toBeUndefined();
      expect(await buttons.findUndo('token-2', workspace().id)).toBeUndefined();
    });

    test('an undo is used once, also by two at one moment, and not from another workspace', async () => {
      const buttons = await opened();
      await buttons.keepUndo(undo(), moment('09:00'));
      expect(await buttons.useUndo('token-1', other, moment('09:01'))).toBe(false);
      const both = await Promise.all(
        [1, 2].map(() => buttons.useUndo('token-1', workspace().id, moment('09:01'))),
      );
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await buttons.findUndo('token-1', workspace().id)).toEqual(undo({ usedAt: at('09:01') }));
    });

    test('an undo is known for a day after it was over, then forgotten', async () => {
      const buttons = await opened();
      await buttons.keepUndo(undo(), moment('09:00'));
      await buttons.keepUndo(undo({ token: 'token-2' }), new Date('2026-03-02T09:15:00.000Z'));
      expect(await buttons.findUndo('token-1', workspace().id)).toBeDefined();
      await buttons.keepUndo(undo({ token: 'token-3' }), new Date('2026-03-02T09:15:01.000Z'));
      expect(await buttons.findUndo('token-1', workspace().id)).toBeUndefined();
    });

    test('a long command comes back to its own workspace until its time is over', async () => {
      const buttons = await opened();
      await buttons.keepLine(line, moment('09:00'));
      expect(await buttons.findLine('line-1', workspace().id)).toEqual(line);
      expect(await buttons.findLine('line-1', other)).toBeUndefined();
      await buttons.keepLine({ ...line, token: 'line-2', until: at('11:00') }, moment('10:01'));
      expect(await buttons.findLine('line-1', workspace().id)).toBeUndefined();
    });

    test('the first key to be kept stays', async () => {
      const buttons = await opened();
      expect(await buttons.signingKey('first')).toBe('first');
      expect(await buttons.signingKey('second')).toBe('first');
    });
  });
}
