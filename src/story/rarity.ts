import { type Features, isWording } from '#story/features-of.ts';

/** How alike two are, from 0 to 1: in everything, and in terms and numbers alone. */
export type Likeness = { readonly whole: number; readonly wording: number };

/** A small window knows too little about which words are rare: so many articles without any of them are assumed. */
const ASSUMED_ARTICLES = 300;

/** While the window has grown or shrunk by no more than this share, a cosine differs by less than one per cent. */
const KEPT_WHILE_CHANGED_BY = 0.02;

/** Counts in how many reports each feature stands, so that what is rare weighs more (TF-IDF). */
export class Rarity {
  readonly #reportsWith = new Map<string, number>();
  readonly #measured = new WeakMap<Features, { readonly lengths: Likeness; readonly reports: number }>();
  #reports = 0;

  add(features: Features): void {
    this.#reports += 1;
    for (const feature of features.keys()) {
      this.#reportsWith.set(feature, (this.#reportsWith.get(feature) ?? 0) + 1);
    }
  }

  remove(features: Features): void {
    this.#reports -= 1;
    for (const feature of features.keys()) {
      const left = (this.#reportsWith.get(feature) ?? 1) - 1;
      if (left > 0) this.#reportsWith.set(feature, left);
      else this.#reportsWith.delete(feature);
    }
  }

  of(feature: string): number {
    return Math.log((ASSUMED_ARTICLES + this.#reports) / (1 + (this.#reportsWith.get(feature) ?? 0)));
  }

  /** Cosine of the two, each feature weighted by its rarity. */
  likeness(one: Features, other: Features): Likeness {
    const [small, large] = one.size <= other.size ? [one, other] : [other, one];
    let whole = 0;
    let wording = 0;
    for (const [feature, weight] of small) {
      const there = large.get(feature);
      if (there === undefined) continue;
      const product = weight * there * this.of(feature) ** 2;
      whole += product;
      if (isWording(feature)) wording += product;
    }
    if (whole === 0) return { whole: 0, wording: 0 };
    const [here, away] = [this.#lengthsOf(one), this.#lengthsOf(other)];
    return {
      whole: whole / (here.whole * away.whole),
      wording: wording === 0 ? 0 : wording / (here.wording * away.wording),
    };
  }

  /** To be told when features have changed. */
  forgetLengths(features: Features): void {
    this.#measured.delete(features);
  }

  /** A story's lengths are kept until it changes, or the window has changed so much that rarities are others. */
  #lengthsOf(features: Features): Likeness {
    const known = this.#measured.get(features);
    if (known && Math.abs(known.reports - this.#reports) <= known.reports * KEPT_WHILE_CHANGED_BY)
      return known.lengths;
    const lengths = this.#measure(features);
    this.#measured.set(features, { lengths, reports: this.#reports });
    return lengths;
  }

  #measure(features: Features): Likeness {
    let whole = 0;
    let wording = 0;
    for (const [feature, weight] of features) {
      const square = (weight * this.of(feature)) ** 2;
      whole += square;
      if (isWording(feature)) wording += square;
    }
    return { whole: Math.sqrt(whole), wording: Math.sqrt(wording) };
  }
}
