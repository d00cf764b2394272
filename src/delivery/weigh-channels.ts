import type { Article } from '#article/article.ts';
import type { Card } from '#card/card.ts';
import { type Change, takesBack } from '#card/change.ts';
import { changesBetween } from '#card/changes-between.ts';
import { composeCard } from '#card/compose-card.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { MovedWatch, Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { headlineShown } from '#delivery/headline-shown.ts';
import { isKeptUp } from '#delivery/keep-up.ts';
import { mayStandSince } from '#delivery/restore.ts';
import type { RestoreStore } from '#delivery/restore-store.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Detector } from '#language/detector.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Match } from '#match/match.ts';
import type { Hidden } from '#story/hidden.ts';
import type { HiddenStore } from '#story/hidden-store.ts';
import { isQuiet } from '#story/is-quiet.ts';
import type { StoryAccount } from '#story/story.ts';
import { storyWithin } from '#story/story-within.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { type ConcernedChannel, channelsForStory } from '#subscription/channels-for-story.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { viewOf } from '#subscription/view-of.ts';
import type { Summarizer } from '#summary/summarizer.ts';

/** What one channel is to see of a story after an article. */
export type Owing = ConcernedChannel & {
  readonly card: Card;
  readonly changes: readonly Change[];
  /** The story is quiet: what matches it now is told no more. */
  readonly isOver: boolean;
  /** What is told may stand there since then, not known here: a copy was restored. */
  readonly mayStandSince?: string | undefined;
  /** Nobody watches any more where the card stands: for whom it is kept up there. */
  readonly kept?: readonly MovedWatch[];
  /** What the story amounts to for its workspace, where that hides something of it. */
  readonly own?: StoryAccount;
  /** Its workspace hides all of it: nothing is told there. */
  readonly isHidden?: true;
};

/** What channels are weighed with. */
export type Weighing = {
  readonly ledger: {
    readonly deliveries: DeliveryStore;
    readonly subscriptions: SubscriptionStore;
    readonly workspaces: WorkspaceStore;
    readonly restores: RestoreStore;
    readonly hidden: HiddenStore;
  };
  readonly lexicon: Lexicon;
  readonly summarizer: Summarizer;
  readonly detect: Detector;
  readonly now: Date;
  /** Stands on every card. */
  readonly note?: string;
};

/** The card, and what changed on it, for each channel that an article concerns. */
export async function weighChannels(
  { article, matches }: { readonly article: Article; readonly matches: readonly Match[] },
  told: ToldStory,
  weighing: Weighing,
): Promise<readonly Owing[]> {
  const { ledger, lexicon, note, now } = weighing;
  const stories = [told.story, ...told.merged].map(({ id }) => id);
  const posts = (await Promise.all(stories.map((story) => ledger.deliveries.postsOf(story)))).flat();
  const found = {
    story: told.story.id,
    workspace: told.story.workspace,
    merged: told.merged.map(({ id }) => id),
    matches,
    arrivedAt: article.seenAt,
    outlet: article.outlet,
    isNews: !article.isArchive && isReport(article, told),
    showing: posts.map(({ channel }) => channel),
    now,
  };
  const concerned = await channelsForStory(found, ledger);
  const since = mayStandSince(await ledger.restores.latest(), article, now);
  const articles = concerned.length === 0 ? [] : told.facts.articles;
  const hidden = await ledger.hidden.listIn(articles.map((one) => one.article.id));
  const owings: Owing[] = [];
  for (const one of concerned) {
    const within = await toldWithin(one.workspace.id, hidden, told, weighing);
    // Where all of it is hidden nothing is told; where the story stands is written down all the same.
    const { story, dossier, before } = within ?? told;
    const shown = posts.filter(({ channel }) => channel === one.channel.id);
    const post = shown.find((known) => known.story === story.id);
    const kept = one.subscriptions.length === 0 && isKeptUp(post) ? post?.keptFor : undefined;
    const plain = viewOf(one.workspace, kept ?? one.subscriptions, note);
    const headed = headlineShown(post, plain.languages);
    const view = { ...plain, ...(headed && { headed }) };
    const card = composeCard(dossier, view, weighing);
    const changes = within === undefined ? [] : changesBetween(before, dossier, view, lexicon);
    // What takes something back is said always.
    const isOver = within === undefined || (isQuiet(story, now) && !changes.some(takesBack));
    const own = within === told ? undefined : within?.story.account;
    const hiding = { ...(own && { own }), ...(within === undefined && { isHidden: true as const }) };
    const owing = { ...one, card, changes, isOver, mayStandSince: since, ...hiding, ...(kept && { kept }) };
    if (concernsSomebody(owing, shown)) owings.push(owing);
  }
  return owings;
}

/** A live blog, an opinion or an anniversary says much of an event, and not that it happens now. */
const isReport = ({ id }: Article, { facts }: ToldStory): boolean =>
  facts.articles.some(({ article, fingerprint }) => article.id === id && fingerprint.form === 'report');

/** The story as the workspace is told it; nothing where it hides all of it. */
async function toldWithin(
  workspace: WorkspaceId,
  hidden: readonly Hidden[],
  told: ToldStory,
  { ledger, lexicon }: Weighing,
): Promise<ToldStory | undefined> {
  const own = hidden.filter((one) => one.workspace === workspace);
  if (own.length === 0) return told;
  return storyWithin(told, own, await ledger.hidden.findAccount(workspace, told.story.id), lexicon);
}

/** Where nobody watches any more, only what takes something back is said, unless a card is kept up. */
function concernsSomebody({ changes, subscriptions, silent }: Owing, shown: readonly Post[]): boolean {
  if (shown.some(isKeptUp)) return true;
  return changes.some(takesBack) || subscriptions.length > 0 || silent.length > 0;
}
