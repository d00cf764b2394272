import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ArticleSpots } from '#match/article-spots.ts';
import { planTopic, type TopicPlan } from '#match/topic-plan.ts';
import type { Way } from '#match/ways-to-meet.ts';
import { keysOfWord } from '#match/word-keys.ts';
import type { Part, Topic, TopicId } from '#topic/topic.ts';

/** Topics by two of their required parts: a topic stands under each pair of alternatives. */
type Shelves = Map<string, Map<string, Map<TopicId, TopicPlan>>>;

/** How the key of a plain word begins. */
const WORD = 'word ';

/** A second key for topics that require only one part. */
const NO_SECOND = '';

/**
 * All watched topics, each under the two required parts that fewest topics share, so that an article is compared
 * only with topics that it can meet. Topics come and go one by one; nothing is ever built anew.
 */
export class TopicIndex {
  readonly #shelves: Shelves = new Map();
  readonly #pairs = new Map<TopicId, readonly (readonly [string, string])[]>();
  readonly #load = new Map<string, number>();
  /** The plain words among the keys of `#load`: most words of an article stand in no topic, and are told by this. */
  readonly #words = new Set<string>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  get size(): number {
    return this.#pairs.size;
  }

  has(id: TopicId): boolean {
    return this.#pairs.has(id);
  }

  /** Adds a topic; one that is there already stays as it is. */
  add(topic: Topic): void {
    if (this.has(topic.id)) return;
    const plan = planTopic(topic, this.#lexicon);
    const pairs = this.#pairsFor(plan);
    for (const [first, second] of pairs) this.#shelve(first, second, plan);
    this.#pairs.set(topic.id, pairs);
  }

  remove(id: TopicId): void {
    for (const [first, second] of this.#pairs.get(id) ?? []) {
      const shelf = this.#shelves.get(first);
      shelf?.get(second)?.delete(id);
      if (shelf?.get(second)?.size === 0) shelf.delete(second);
      if (shelf?.size === 0) this.#shelves.delete(first);
      this.#addLoad(first, -1);
      this.#addLoad(second, -1);
    }
    this.#pairs.delete(id);
  }

  /** The topics that an article could meet: two of their required parts stand in its title or lead. */
  candidatesFor(spots: ArticleSpots): readonly TopicPlan[] {
    const keys = new Set([
      NO_SECOND,
      ...keysOfArticle(spots, this.#words).filter((key) => this.#load.has(key)),
    ]);
    const found = new Map<TopicId, TopicPlan>();
    for (const key of keys) {
      const shelf = this.#shelves.get(key);
      if (!shelf) continue;
      // Walk whichever is shorter: what stands on the shelf, or what stands in the article.
      const seconds = shelf.size < keys.size ? shelf.keys() : keys;
      for (const second of seconds) {
        if (second !== NO_SECOND && !keys.has(second)) continue;
        for (const [id, plan] of shelf.get(second) ?? []) found.set(id, plan);
      }
    }
    return [...found.values()];
  }

  /** Two parts of each way: whatever meets the topic holds such a pair. */
  #pairsFor({ ways, related }: TopicPlan): readonly (readonly [string, string])[] {
    const loadOf = (keys: readonly string[]): number =>
      keys.reduce((sum, key) => sum + 1 + (this.#load.get(key) ?? 0), 0);
    const pairs = [...ways, ...(related ? [related] : [])].flatMap((way) => {
      const alternatives = requiredParts(way).map(keysOfPart);
      const [first = [], second = [NO_SECOND]] = alternatives.toSorted(
        (one, other) => loadOf(one) - loadOf(other),
      );
      return first.flatMap((one) => second.map((other) => [one, other] as const));
    });
    return [...new Map(pairs.map((pair) => [pair.join('\n'), pair])).values()];
  }

  #shelve(first: string, second: string, plan: TopicPlan): void {
    const shelf = this.#shelves.getOrInsertComputed(first, () => new Map());
    shelf.getOrInsertComputed(second, () => new Map()).set(plan.topic.id, plan);
    this.#addLoad(first, 1);
    this.#addLoad(second, 1);
  }

  #addLoad(key: string, by: number): void {
    const load = (this.#load.get(key) ?? 0) + by;
    if (load > 0) this.#load.set(key, load);
    else this.#load.delete(key);
    if (!key.startsWith(WORD)) return;
    if (load > 0) this.#words.add(key.slice(WORD.length));
    else this.#words.delete(key.slice(WORD.length));
  }
}

/** Parts without which a way does not lead to a match. */
function requiredParts({ actors, event, required, words, wordsNeeded }: Way): readonly Part[] {
  const always = [...actors, ...required];
  if (event) always.push(event);
  if (wordsNeeded === words.length) always.push(...words);
  return always;
}

function keysOfPart(part: Part): readonly string[] {
  switch (part.kind) {
    case 'actor':
      return part.actors.map((actor) => `actor ${actor}`);
    case 'event':
      return part.events.map((event) => `event ${event}`);
    case 'words':
      if (part.concept) return [`concept ${part.concept}`];
      if (part.isExact) return [`${WORD}${longestOf(part.stems)}`];
      return keysOfWord(part).map((key) => `${WORD}${key}`);
    case 'any':
      return [...new Set(part.options.flatMap(keysOfPart))];
    case 'near':
      return keysOfPart(part.left);
  }
}

/** `asked`: the words of topics; no others are keys. */
function keysOfArticle(
  { actors, events, words, concepts }: ArticleSpots,
  asked: ReadonlySet<string>,
): readonly string[] {
  return [
    ...actors.keys().map((actor) => `actor ${actor}`),
    ...events.keys().map((event) => `event ${event}`),
    ...concepts.keys().map((concept) => `concept ${concept}`),
    ...words
      .keys()
      .filter((word) => asked.has(word))
      .map((word) => `${WORD}${word}`),
  ];
}

const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
