import type { ArticleId } from '#article/article.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { type Features, featuresOf, nameOfFeature, wordingOf } from '#story/features-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Grouping } from '#story/grouping.ts';
import { isSameAct, tellOfOtherActs } from '#story/same-event.ts';
import type { StoryId } from '#story/story.ts';

/** How long after its first article a story takes others in; later ones open a story that follows it. */
const OPEN_HOURS = 72;

/** How alike an article and a story must be, from 0 to 1. Chosen so that missing a story is likelier than gluing two. */
const JOIN = 0.2;
const JOIN_SAME_ACT = 0.08;
/** Actors and events in common are not enough without the same act: some of the wording must be alike as well. */
const JOIN_WORDING = 0.1;
const JOIN_OTHER_ACT = 0.45;
/** What is no report of one event touches many: it must say clearly which one it belongs to. */
const JOIN_OTHER_FORM = 0.4;
/** Two stories are shown to be one only by an article close to both, and by being alike themselves. */
const MERGE = 0.5;
const FOLLOW = 0.15;

/** A small window knows too little about which words are rare: so many articles without any of them are assumed. */
const ASSUMED_ARTICLES = 300;

/** Stories are looked up by an article's rarest features; one that many stories have finds too many to be of use. */
const LOOKED_UP_FEATURES = 16;
const TOO_COMMON_SHARE = 0.1;
const NEVER_TOO_COMMON = 40;

type OpenStory = {
  readonly id: StoryId;
  /** In order of arrival. */
  readonly reports: Map<ArticleId, Fingerprint>;
  readonly others: Map<ArticleId, Fingerprint>;
  /** Sum of the reports' features. */
  readonly features: Map<string, number>;
  openedAt: number;
};

type Link = {
  readonly story: OpenStory;
  readonly score: number;
  /** The likeness of terms and numbers alone. */
  readonly wording: number;
  readonly isSameAct: boolean;
};

/**
 * The stories of the last days, to decide where the next article belongs. Holds only fingerprints, so that it can be
 * filled again from the store after a restart. `group` changes nothing: `add` says what was decided.
 */
export class StoryWindow {
  readonly #stories = new Map<StoryId, OpenStory>();
  readonly #storyOf = new Map<ArticleId, OpenStory>();
  readonly #byFeature = new Map<string, Set<OpenStory>>();
  readonly #articlesWith = new Map<string, number>();

  /** Which story the article belongs to, by what has been added so far. */
  group(fingerprint: Fingerprint): Grouping {
    const features = featuresOf(fingerprint);
    const links = this.#candidates(features)
      .map((story) => this.#link(fingerprint, features, story))
      .sort(byStrength);
    const [best, ...rest] = links.filter((link) => this.#mayJoin(link, fingerprint));
    if (!best) return this.#open(links, fingerprint);

    const same = fingerprint.form === 'report' ? rest.filter((link) => this.#areOne(best, link)) : [];
    const [oldest = best.story, ...younger] = [best, ...same].map(({ story }) => story).sort(byAge);
    return {
      kind: 'joins',
      story: oldest.id,
      score: best.score,
      because: this.#sharedFeatures(features, best.story.features),
      merges: younger.map(({ id }) => id),
    };
  }

  /** Puts the article into the story, out of any other. */
  add(story: StoryId, fingerprint: Fingerprint): void {
    this.remove(fingerprint.article);
    const open = this.#stories.get(story) ?? newStory(story);
    this.#stories.set(story, open);
    open.openedAt = Math.min(open.openedAt, Date.parse(fingerprint.at));
    this.#put(open, fingerprint);
  }

  /** Forgets the article; a story without articles is forgotten with it. */
  remove(article: ArticleId): void {
    const open = this.#storyOf.get(article);
    if (!open) return;
    this.#take(open, article);
    if (open.reports.size + open.others.size === 0) this.#stories.delete(open.id);
  }

  /** Moves all articles of `from` into `into`. */
  merge(into: StoryId, from: StoryId): void {
    const source = this.#stories.get(from);
    if (!source || into === from) return;
    const target = this.#stories.get(into) ?? newStory(into);
    this.#stories.set(into, target);
    target.openedAt = Math.min(target.openedAt, source.openedAt);
    for (const fingerprint of [...source.reports.values(), ...source.others.values()]) {
      this.#take(source, fingerprint.article);
      this.#put(target, fingerprint);
    }
    this.#stories.delete(from);
  }

  /** Forgets articles that happened earlier; a story is forgotten with its last article. */
  forgetBefore(at: Date): void {
    for (const [article, open] of this.#storyOf) {
      const fingerprint = open.reports.get(article) ?? open.others.get(article);
      if (fingerprint && Date.parse(fingerprint.at) < at.getTime()) this.remove(article);
    }
  }

  /** What is held of a story, reports first, in order of arrival. */
  fingerprintsOf(story: StoryId): readonly Fingerprint[] {
    const open = this.#stories.get(story);
    return open ? [...open.reports.values(), ...open.others.values()] : [];
  }

  #open(links: readonly Link[], fingerprint: Fingerprint): Grouping {
    const earlier = links.find((link) => mayFollow(link, fingerprint));
    return earlier ? { kind: 'opens', follows: earlier.story.id } : { kind: 'opens' };
  }

  #put(open: OpenStory, fingerprint: Fingerprint): void {
    this.#storyOf.set(fingerprint.article, open);
    if (fingerprint.form !== 'report') {
      open.others.set(fingerprint.article, fingerprint);
      return;
    }
    open.reports.set(fingerprint.article, fingerprint);
    for (const [feature, weight] of featuresOf(fingerprint)) {
      open.features.set(feature, (open.features.get(feature) ?? 0) + weight);
      this.#articlesWith.set(feature, (this.#articlesWith.get(feature) ?? 0) + 1);
      const stories = this.#byFeature.get(feature) ?? new Set<OpenStory>();
      this.#byFeature.set(feature, stories.add(open));
    }
  }

  #take(open: OpenStory, article: ArticleId): void {
    this.#storyOf.delete(article);
    open.others.delete(article);
    const report = open.reports.get(article);
    if (!report) return;
    open.reports.delete(article);
    for (const [feature, weight] of featuresOf(report)) this.#takeFeature(open, feature, weight);
  }

  #takeFeature(open: OpenStory, feature: string, weight: number): void {
    const articles = (this.#articlesWith.get(feature) ?? 1) - 1;
    if (articles > 0) this.#articlesWith.set(feature, articles);
    else this.#articlesWith.delete(feature);

    const isStillHeld = [...open.reports.values()].some((report) => featuresOf(report).has(feature));
    if (isStillHeld) {
      open.features.set(feature, (open.features.get(feature) ?? weight) - weight);
      return;
    }
    open.features.delete(feature);
    const stories = this.#byFeature.get(feature);
    stories?.delete(open);
    if (stories?.size === 0) this.#byFeature.delete(feature);
  }

  #candidates(features: Features): readonly OpenStory[] {
    const limit = Math.max(NEVER_TOO_COMMON, this.#stories.size * TOO_COMMON_SHARE);
    const rarest = [...features.keys()]
      .map((feature) => this.#byFeature.get(feature))
      .filter((stories) => stories !== undefined && stories.size <= limit)
      .sort((one, other) => (one?.size ?? 0) - (other?.size ?? 0))
      .slice(0, LOOKED_UP_FEATURES);
    return [...new Set(rarest.flatMap((stories) => [...(stories ?? [])]))];
  }

  #link(fingerprint: Fingerprint, features: Features, story: OpenStory): Link {
    return {
      story,
      score: this.#likeness(features, story.features),
      wording: this.#likeness(wordingOf(features), wordingOf(story.features)),
      isSameAct: [...story.reports.values()].some((report) => isSameAct(fingerprint, report)),
    };
  }

  #mayJoin({ story, score, wording, isSameAct }: Link, fingerprint: Fingerprint): boolean {
    if (hoursBetween(story, fingerprint) > OPEN_HOURS) return false;
    if (fingerprint.form !== 'report') return score >= JOIN_OTHER_FORM;
    if (isSameAct) return score >= JOIN_SAME_ACT;
    if (wording < JOIN_WORDING) return false;
    const isOtherAct = [...story.reports.values()].every((report) => tellOfOtherActs(fingerprint, report));
    return score >= (isOtherAct ? JOIN_OTHER_ACT : JOIN);
  }

  #areOne(best: Link, other: Link): boolean {
    return (
      Math.min(best.score, other.score) >= MERGE &&
      this.#likeness(best.story.features, other.story.features) >= MERGE
    );
  }

  /** Cosine of the two, each feature weighted by how rare it is in the window. */
  #likeness(one: Features, other: Features): number {
    const [small, large] = one.size <= other.size ? [one, other] : [other, one];
    let shared = 0;
    for (const [feature, weight] of small) {
      const there = large.get(feature);
      if (there !== undefined) shared += weight * there * this.#rarity(feature) ** 2;
    }
    return shared === 0 ? 0 : shared / (this.#length(one) * this.#length(other));
  }

  #length(features: Features): number {
    let squares = 0;
    for (const [feature, weight] of features) squares += (weight * this.#rarity(feature)) ** 2;
    return Math.sqrt(squares);
  }

  #rarity(feature: string): number {
    return Math.log((ASSUMED_ARTICLES + this.#storyOf.size) / (1 + (this.#articlesWith.get(feature) ?? 0)));
  }

  #sharedFeatures(one: Features, other: Features): readonly string[] {
    return [...one.keys()]
      .filter((feature) => other.has(feature))
      .sort((a, b) => this.#rarity(b) - this.#rarity(a) || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(nameOfFeature);
  }
}

const newStory = (id: StoryId): OpenStory => ({
  id,
  reports: new Map(),
  others: new Map(),
  features: new Map(),
  openedAt: Number.POSITIVE_INFINITY,
});

/** Strongest first; among equals the older story, so that the order in which they are kept decides nothing. */
const byStrength = (one: Link, other: Link): number =>
  other.score - one.score || byAge(one.story, other.story);

const byAge = (one: OpenStory, other: OpenStory): number =>
  one.openedAt - other.openedAt || (one.id < other.id ? -1 : 1);

const hoursBetween = (story: OpenStory, fingerprint: Fingerprint): number =>
  Math.abs(Date.parse(fingerprint.at) - story.openedAt) / HOUR_MS;

/** The same people in another act, or a story grown quiet: told apart, and shown as what came before. */
function mayFollow({ story, score }: Link, fingerprint: Fingerprint): boolean {
  if (fingerprint.form !== 'report' || story.openedAt > Date.parse(fingerprint.at)) return false;
  const leads = Object.keys(fingerprint.actors).filter((actor) => story.features.has(`actor ${actor}`));
  return score >= FOLLOW && (leads.length >= 2 || score >= JOIN);
}
