import type { Card } from '#card/card.ts';
import { composeCard } from '#card/compose-card.ts';
import type { View } from '#card/view.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import { dossierFor } from '#command/story/dossier-for.ts';
import { headlineShown } from '#delivery/headline-shown.ts';
import type { Story } from '#story/story.ts';
import { viewOf } from '#subscription/view-of.ts';

/** By which topics stories are asked for, and in which language who asks reads them alone; absent: the channel's. */
export type AskedFor = { readonly topics?: readonly string[]; readonly language?: string | undefined };

/** The cards of these stories as this channel would see them now. */
export async function storyCards(
  stories: readonly Story[],
  channel: ChannelRef,
  desk: Desk,
  { topics = [], language }: AskedFor = {},
): Promise<readonly Card[]> {
  const view = { ...(await viewFor(channel, desk, language)), topics };
  return Promise.all(
    stories.map(async (story) => {
      const dossier = await dossierFor(story, channel.workspace, desk);
      const post = await desk.ledger.deliveries.findPost(channel.id, story.id);
      const headed = headlineShown(post, view.languages);
      return composeCard(dossier, { ...view, ...(headed && { headed }) }, desk);
    }),
  );
}

const inLanguage = (view: View, language: string | undefined): View =>
  language === undefined ? view : { ...view, languages: [...new Set([language, ...view.languages])] };

/** What the channel reads and may see, whatever its topics; first in the `language` of who asks, where that is known. */
export async function viewFor(
  channel: ChannelRef,
  { ledger, note }: Desk,
  language: string | undefined,
): Promise<View> {
  const workspace = await ledger.workspaces.find(channel.workspace);
  const view: View =
    workspace === undefined ? { languages: ['en'], zone: 'UTC', topics: [] } : viewOf(workspace, [], note);
  return inLanguage(view, language);
}
