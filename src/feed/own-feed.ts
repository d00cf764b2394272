import { type Feed, feedIdOf } from '#feed/feed.ts';
import type { Outlet } from '#feed/outlet.ts';
import { idOf, type WorkspaceId } from '#kernel/id.ts';

/** A feed that the people of one workspace added; it is read, matched, grouped and shown for them alone. */
export type OwnFeed = {
  readonly feed: Feed & { readonly workspace: WorkspaceId };
  /** What its people call it: the title that the feed had when it was added. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly addedBy: string;
  /** Since when it is read no more. What it brought until then keeps its outlet's name. */
  readonly removedAt?: string;
};

/** What is known of a feed that a workspace adds. */
export type Adding = {
  readonly workspace: WorkspaceId;
  readonly url: string;
  readonly name: string;
  readonly language?: string;
  readonly addedAt: string;
  readonly addedBy: string;
};

/** The feed that this workspace adds. The same address in two workspaces gives two feeds of two outlets. */
export function ownFeedAt({ workspace, url, language, ...added }: Adding): OwnFeed {
  return {
    feed: {
      id: feedIdOf(url, workspace),
      url,
      outlet: idOf<'Outlet'>('outlet', workspace, url),
      workspace,
      ...(language !== undefined && { language }),
    },
    ...added,
  };
}

/** Its outlet: of a kind that is never official and never an origin of its own, whatever the feed says of itself. */
export const outletOfOwn = ({ feed, name }: OwnFeed): Outlet => ({
  id: feed.outlet,
  name,
  kind: 'unverified',
  owner: name,
  languages: feed.language === undefined ? [] : [feed.language],
  workspace: feed.workspace,
});
