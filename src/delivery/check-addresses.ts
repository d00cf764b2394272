import { type AddressCheck, checkAfter, isMissing, type PageProbe } from '#article/address-check.ts';
import type { ArticleState, StoredArticle } from '#article/article-store.ts';
import { type AddressDue, type AddressSources, addressesDue } from '#delivery/addresses-due.ts';
import { oweStory } from '#delivery/owe-story.ts';
import { type Weighing, weighChannels } from '#delivery/weigh-channels.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Lane } from '#kernel/lane.ts';
import type { Log } from '#kernel/log.ts';
import type { ContactStore } from '#story/contact-store.ts';
import { storedFacts } from '#story/gather-facts.ts';
import type { Story } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { retellStory } from '#story/tell-story.ts';

type Stores = AddressSources &
  Weighing['ledger'] & { readonly feeds: FeedStore; readonly contacts: ContactStore };

/** What addresses are checked with; stories are told anew in the lane in which visits are carried. */
export type AddressChecking = Omit<Weighing, 'ledger' | 'now'> & {
  readonly ledger: Stores & {
    transaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result>;
  };
  readonly catalogue: Catalogue;
  readonly probe: PageProbe;
  readonly lane: Lane;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the program is to end: what was asked for then says nothing. */
  readonly signal?: AbortSignal;
  /** Told when a channel is owed something new, once that is kept. */
  readonly onOwed?: () => void;
};

/** One host after the other, so few that a round ends before the next. */
const MOST_A_ROUND = 5;

/**
 * Asks for the addresses of articles that stand on cards, and tells a story anew when one of its reports is no longer
 * there, or is back. Gives how many were asked for.
 */
export async function checkAddresses(checking: AddressChecking): Promise<number> {
  const due = await addressesDue(checking.ledger, checking.clock(), MOST_A_ROUND);
  let asked = 0;
  for (const one of due) {
    const standing = await checking.probe.ask(one.url);
    if (checking.signal?.aborted === true) return asked;
    asked += 1;
    const check = checkAfter(one.kept.article, one.check, standing, checking.clock());
    await checking.lane(() => keep(one, check, checking));
  }
  return asked;
}

async function keep(due: AddressDue, check: AddressCheck, checking: AddressChecking): Promise<void> {
  const changed = stateAfter(due.kept, check);
  if (changed === undefined) {
    await checking.ledger.addressChecks.save(check);
    return;
  }
  const { id, outlet } = due.kept.article;
  await retell(due.story, { ...due.kept, ...changed }, check, checking);
  checking.log.info(changed.state === 'vanished' ? 'article.vanished' : 'article.returned', {
    article: id,
    outlet,
    ...(check.status !== undefined && { status: check.status }),
  });
}

type Change = { readonly state: ArticleState; readonly stateSince?: string; readonly stateDetail?: string };

/** Where the article stands now, if that is elsewhere than before. */
function stateAfter({ state }: StoredArticle, check: AddressCheck): Change | undefined {
  if (state === 'read' && isMissing(check)) {
    const since = check.missingSince ?? check.checkedAt;
    return { state: 'vanished', stateSince: since, stateDetail: String(check.status) };
  }
  return state === 'vanished' && check.misses === 0 ? { state: 'read' } : undefined;
}

/** All is computed before the transaction, as the journey does it. */
async function retell(
  story: Story,
  kept: StoredArticle,
  check: AddressCheck,
  checking: AddressChecking,
): Promise<void> {
  const { ledger, catalogue } = checking;
  const now = checking.clock();
  const facts = await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace));
  const told = await retellStory(
    story,
    facts.map((one) => asChanged(one, kept)),
    { ...checking, now },
  );
  const owings = await weighChannels({ article: kept.article, matches: [] }, told, { ...checking, now });
  await ledger.transaction(async (stores) => {
    const at = new Date(kept.stateSince ?? now);
    const error = kept.stateDetail;
    await stores.articles.setState(kept.article.id, kept.state, {
      at,
      ...(error !== undefined && { error }),
    });
    await stores.addressChecks.save(check);
    await stores.stories.save(told.story);
    for (const owing of owings) await oweStory(owing, told, stores, now);
  });
  if (owings.length > 0) checking.onOwed?.();
}

function asChanged(
  facts: ArticleFacts,
  { article, state, stateSince, stateDetail }: StoredArticle,
): ArticleFacts {
  if (facts.article.id !== article.id) return facts;
  const { stateSince: _since, stateDetail: _detail, ...rest } = facts;
  return {
    ...rest,
    state,
    ...(stateSince !== undefined && { stateSince }),
    ...(stateDetail !== undefined && { stateDetail }),
  };
}
