import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** This machine's terminal as a workspace: the reader's languages and zone come from the settings. */
export const terminalWorkspace = (languages: readonly string[], zone: string): Workspace => ({
  id: 'terminal' as WorkspaceId,
  platform: 'terminal',
  name: 'Terminal',
  languages,
  zone,
});

/** The one channel of the terminal. */
export const terminalChannel: ChannelRef = {
  id: 'terminal' as ChannelId,
  workspace: 'terminal' as WorkspaceId,
  platform: 'terminal',
  address: 'standard output',
  name: '#terminal',
};
