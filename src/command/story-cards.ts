import type { Card } from '#card/card.ts';
import { composeCard } from '#card/compose-card.ts';
import type { View } from '#card/view.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
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

async function dossierOf(story: Story, { ledger, catalogue }: Desk): Promise<Dossier> {
  const ids = await ledger.stories.articlesOf(story.id);
  const articles = new Map((await ledger.articles.findMany(ids)).map((article) => [article.id, article]));
  const followed = story.follows && (await ledger.stories.find(story.follows));
  return {
    story,
    articles: ids.flatMap((id) => articles.get(id) ?? []),
    statements: await ledger.stories.statementsOf(ids),
    outlets: catalogue.outletsFor(story.workspace),
    ...(followed && { followed: followed.shortName }),
  };
}
