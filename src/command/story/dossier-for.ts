import type { Desk } from '#command/command.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { contactsBefore } from '#story/contacts-before.ts';
import { officialFeeds, storedFacts } from '#story/gather-facts.ts';
import type { Hidden } from '#story/hidden.ts';
import { isQuiet } from '#story/is-quiet.ts';
import { withCurrentSilences } from '#story/silence-of.ts';
import type { Dossier, Story } from '#story/story.ts';
import { storyWithin } from '#story/story-within.ts';
import { retellStory } from '#story/tell-story.ts';

/** The story as it stands now, as this workspace sees it: without what its people hide. */
export async function dossierFor(story: Story, seenBy: WorkspaceId, desk: Desk): Promise<Dossier> {
  const current = await asFeedsStandNow(story, desk);
  const articles = await desk.ledger.stories.articlesOf(story.id);
  const hidden = await desk.ledger.hidden.listIn(articles, seenBy);
  const within = hidden.length === 0 ? undefined : await dossierWithin(current, hidden, seenBy, desk);
  return within ?? dossierOf(current, desk);
}

/** Nothing where all of it is hidden: who asks for it by its name is shown it whole. */
async function dossierWithin(
  story: Story,
  hidden: readonly Hidden[],
  seenBy: WorkspaceId,
  desk: Desk,
): Promise<Dossier | undefined> {
  const { ledger, catalogue, lexicon, clock } = desk;
  const facts = await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace));
  const told = await retellStory(story, facts, { ledger, catalogue, lexicon, now: clock() });
  const earlier = await ledger.hidden.findAccount(seenBy, story.id);
  return storyWithin(told, hidden, earlier, lexicon)?.dossier;
}

async function dossierOf(story: Story, { ledger, catalogue, clock }: Desk): Promise<Dossier> {
  const ids = await ledger.stories.articlesOf(story.id);
  const articles = new Map((await ledger.articles.findMany(ids)).map((article) => [article.id, article]));
  const followed = story.follows && (await ledger.stories.find(story.follows));
  const before = await contactsBefore(await ledger.contacts.find(story.id), ledger.contacts);
  return {
    story,
    articles: ids.flatMap((id) => articles.get(id) ?? []),
    statements: await ledger.stories.statementsOf(ids),
    outlets: catalogue.outletsFor(story.workspace),
    ...(followed && { followed: followed.shortName }),
    ...(before && { contactsBefore: before }),
    ...(isQuiet(story, clock()) && { quietSince: story.lastArticleAt }),
  };
}

/** A quiet story stays as it was: what came later is told elsewhere. */
async function asFeedsStandNow(story: Story, { ledger, catalogue, clock }: Desk): Promise<Story> {
  if (isQuiet(story, clock())) return story;
  const feeds = await officialFeeds(ledger.feeds, catalogue);
  return { ...story, account: withCurrentSilences(story.account, feeds) };
}
