import type { ChannelRef } from '#channel/channel.ts';
import type { Desk, Suggested } from '#command/command.ts';
import type { Suggest, Suggestion } from '#command/inbound.ts';
import { rightsOf } from '#command/rights.ts';
import { DAY_MS } from '#kernel/clock.ts';
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
const STORY_DAYS = 7;

/**
 * What somebody may mean who begins to write. Topics: those of this channel, and the starters. What another channel
 * watches is never shown, be it of the same workspace: who is here need not be let in there. Stories, feeds and outlets
 * are those that this workspace can see. Who may not look is suggested nothing but starters. A fault gives none.
 */
export const suggestWith =
  ({ desk, starters, log }: SuggestingMeans): Suggest =>
  async ({ wanted, begun, ...asker }) => {
    const { channel, mayChange = false } = asker;
    try {
      const { mayLook } = await rightsOf({ ...asker, mayChange }, desk);
      const known = mayLook ? await knownTo(channel, wanted, desk) : [];
      return bestOf([...known, ...(wanted === 'topics' ? starters.map(asItself) : [])], begun);
    } catch (fault) {
      log.error('suggest.failed', { channel: channel.id }, fault);
      return [];
    }
  };

async function knownTo(channel: ChannelRef, wanted: Suggested, desk: Desk): Promise<readonly Suggestion[]> {
  const { ledger, catalogue } = desk;
  switch (wanted) {
    case 'topics':
    case 'watches':
      return (await ledger.subscriptions.listByChannel(channel.id)).map(({ name }) => asItself(name));
    case 'stories':
      return recentStories(channel, desk);
    case 'own-feeds':
      return (await ledger.ownFeeds.listByWorkspace(channel.workspace)).map(({ name }) => asItself(name));
    case 'outlets':
      return [...catalogue.outletsFor(channel.workspace).values()].map(({ name }) => asItself(name));
  }
}

const asItself = (words: string): Suggestion => ({ value: words, label: words });

/** The newest, each by its short name with the headline of its first article. */
async function recentStories(
  { workspace }: ChannelRef,
  { ledger, clock }: Desk,
): Promise<readonly Suggestion[]> {
  const since = new Date(clock().getTime() - STORY_DAYS * DAY_MS);
  const stories = await ledger.stories.listRecent({ since, limit: MOST, seenBy: workspace });
  const firsts = await Promise.all(
    stories.map(async ({ id }) => (await ledger.stories.articlesOf(id)).slice(0, 1)),
  );
  const titles = new Map((await ledger.articles.findMany(firsts.flat())).map(({ id, title }) => [id, title]));
  return stories.map(({ shortName }, index) => {
    const [first] = firsts[index] ?? [];
    const title = first && titles.get(first);
    return { value: shortName, label: title === undefined ? shortName : `${shortName} · ${title}` };
  });
}

/** Those that begin so come before those that have it elsewhere; otherwise the order stays. */
function bestOf(known: readonly Suggestion[], begun: string): readonly Suggestion[] {
  const wanted = foldWord(begun.trim());
  const distinct = [...new Map(known.map((one) => [foldWord(one.label), one])).entries()];
  const beginning = distinct.filter(([folded]) => folded.startsWith(wanted));
  const holding = distinct.filter(([folded]) => !folded.startsWith(wanted) && folded.includes(wanted));
  return [...beginning, ...holding].map(([, one]) => one).slice(0, MOST);
}
