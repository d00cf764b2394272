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
 * Topics for what somebody begins to write: those of this channel where a watch is to be removed, elsewhere the
 * starters and what their own workspace watches. None of another workspace is ever shown. A fault gives none.
 */
export const suggestWith =
  ({ desk, starters, log }: SuggestingMeans): Suggest =>
  async ({ workspace, channel, path, option, begun }) => {
    if (option !== 'topic') return [];
    try {
      const here = (await desk.ledger.subscriptions.listByChannel(channel.id)).map(({ name }) => name);
      if (path.join(' ') === 'watch remove') return bestOf(here, begun);
      const watched = await desk.ledger.subscriptions.listByWorkspace(workspace.id);
      return bestOf([...here, ...watched.map(({ name }) => name), ...starters], begun);
    } catch (fault) {
      log.error('suggest.failed', { channel: channel.id }, fault);
      return [];
    }
  };

/** Those that begin so come before those that have it elsewhere; otherwise the order stays. */
function bestOf(topics: readonly string[], begun: string): readonly string[] {
  const wanted = foldWord(begun.trim());
  const distinct = [...new Map(topics.map((topic) => [foldWord(topic), topic])).entries()];
  const beginning = distinct.filter(([folded]) => folded.startsWith(wanted));
  const holding = distinct.filter(([folded]) => !folded.startsWith(wanted) && folded.includes(wanted));
  return [...beginning, ...holding].map(([, topic]) => topic).slice(0, MOST);
}
