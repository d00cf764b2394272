import type { Card } from '#card/card.ts';
import { composeCard } from '#card/compose-card.ts';
import type { View } from '#card/view.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import { contactsBefore } from '#story/contacts-before.ts';
import { officialFeeds } from '#story/gather-facts.ts';
import { isQuiet } from '#story/is-quiet.ts';
import { withCurrentSilences } from '#story/silence-of.ts';
import type { Dossier, Story } from '#story/story.ts';
import { viewOf } from '#subscription/view-of.ts';

/** The cards of these stories as this channel would see them now; `topics` by which it asks for them. */
export async function storyCards(
  stories: readonly Story[],
  channel: ChannelRef,
  desk: Desk,
  topics: readonly string[] = [],
): Promise<readonly Card[]> {
  const view = { ...(await viewFor(channel, desk)), topics };
  const dossiers = await Promise.all(stories.map((story) => dossierOf(story, desk)));
  return dossiers.map((dossier) => composeCard(dossier, view, desk));
}

async function viewFor(channel: ChannelRef, { ledger, note }: Desk): Promise<View> {
  const workspace = await ledger.workspaces.find(channel.workspace);
  return workspace === undefined
    ? { languages: ['en'], zone: 'UTC', topics: [] }
    : viewOf(workspace, [], note);
}

async function dossierOf(told: Story, desk: Desk): Promise<Dossier> {
  const { ledger, catalogue } = desk;
  const story = await asFeedsStandNow(told, desk);
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
  };
}

/** A quiet story stays as it was: what came later is told elsewhere. */
async function asFeedsStandNow(story: Story, { ledger, catalogue, clock }: Desk): Promise<Story> {
  if (isQuiet(story, clock())) return story;
  const feeds = await officialFeeds(ledger.feeds, catalogue);
  return { ...story, account: withCurrentSilences(story.account, feeds) };
}
