import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { welcomeWordsIn } from '#command/words/welcome-words.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import { tryChannelAgain } from '#delivery/try-channel-again.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Ledger, Stores } from '#ledger.ts';

/** A workspace that the program is in, and where it may say something to all of it; absent where it may not. */
export type Arrival = { readonly workspace: Workspace; readonly channel?: ChannelRef };

type Means = { readonly ledger: Ledger; readonly clock: Clock; readonly log: Log };

/**
 * Takes note that the program is in a workspace, as often as its platform says so. A new one is greeted, once for ever;
 * in one that had put it out what was watched goes on, and that is said. A fault is logged: nobody waits for this.
 */
export const welcomeWith =
  ({ ledger, clock, log }: Means) =>
  async (arrival: Arrival): Promise<void> => {
    const { id: workspace, platform } = arrival.workspace;
    try {
      const found = await ledger.transaction((stores) => takeNote(arrival, stores, clock()));
      if (found !== 'known')
        log.info(found === 'joined' ? 'workspace.joined' : 'workspace.returned', { workspace, platform });
    } catch (fault) {
      log.error('workspace.not_welcomed', { workspace, platform }, fault);
    }
  };

async function takeNote(
  { workspace, channel }: Arrival,
  stores: Stores,
  now: Date,
): Promise<'joined' | 'returned' | 'known'> {
  const { workspaces } = stores;
  const words = welcomeWordsIn(workspace.languages[0]);
  const isNew = (await workspaces.find(workspace.id)) === undefined;
  if (isNew) await workspaces.save(workspace);
  else if (!(await workspaces.setLeft(workspace.id, undefined))) return 'known';
  if (channel !== undefined) await workspaces.saveChannel(channel);

  for (const { id } of await workspaces.listChannels(workspace.id)) await tryChannelAgain(id, stores, now);
  const found = isNew ? 'joined' : 'returned';
  if (channel === undefined) return found;
  const watches = await stores.subscriptions.listByWorkspace(workspace.id);
  const tidings = isNew
    ? { about: `hello:${workspace.id}`, line: words.hello }
    : { about: `back:${workspace.id}:${now.toISOString()}`, line: words.back(watches.length) };
  await oweNotice({ ...tidings, channel: channel.id }, stores, now);
  return found;
}
