import type { ChannelRef } from '#channel/channel.ts';
import { welcomeWordsIn } from '#command/words/welcome-words.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Ledger, Stores } from '#ledger.ts';

/** Somebody lets the program in: where they are told something, and in which language. */
export type Meeting = { readonly channel: ChannelRef; readonly language: string };

type Means = { readonly ledger: Ledger; readonly clock: Clock; readonly log: Log };

/**
 * Greets whoever lets the program in first, where the platform does not say who installed it: once for a workspace, and
 * not where somebody has changed something already, since they know what to do. A fault is logged: nobody waits for this.
 */
export const greetWith =
  ({ ledger, clock, log }: Means) =>
  async (meeting: Meeting): Promise<void> => {
    const { workspace, platform } = meeting.channel;
    try {
      await ledger.transaction((stores) => greet(meeting, stores, clock()));
    } catch (fault) {
      log.error('workspace.not_welcomed', { workspace, platform }, fault);
    }
  };

async function greet({ channel, language }: Meeting, stores: Stores, now: Date): Promise<void> {
  const { workspaces } = stores;
  if ((await workspaces.find(channel.workspace)) === undefined) return;
  if ((await workspaces.listAudit(channel.workspace, 1)).length > 0) return;
  const { helloOnSlack } = welcomeWordsIn(language);
  const tidings = { about: `hello:${channel.workspace}`, channel: channel.id, line: helloOnSlack };
  if (await oweNotice(tidings, stores, now)) await workspaces.saveChannel(channel);
}
