import { type DistinctName, distinctNames } from '#feed/distinct-name.ts';
import type { Feed, FeedId } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { type OwnFeed, outletOfOwn } from '#feed/own-feed.ts';
import type { OwnFeedStore } from '#feed/own-feed-store.ts';
import { sameAddress } from '#feed/same-address.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/**
 * All feeds that are read, and their outlets: those of everyone, which stand in `feeds.yaml` and stay as they are, and
 * those that workspaces add and remove while the program runs. Whatever is shown to people is asked for a workspace,
 * and holds nothing of another one.
 */
export class Catalogue {
  readonly #publicFeeds: readonly Feed[];
  readonly #publicOutlets: ReadonlyMap<OutletId, Outlet>;
  readonly #officialFeeds: readonly Feed[];
  readonly #distinctName: DistinctName;
  #ownFeeds: ReadonlyMap<WorkspaceId, readonly Feed[]> = new Map();
  #ownOutlets: ReadonlyMap<WorkspaceId, readonly Outlet[]> = new Map();
  #feeds: ReadonlyMap<FeedId, Feed>;
  #outlets: ReadonlyMap<OutletId, Outlet>;
  readonly #seen = new Map<WorkspaceId, ReadonlyMap<OutletId, Outlet>>();
  #version = -1;

  constructor({ feeds, outlets }: { readonly feeds: readonly Feed[]; readonly outlets: readonly Outlet[] }) {
    this.#publicFeeds = feeds;
    this.#publicOutlets = byId(outlets);
    this.#officialFeeds = feeds.filter(
      ({ outlet }) => this.#publicOutlets.get(outlet)?.voiceOf !== undefined,
    );
    this.#distinctName = distinctNames(outlets);
    this.#feeds = byId(feeds);
    this.#outlets = this.#publicOutlets;
  }

  /** Brings the feeds of workspaces up to date; costs one small query when nothing changed. */
  async refresh({ ownFeeds }: { readonly ownFeeds: OwnFeedStore }): Promise<void> {
    const version = await ownFeeds.version();
    if (version !== this.#version) this.#take(await ownFeeds.listAll());
    this.#version = version;
  }

  /** A feed that is read, of whomever. */
  feed(id: FeedId): Feed | undefined {
    return this.#feeds.get(id);
  }

  /** An outlet, of whomever; also of a feed that was removed. */
  outlet(id: OutletId): Outlet | undefined {
    return this.#outlets.get(id);
  }

  /** Every feed that is read: for what visits them, never for a reply. */
  allFeeds(): readonly Feed[] {
    return [...this.#feeds.values()];
  }

  /** Feeds of outlets that publish an actor's own texts; all of them are everyone's. */
  officialFeeds(): readonly Feed[] {
    return this.#officialFeeds;
  }

  /** The feeds of everyone, and those of this workspace. */
  feedsFor(workspace: WorkspaceId | undefined): readonly Feed[] {
    const own = workspace === undefined ? [] : (this.#ownFeeds.get(workspace) ?? []);
    return [...this.#publicFeeds, ...own];
  }

  /** The outlets of everyone, and those of this workspace. */
  outletsFor(workspace: WorkspaceId | undefined): ReadonlyMap<OutletId, Outlet> {
    const own = workspace === undefined ? undefined : this.#ownOutlets.get(workspace);
    if (workspace === undefined || own === undefined) return this.#publicOutlets;
    return this.#seen.getOrInsertComputed(workspace, () => new Map([...this.#publicOutlets, ...byId(own)]));
  }

  /** What a feed that people add is called here: never by a name that is taken for an outlet of everyone. */
  nameForOwn(feed: Parameters<DistinctName>[0]): string {
    return this.#distinctName(feed);
  }

  /** The feed that this workspace can see at the address, however it is written. */
  feedAt(address: string, workspace: WorkspaceId): Feed | undefined {
    const wanted = sameAddress(address);
    return this.feedsFor(workspace).find(({ url }) => sameAddress(url) === wanted);
  }

  #take(all: readonly OwnFeed[]): void {
    const read = all.filter(({ removedAt }) => removedAt === undefined).map(({ feed }) => feed);
    const outlets = all.map((own) =>
      outletOfOwn({ ...own, name: this.nameForOwn({ name: own.name, url: own.feed.url }) }),
    );
    this.#ownFeeds = Map.groupBy(read, ({ workspace }) => workspace);
    this.#ownOutlets = Map.groupBy(outlets, ({ workspace }) => workspace as WorkspaceId);
    this.#feeds = byId([...this.#publicFeeds, ...read]);
    this.#outlets = new Map([...this.#publicOutlets, ...byId(outlets)]);
    this.#seen.clear();
  }
}

const byId = <Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<Thing['id'], Thing> => new Map(things.map((thing) => [thing.id, thing]));
