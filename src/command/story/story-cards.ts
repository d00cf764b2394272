import type { Card } from '#card/card.ts';
import { composeCard } from '#card/compose-card.ts';
import type { View } from '#card/view.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import { dossierFor } from '#command/story/dossier-for.ts';
import { headlineShown } from '#delivery/headline-shown.ts';
import type { Story } from '#story/story.ts';
import { viewOf } from '#subscription/view-of.ts';

/** The cards of these stories as this channel would see them now; `topics` by which it asks for them. */
export async function storyCards(
  stories: readonly Story[],
  channel: ChannelRef,
  desk: Desk,
  topics: readonly string[] = [],
): Promise<readonly Card[]> {
  const view = { ...(await viewFor(channel, desk)), topics };
  return Promise.all(
    stories.map(async (story) => {
      const dossier = await dossierFor(story, channel.workspace, desk);
      const post = await desk.ledger.deliveries.findPost(channel.id, story.id);
      const headed = headlineShown(post, view.languages);
      return composeCard(dossier, { ...view, ...(headed && { headed }) }, desk);
    }),
  );
}

/** What the channel reads and may see, whatever its topics. */
export async function viewFor(channel: ChannelRef, { ledger, note }: Desk): Promise<View> {
  const workspace = await ledger.workspaces.find(channel.workspace);
  return workspace === undefined
    ? { languages: ['en'], zone: 'UTC', topics: [] }
    : viewOf(workspace, [], note);
}
