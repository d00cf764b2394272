import type { ArticleId } from '#article/article.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { type Features, nameOfFeature } from '#story/features-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Grouping } from '#story/grouping.ts';
import {
  addReport,
  emptyStory,
  type HeldArticle,
  type HeldStory,
  hold,
  removeReport,
} from '#story/held-story.ts';
import { type Likeness, Rarity } from '#story/rarity.ts';
import { areLedByOthers, isSameAct, keysOfAct, tellOfOtherEvents } from '#story/same-event.ts';
import type { StoryId } from '#story/story.ts';
import { StoryLookup } from '#story/story-lookup.ts';

/** How long after its first article a story takes others in; later ones open a story that follows it. */
const OPEN_HOURS = 72;

/** How alike an article and a story must be, from 0 to 1. Chosen so that missing a story is likelier than gluing two. */
const JOIN = 0.24;
const JOIN_SAME_ACT = 0.08;
/** Actors and events in common are not enough without the same act: some of the wording must be alike as well. */
const JOIN_WORDING = 0.12;
const JOIN_OTHER_EVENT = 0.25;
const JOIN_OTHER_PEOPLE = 0.5;
/** What is no report of one event touches many: it must say clearly which one it belongs to. */
const JOIN_OTHER_FORM = 0.4;
/** Two stories are shown to be one only by an article close to both, and by being alike themselves. */
const MERGE = 0.5;
const FOLLOW = 0.15;

type Link = { readonly story: HeldStory; readonly likeness: Likeness; readonly isSameAct: boolean };

/**
 * The stories of the last days, to decide where the next article belongs. Holds only fingerprints, so that it can be
 * filled again from the store after a restart. `group` changes nothing: `add` says what was decided.
 */
export class StoryWindow {
  readonly #stories = new Map<StoryId, HeldStory>();
  readonly #storyOf = new Map<ArticleId, HeldStory>();
  readonly #lookup = new StoryLookup();
  readonly #rarity = new Rarity();

  /** Which story the article belongs to, by what has been added so far. */
  group(fingerprint: Fingerprint): Grouping {
    const article = hold(fingerprint);
    const links = this.#candidates(article)
      .map((story) => this.#link(article, story))
      .sort(byStrength);
    const [best, ...rest] = links.filter((link) => mayJoin(link, article));
    if (!best) return openedBy(article, links);

    const same = fingerprint.form === 'report' ? rest.filter((link) => this.#areOne(best, link)) : [];
    const [oldest = best.story, ...younger] = [best, ...same].map(({ story }) => story).sort(byAge);
    return {
      kind: 'joins',
      story: oldest.id,
      score: best.likeness.whole,
      because: this.#sharedFeatures(article.features, best.story.features),
      merges: younger.map(({ id }) => id),
    };
  }

  /** Puts the article into the story, out of any other. */
  add(story: StoryId, fingerprint: Fingerprint): void {
    this.remove(fingerprint.article);
    this.#put(this.#openedStory(story), hold(fingerprint));
  }

  /** Forgets the article; a story without articles is forgotten with it. */
  remove(article: ArticleId): void {
    const story = this.#storyOf.get(article);
    if (!story) return;
    this.#take(story, article);
    if (story.reports.size + story.others.size === 0) this.#stories.delete(story.id);
  }

  /** Moves all articles of `from` into `into`. */
  merge(into: StoryId, from: StoryId): void {
    const source = this.#stories.get(from);
    if (!source || into === from) return;
    const target = this.#openedStory(into);
    for (const article of [...source.reports.values(), ...source.others.values()]) {
      this.#take(source, article.fingerprint.article);
      this.#put(target, article);
    }
    this.#stories.delete(from);
  }

  /** Forgets articles that happened earlier; a story is forgotten with its last article. */
  forgetBefore(at: Date): void {
    for (const [article, story] of this.#storyOf) {
      const held = story.reports.get(article) ?? story.others.get(article);
      if (held && held.act.at < at.getTime()) this.remove(article);
    }
  }

  /** What is held of a story, reports first, in order of arrival. */
  fingerprintsOf(story: StoryId): readonly Fingerprint[] {
    const held = this.#stories.get(story);
    return held
      ? [...held.reports.values(), ...held.others.values()].map(({ fingerprint }) => fingerprint)
      : [];
  }

  #openedStory(id: StoryId): HeldStory {
    const story = this.#stories.get(id) ?? emptyStory(id);
    this.#stories.set(id, story);
    return story;
  }

  #put(story: HeldStory, article: HeldArticle): void {
    story.openedAt = Math.min(story.openedAt, article.act.at);
    this.#storyOf.set(article.fingerprint.article, story);
    if (article.fingerprint.form !== 'report') {
      story.others.set(article.fingerprint.article, article);
      return;
    }
    addReport(story, article);
    this.#rarity.add(article.features);
    this.#rarity.forgetLengths(story.features);
    this.#lookup.add(story, article.keys);
  }

  #take(story: HeldStory, id: ArticleId): void {
    this.#storyOf.delete(id);
    story.others.delete(id);
    const report = story.reports.get(id);
    if (!report) return;
    const gone = removeReport(story, report);
    this.#rarity.remove(report.features);
    this.#rarity.forgetLengths(story.features);
    this.#lookup.remove(story, gone);
  }

  #candidates({ features, act }: HeldArticle): readonly HeldStory[] {
    return this.#lookup.find({
      features: [...features].map(([feature, weight]) => ({
        feature,
        worth: weight * this.#rarity.of(feature) ** 2,
      })),
      acts: keysOfAct(act),
      ofStories: this.#stories.size,
    });
  }

  #link(article: HeldArticle, story: HeldStory): Link {
    return {
      story,
      likeness: this.#rarity.likeness(article.features, story.features),
      isSameAct: [...story.reports.values()].some((report) => isSameAct(article.act, report.act)),
    };
  }

  #areOne(best: Link, other: Link): boolean {
    const nearest = Math.min(best.likeness.whole, other.likeness.whole);
    return (
      nearest >= MERGE && this.#rarity.likeness(best.story.features, other.story.features).whole >= MERGE
    );
  }

  #sharedFeatures(one: Features, other: Features): readonly string[] {
    return [...one.keys()]
      .filter((feature) => other.has(feature))
      .sort((a, b) => this.#rarity.of(b) - this.#rarity.of(a) || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(nameOfFeature);
  }
}

function mayJoin({ story, likeness, isSameAct }: Link, { fingerprint, act }: HeldArticle): boolean {
  if (Math.abs(act.at - story.openedAt) > OPEN_HOURS * HOUR_MS) return false;
  if (fingerprint.form !== 'report') return likeness.whole >= JOIN_OTHER_FORM;
  if (isSameAct) return likeness.whole >= JOIN_SAME_ACT;
  if (likeness.wording < JOIN_WORDING) return false;
  const acts = [...story.reports.values()].map((report) => report.act);
  if (acts.every((other) => areLedByOthers(act, other))) return likeness.whole >= JOIN_OTHER_PEOPLE;
  if (acts.every((other) => tellOfOtherEvents(act, other))) return likeness.whole >= JOIN_OTHER_EVENT;
  return likeness.whole >= JOIN;
}

/** The same people in another act, or a story grown quiet, is shown as what came before. */
function openedBy(article: HeldArticle, links: readonly Link[]): Grouping {
  const earlier = links.find((link) => mayFollow(link, article));
  return earlier ? { kind: 'opens', follows: earlier.story.id } : { kind: 'opens' };
}

function mayFollow({ story, likeness }: Link, { fingerprint, act }: HeldArticle): boolean {
  if (fingerprint.form !== 'report' || story.openedAt > act.at) return false;
  const shared = [...act.named].filter((actor) => story.features.has(`actor ${actor}`));
  return likeness.whole >= FOLLOW && (shared.length >= 2 || likeness.whole >= JOIN);
}

/** Strongest first; among equals the older story, so that the order in which they are kept decides nothing. */
const byStrength = (one: Link, other: Link): number =>
  other.likeness.whole - one.likeness.whole || byAge(one.story, other.story);

const byAge = (one: HeldStory, other: HeldStory): number =>
  one.openedAt - other.openedAt || (one.id < other.id ? -1 : 1);
