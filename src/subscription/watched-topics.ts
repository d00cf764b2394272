import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { TopicId } from '#topic/topic.ts';
import type { TopicStore } from '#topic/topic-store.ts';

/**
 * The index of all watched topics, kept in step with what people add and remove, in this process or another.
 * Queries are parsed anew with today's lexicon, so that a better lexicon helps old watches.
 */
export class WatchedTopics {
  readonly index: TopicIndex;
  readonly #lexicon: Lexicon;
  #version = -1;
  #indexed = new Set<TopicId>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.index = new TopicIndex(lexicon);
  }

  /** Brings the index up to date; costs one small query when nothing changed. */
  async refresh(stores: {
    readonly subscriptions: SubscriptionStore;
    readonly topics: TopicStore;
  }): Promise<void> {
    const version = await stores.subscriptions.version();
    if (version === this.#version) return;

    const watched = await stores.topics.listWatched();
    const wanted = new Set(watched.map(({ id }) => id));
    for (const id of this.#indexed.difference(wanted)) this.index.remove(id);
    for (const { id, written } of watched) if (!this.#indexed.has(id)) this.#add(id, written);
    this.#indexed = wanted;
    this.#version = version;
  }

  /** The id stays the one people subscribed to, also when a better lexicon gives the query another canonical text. */
  #add(id: TopicId, written: string): void {
    const parsed = parseQuery(written, this.#lexicon);
    if (parsed.kind === 'topic') this.index.add({ ...parsed.topic, id });
  }
}
