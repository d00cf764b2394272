import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import type { Suggest } from '#command/inbound.ts';
import type { Log } from '#kernel/log.ts';
import { foldWord } from '#language/fold-word.ts';

/** What suggestions come from; `starters` are topics that are worth a watch anywhere. */
export type SuggestingMeans = {
  readonly desk: Desk;
  readonly starters: readonly string[];
  readonly log: Log;
};

/** Discord takes no more. */
const MOST = 25;

/**
 * Topics for what somebody begins to write: those of this channel, and the starters where none is to be removed. What
 * another channel watches is never shown, be it of the same workspace: who is here need not be let in there. Feeds: those
 * that this workspace added, by name. A fault gives none.
 */
export const suggestWith =
  ({ desk, starters, log }: SuggestingMeans): Suggest =>
  async ({ channel, path, option, begun }) => {
    try {
      if (option === 'feed') return bestOf(await namesOfOwnFeeds(channel, desk), begun);
      if (option !== 'topic') return [];
      const here = (await desk.ledger.subscriptions.listByChannel(channel.id)).map(({ name }) => name);
      return bestOf(path.join(' ') === 'watch remove' ? here : [...here, ...starters], begun);
    } catch (fault) {
      log.error('suggest.failed', { channel: channel.id }, fault);
      return [];
    }
  };

const namesOfOwnFeeds = async ({ workspace }: ChannelRef, { ledger }: Desk): Promise<readonly string[]> =>
  (await ledger.ownFeeds.listByWorkspace(workspace)).map(({ name }) => name);

/** Those that begin so come before those that have it elsewhere; otherwise the order stays. */
function bestOf(topics: readonly string[], begun: string): readonly string[] {
  const wanted = foldWord(begun.trim());
  const distinct = [...new Map(topics.map((topic) => [foldWord(topic), topic])).entries()];
  const beginning = distinct.filter(([folded]) => folded.startsWith(wanted));
  const holding = distinct.filter(([folded]) => !folded.startsWith(wanted) && folded.includes(wanted));
  return [...beginning, ...holding].map(([, topic]) => topic).slice(0, MOST);
}
