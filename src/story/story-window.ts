import type { ArticleId } from '#article/article.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { actorFeature, type Features, featuresOf, nameOfFeature, termFeature } from '#story/features-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Grouping } from '#story/grouping.ts';
import {
  addReport,
  emptyStory,
  type HeldOther,
  type HeldReport,
  type HeldStory,
  removeArticles,
} from '#story/held-story.ts';
import { isAnotherOfItsKind, likelihoodOf, mostLikelihoodOf } from '#story/likelihood-of.ts';
import { type Measurable, Rarity } from '#story/rarity.ts';
import { type Act, actOf, haveActInCommon, isInOneLanguage, isSameAct } from '#story/same-event.ts';
import type { StoryId } from '#story/story.ts';
import { StoryLookup } from '#story/story-lookup.ts';
import { wordsNeeded } from '#story/words-needed.ts';

/** How long after its first article a story takes others in; later ones open a story that follows it. */
const OPEN_HOURS = 72;

/** So many articles are held at most, some 2.5 kB each: beyond that the oldest go before their time. */
export const MOST_ARTICLES = 50_000;
/** What is left when the oldest go, so that they are seldom looked for. */
const LEFT_SHARE = 0.98;

/** How likely an article must be of a story. Chosen so that missing a story is likelier than gluing two. */
const JOIN = 0.25;
/** The same act told in another language shares few words; in one language it shares some. */
const JOIN_SAME_ACT = 0.18;
const JOIN_SAME_ACT_IN_ANOTHER_LANGUAGE = 0.08;
/** One name is not enough: many things happen to one person. */
const JOIN_THINGS = 2;
/** What is no report of one event touches many: it must say clearly which one it belongs to. */
const JOIN_OTHER_FORM = 0.4;
/** Two stories are shown to be one only by an article close to both, and by being alike themselves. */
const MERGE = 0.35;
const FOLLOW = 0.15;

/** Less alike than this no article joins a story, nor does it follow one: whatever else speaks for it weighs less. */
const WORTH_A_LOOK = 0.05;

const NO_NAMES: ReadonlyMap<number, string> = new Map();

/** An article that is to find its story. */
type Arriving = Measurable & {
  readonly form: Fingerprint['form'];
  readonly features: Features;
  readonly act: Act;
  /** Which name a feature is part of. */
  readonly nameOf: ReadonlyMap<number, string>;
  readonly likenessTo: (other: Measurable) => number;
};

/** `whole`: how alike article and story are. */
type Near = { readonly story: HeldStory; readonly whole: number };

/** `score`: how likely the article is of the story. */
type Link = Near & { readonly score: number };

/**
 * The stories of the last days, to decide where the next article belongs. Holds only what is compared, so that it can
 * be filled again from the store after a restart. `group` changes nothing: `add` says what was decided. Of more articles
 * than `most` the oldest are forgotten.
 */
export class StoryWindow {
  readonly #stories = new Map<StoryId, HeldStory>();
  readonly #storyOf = new Map<ArticleId, HeldStory>();
  readonly #lookup = new StoryLookup();
  readonly #rarity = new Rarity();
  /** No article happened earlier: until then there is nothing to forget. */
  #earliest = Number.POSITIVE_INFINITY;
  readonly #most: number;

  constructor(most = MOST_ARTICLES) {
    this.#most = most;
  }

  /** Which story the article belongs to, by what has been added so far. */
  group(fingerprint: Fingerprint): Grouping {
    const features = featuresOf(fingerprint);
    const { form } = fingerprint;
    const act = actOf(fingerprint);
    const nameOf = this.#nameOf(fingerprint);
    const measured = this.#rarity.measure(features);
    const likenessTo = this.#rarity.likenessTo(measured);
    const article = { form, features, act, nameOf, likenessTo, ...measured };
    const near = this.#candidates(article)
      .map((story) => ({ story, whole: likenessTo(story) }))
      .filter(({ whole }) => whole >= WORTH_A_LOOK);
    const [best, ...rest] = near.flatMap((one) => this.#joinable(article, one) ?? []).sort(byStrength);
    if (!best) return this.#opened(article, near);

    const same = form === 'report' ? rest.filter((link) => this.#areOne(best, link)) : [];
    const [oldest = best.story, ...younger] = [best, ...same].map(({ story }) => story).sort(byAge);
    return {
      kind: 'joins',
      story: oldest.id,
      nearest: best.story.id,
      score: best.score,
      because: this.#sharedFeatures(features, best.story),
      merges: younger.map(({ id }) => id),
    };
  }

  /** Puts the article into the story, out of any other. */
  add(story: StoryId, fingerprint: Fingerprint): void {
    const { article, form } = fingerprint;
    this.remove(article);
    const act = actOf(fingerprint);
    const into = this.#openedStory(story, act.at);
    if (form === 'report') {
      const weights = this.#rarity.add(featuresOf(fingerprint));
      this.#join(into, { article, act, weights, measured: undefined });
    } else {
      into.others = [...into.others, { article, at: act.at }];
    }
    this.#storyOf.set(article, into);
    this.#earliest = Math.min(this.#earliest, act.at);
    if (this.#storyOf.size > this.#most) this.#forgetOldest();
  }

  /** Forgets the article; a story without articles is forgotten with it. */
  remove(article: ArticleId): void {
    this.#forget([article]);
  }

  /** Moves all articles of `from` into `into`. */
  merge(into: StoryId, from: StoryId): void {
    const source = this.#stories.get(from);
    if (!source || into === from) return;
    const target = this.#openedStory(into, source.openedAt);
    this.#lookup.remove(source, source.weights.numbers);
    for (const report of source.reports) this.#join(target, report);
    for (const { article } of [...source.reports, ...source.others]) this.#storyOf.set(article, target);
    target.others = [...target.others, ...source.others];
    this.#stories.delete(from);
  }

  /** Forgets articles that happened earlier; a story is forgotten with its last article. */
  forgetBefore(at: Date): void {
    if (this.#earliest >= at.getTime()) return;
    const held = this.#held();
    this.#forget(held.filter((one) => one.at < at.getTime()).map(({ article }) => article));
    this.#earliest = held.reduce(
      (least, one) => (one.at < at.getTime() ? least : Math.min(least, one.at)),
      Number.POSITIVE_INFINITY,
    );
  }

  #forgetOldest(): void {
    const held = this.#held().toSorted((one, other) => one.at - other.at);
    const gone = held.length - Math.floor(this.#most * LEFT_SHARE);
    this.#forget(held.slice(0, gone).map(({ article }) => article));
    this.#earliest = held[gone]?.at ?? Number.POSITIVE_INFINITY;
  }

  #forget(articles: readonly ArticleId[]): void {
    const gone = new Set(articles);
    const stories = new Set(articles.flatMap((article) => this.#storyOf.get(article) ?? []));
    const features = new Set<number>();
    for (const story of stories) {
      const removed = removeArticles(story, gone);
      for (const { weights } of removed.reports) this.#rarity.remove(weights);
      for (const feature of removed.features) features.add(feature);
      if (story.reports.length + story.others.length === 0) this.#stories.delete(story.id);
    }
    for (const article of articles) this.#storyOf.delete(article);
    this.#lookup.leave(stories, features);
  }

  #held(): readonly HeldOther[] {
    return [...this.#stories.values()].flatMap(({ reports, others }) => [
      ...reports.map(({ article, act }) => ({ article, at: act.at })),
      ...others,
    ]);
  }

  #openedStory(id: StoryId, at: number): HeldStory {
    const story = this.#stories.get(id) ?? emptyStory(id);
    story.openedAt = Math.min(story.openedAt, at);
    this.#stories.set(id, story);
    return story;
  }

  #join(story: HeldStory, report: HeldReport): void {
    this.#lookup.add(story, addReport(story, report));
  }

  #candidates({ weights: { numbers, weights }, act }: Arriving): readonly HeldStory[] {
    return this.#lookup.find({
      features: numbers.map((number, place) => ({
        number,
        worth: (weights[place] ?? 0) * this.#rarity.of(number) ** 2,
      })),
      principals: act.principals.flatMap((actor) => this.#rarity.numberOf(actorFeature(actor)) ?? []),
      tellsOfAct: ({ reports }) => reports.some((report) => haveActInCommon(act, report.act)),
      ofStories: this.#stories.size,
    });
  }

  #nameOf({ names = [] }: Fingerprint): ReadonlyMap<number, string> {
    const parts = names.flatMap((name) =>
      name.split(' ').map((term) => [this.#rarity.numberOf(termFeature(term)), name] as const),
    );
    return new Map(parts.flatMap(([number, name]) => (number === undefined ? [] : [[number, name]])));
  }

  /** The story with how likely the article is of it, where it may join it. */
  #joinable(article: Arriving, near: Near): Link | undefined {
    const { form, act } = article;
    const { story, whole } = near;
    if (Math.abs(act.at - story.openedAt) > OPEN_HOURS * HOUR_MS) return undefined;
    const acts = actsIn(story);
    if (form !== 'report') {
      const mayJoin = whole >= JOIN_OTHER_FORM && !isAnotherOfItsKind(act, acts);
      return mayJoin ? this.#link(article, near) : undefined;
    }
    if (isOfSameAct(act, acts, whole)) return this.#link(article, near);

    const { words, things, names } = this.#inCommon(article, story);
    if (things < JOIN_THINGS) return undefined;
    const compared = { likeness: likenessOf(article, near), things, names, act, acts };
    // Most stories are out of reach whatever speaks for them, and what speaks against them takes long to find.
    if (mostLikelihoodOf(compared) < JOIN) return undefined;
    const score = likelihoodOf(compared);
    return score >= JOIN && words >= wordsNeeded(act, acts) ? { ...near, score } : undefined;
  }

  #link(article: Arriving, near: Near): Link {
    const { things, names } = this.#inCommon(article, near.story);
    const likeness = likenessOf(article, near);
    const acts = actsIn(near.story);
    return { ...near, score: likelihoodOf({ likeness, things, names, act: article.act, acts }) };
  }

  /** The same people in another act, or a story grown quiet, is shown as what came before. */
  #opened(article: Arriving, near: readonly Near[]): Grouping {
    const [earlier] = near
      .filter((one) => mayFollow(one, article, () => this.#inCommon(article, one.story).names > 0))
      .map((one) => this.#link(article, one))
      .sort(byStrength);
    return earlier ? { kind: 'opens', follows: earlier.story.id } : { kind: 'opens' };
  }

  #inCommon(article: Pick<Arriving, 'nameOf' | keyof Measurable>, story: HeldStory) {
    const { words, actors } = this.#rarity.shared(article, story);
    const names = new Set(words.flatMap((number) => article.nameOf.get(number) ?? []));
    const others = words.filter((number) => !article.nameOf.has(number));
    return {
      words: words.length,
      names: names.size + actors.length,
      things: names.size + actors.length + others.length,
    };
  }

  /** As if every report of the other story came one by one: only one that fits as it stands shows them to be one. */
  #areOne(best: Near, other: Near): boolean {
    if (Math.min(best.whole, other.whole) < MERGE) return false;
    const likeness = this.#rarity.likeness(other.story, best.story);
    const { things, names } = this.#inCommon({ ...other.story, nameOf: NO_NAMES }, best.story);
    const acts = best.story.reports.map(({ act }) => act);
    return other.story.reports.every(
      ({ act }) => likelihoodOf({ likeness, things, names: names + things, act, acts }) >= MERGE,
    );
  }

  #sharedFeatures(features: Features, { weights }: HeldStory): readonly string[] {
    return [...features.keys()]
      .map((feature) => ({ feature, number: this.#rarity.numberOf(feature) }))
      .filter(({ number }) => number !== undefined && weights.numbers.includes(number))
      .sort(
        (a, b) => this.#rarity.of(b.number) - this.#rarity.of(a.number) || (a.feature < b.feature ? -1 : 1),
      )
      .slice(0, 5)
      .map(({ feature }) => nameOfFeature(feature));
  }
}

/**
 * Whether a new story comes after this one: the same parties at the head of both, or, where fewer than two lead it, all
 * of them and much the same words; where nobody is known, names that both have.
 */
function mayFollow({ story, whole }: Near, { form, act }: Arriving, haveNames: () => boolean): boolean {
  if (form !== 'report' || story.openedAt > act.at) return false;
  const parties = act.principals.filter((actor) =>
    story.reports.some((report) => report.act.principals.includes(actor)),
  );
  if (parties.length >= 2) return whole >= FOLLOW;
  if (whole < JOIN || parties.length < act.principals.length) return false;
  return parties.length > 0 || !act.hasNames || haveNames();
}

const actsIn = ({ reports }: HeldStory): readonly Act[] => reports.map(({ act }) => act);

/** How alike the article is to the story as a whole and to the report that is most like it. */
function likenessOf({ likenessTo }: Arriving, { story: { reports }, whole }: Near): number {
  if (reports.length < 2) return whole;
  return (whole + reports.reduce((most, report) => Math.max(most, likenessTo(report)), 0)) / 2;
}

/** Whether article and story tell of the same act, and are as alike as such must be. */
function isOfSameAct(act: Act, acts: readonly Act[], whole: number): boolean {
  if (whole < JOIN_SAME_ACT_IN_ANOTHER_LANGUAGE) return false;
  const same = acts.filter((other) => isSameAct(act, other));
  if (same.length === 0 || isAnotherOfItsKind(act, acts)) return false;
  return whole >= JOIN_SAME_ACT || !same.some((other) => isInOneLanguage(act, other));
}

/** Strongest first; among equals the older story, so that the order in which they are kept decides nothing. */
const byStrength = (one: Link, other: Link): number =>
  other.score - one.score || byAge(one.story, other.story);

const byAge = (one: HeldStory, other: HeldStory): number =>
  one.openedAt - other.openedAt || (one.id < other.id ? -1 : 1);
