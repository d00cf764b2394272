import type { RelatedReport } from '#card/compose-digest.ts';
import type { Workspace } from '#channel/channel.ts';
import type { DeliveryStores } from '#delivery/delivering.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** Names without the event are many; whoever wants them all looks them up. */
const MOST_RELATED = 5;

/** Whose digest it is, and the time that it tells of. */
type Telling = {
  readonly channel: ChannelId;
  readonly workspace: Workspace;
  readonly subscriptions: readonly Subscription[];
  readonly since: string;
  readonly at: Date;
};

/**
 * What a digest names beside its stories, where its watches want that: stories that meet a topic in all but the event,
 * and that this channel has in no other way.
 */
export async function relatedSince(
  { channel, workspace, subscriptions, since, at }: Telling,
  { stories, deliveries }: Pick<DeliveryStores, 'stories' | 'deliveries'>,
  catalogue: Catalogue,
): Promise<readonly RelatedReport[]> {
  const topics = subscriptions.filter(({ digestsRelated }) => digestsRelated).map(({ topic }) => topic);
  if (topics.length === 0) return [];
  const span = { since: new Date(since), until: at };
  const found = await stories.listRelated({ topics, ...span, seenBy: workspace.id, limit: MOST_RELATED });
  const reports: RelatedReport[] = [];
  for (const { id, shortName, title, link, outlet } of found) {
    if ((await deliveries.findPost(channel, id)) !== undefined) continue;
    const from = catalogue.outlet(outlet)?.name ?? outlet;
    reports.push({ story: shortName, headline: title, outlet: from, ...(link !== undefined && { link }) });
  }
  return reports;
}
