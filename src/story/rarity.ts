import { type Features, isActor, isWording } from '#story/features-of.ts';

/**
 * Features as numbers, ascending, with how strongly each is there. Two arrays, since a window holds thousands of
 * articles with dozens of features, and a map of each took ten times as much memory.
 */
export type Weights = { readonly numbers: readonly number[]; readonly weights: readonly number[] };

/** What two have in common, as numbers: terms and numbers, and actors. */
export type Shared = { readonly words: readonly number[]; readonly actors: readonly number[] };

/** Weights with their length, which is measured when they are first compared after a change. */
export type Measurable = {
  readonly weights: Weights;
  measured: { readonly length: number; readonly reports: number } | undefined;
};

/** A small window knows too little about which words are rare: so many articles without any of them are assumed. */
const ASSUMED_ARTICLES = 300;

/** An actor who is only implied, or named as an adjective further down, is not what two have in common. */
const TOLD_WEIGHT = 0.6;

/** While the window has grown or shrunk by no more than this share, a cosine differs by less than one per cent. */
const KEPT_WHILE_CHANGED_BY = 0.02;

/**
 * Counts in how many reports each feature stands, so that what is rare weighs more (TF-IDF). Each feature that stands
 * in any has a number, which another gets when no report has it any more.
 */
export class Rarity {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #isWording: boolean[] = [];
  readonly #isActor: boolean[] = [];
  readonly #reportsWith: number[] = [];
  readonly #free: number[] = [];
  /** By number: what sharing a feature with the article that is compared is worth. Made once, since it is as long as all features. */
  #worths = new Float64Array(0);
  /** Where that is not 0. */
  #worthy: readonly number[] = [];
  #reports = 0;

  /** Counts one report more, and gives its features as numbers. */
  add(features: Features): Weights {
    this.#reports += 1;
    for (const feature of features.keys()) {
      const number = this.#numbers.get(feature) ?? this.#numberAnew(feature);
      this.#reportsWith[number] = this.#countOf(number) + 1;
    }
    return this.#weightsOf(features);
  }

  /** Counts one report less. */
  remove({ numbers }: Weights): void {
    this.#reports -= 1;
    for (const number of numbers) {
      const left = this.#countOf(number) - 1;
      this.#reportsWith[number] = left;
      if (left > 0) continue;
      this.#numbers.delete(this.#names[number] ?? '');
      this.#free.push(number);
    }
  }

  /** The number of a feature that stands in some report. */
  numberOf(feature: string): number | undefined {
    return this.#numbers.get(feature);
  }

  /** Features of an article that is not counted; what no report has is part of its length alone. */
  measure(features: Features): Measurable {
    let squares = 0;
    for (const [feature, weight] of features) squares += (weight * this.of(this.#numbers.get(feature))) ** 2;
    return {
      weights: this.#weightsOf(features),
      measured: { length: Math.sqrt(squares), reports: this.#reports },
    };
  }

  /** How rare a feature is; one without a number is as rare as can be. */
  of(number: number | undefined): number {
    const reportsWith = number === undefined ? 0 : this.#countOf(number);
    return Math.log((ASSUMED_ARTICLES + this.#reports) / (1 + reportsWith));
  }

  /** How alike two are, from 0 to 1: the cosine of the two, each feature weighted by its rarity. */
  likeness(one: Measurable, other: Measurable): number {
    let product = 0;
    forEachShared(one.weights, other.weights, (number, weight, otherWeight) => {
      product += weight * otherWeight * this.of(number) ** 2;
    });
    return product === 0 ? 0 : product / (this.#lengthOf(one) * this.#lengthOf(other));
  }

  /** The same to many others, made ready once: how alike each of them is to this one. Holds until another is asked for, and while nothing is added or removed. */
  likenessTo(one: Measurable): (other: Measurable) => number {
    const worths = this.#worthsOf(one);
    const length = this.#lengthOf(one);
    return (other) => {
      const product = productOf(worths, other.weights);
      return product === 0 ? 0 : product / (length * this.#lengthOf(other));
    };
  }

  /** The numbers of the words and of the actors that both have, where `one` tells of them. */
  shared(one: Measurable, other: Measurable): Shared {
    const [words, actors]: [number[], number[]] = [[], []];
    forEachShared(one.weights, other.weights, (number, weight) => {
      if (this.#isWording[number] === true) words.push(number);
      if (this.#isActor[number] === true && weight >= TOLD_WEIGHT) actors.push(number);
    });
    return { words, actors };
  }

  #countOf(number: number): number {
    return this.#reportsWith[number] ?? 0;
  }

  #worthsOf({ weights: { numbers, weights } }: Measurable): Float64Array {
    // Room for half as many again, so that a growing window seldom makes it anew.
    if (this.#worths.length < this.#names.length) this.#worths = new Float64Array(1.5 * this.#names.length);
    else for (const number of this.#worthy) this.#worths[number] = 0;
    this.#worthy = numbers;
    for (const [place, number] of numbers.entries())
      this.#worths[number] = (weights[place] ?? 0) * this.of(number) ** 2;
    return this.#worths;
  }

  #numberAnew(feature: string): number {
    const number = this.#free.pop() ?? this.#names.length;
    this.#numbers.set(feature, number);
    this.#names[number] = feature;
    this.#isWording[number] = isWording(feature);
    this.#isActor[number] = isActor(feature);
    this.#reportsWith[number] = 0;
    return number;
  }

  #weightsOf(features: Features): Weights {
    const numbered: { readonly number: number; readonly weight: number }[] = [];
    for (const [feature, weight] of features) {
      const number = this.#numbers.get(feature);
      if (number !== undefined) numbered.push({ number, weight });
    }
    const [numbers, weights]: [number[], number[]] = [[], []];
    for (const { number, weight } of numbered.sort((one, other) => one.number - other.number)) {
      numbers.push(number);
      weights.push(weight);
    }
    return dense(numbers, weights);
  }

  /** A length is kept until the weights change, or the window has changed so much that rarities are others. */
  #lengthOf(measurable: Measurable): number {
    const known = measurable.measured;
    if (known && Math.abs(known.reports - this.#reports) <= known.reports * KEPT_WHILE_CHANGED_BY)
      return known.length;
    let squares = 0;
    const { numbers, weights } = measurable.weights;
    for (const [place, number] of numbers.entries())
      squares += ((weights[place] ?? 0) * this.of(number)) ** 2;
    const length = Math.sqrt(squares);
    measurable.measured = { length, reports: this.#reports };
    return length;
  }
}

/** Both together: what one of them has, or both. */
export function addWeights(one: Weights, other: Weights): Weights {
  const numbers: number[] = [];
  const weights: number[] = [];
  let [at, otherAt] = [0, 0];
  while (at < one.numbers.length || otherAt < other.numbers.length) {
    const number = one.numbers[at] ?? Number.POSITIVE_INFINITY;
    const otherNumber = other.numbers[otherAt] ?? Number.POSITIVE_INFINITY;
    const next = Math.min(number, otherNumber);
    let weight = 0;
    if (number === next) weight += one.weights[at++] ?? 0;
    if (otherNumber === next) weight += other.weights[otherAt++] ?? 0;
    numbers.push(next);
    weights.push(weight);
  }
  return dense(numbers, weights);
}

/** All together, added one after the other in their order. */
export function sumOfWeights(all: readonly Weights[]): Weights {
  const [first = { numbers: [], weights: [] }, ...others] = all;
  if (others.length < 2) return others.reduce(addWeights, first);
  // Pair by pair each step would walk the whole sum, which in a story of hundreds of reports is long.
  const sum = new Map<number, number>();
  for (const { numbers, weights } of all)
    for (const [place, number] of numbers.entries())
      sum.set(number, (sum.get(number) ?? 0) + (weights[place] ?? 0));
  const [numbers, weights]: [number[], number[]] = [[], []];
  for (const number of [...sum.keys()].sort((one, other) => one - other)) {
    numbers.push(number);
    weights.push(sum.get(number) ?? 0);
  }
  return dense(numbers, weights);
}

/**
 * Both arrays as long as they are, without the room that grew with them. Fill them by pushing: an array made by `map`
 * counts as one with holes to the engine, and walking through such ones takes four times as long.
 */
const dense = (numbers: readonly number[], weights: readonly number[]): Weights => ({
  numbers: numbers.slice(),
  weights: weights.slice(),
});

/** `worths`: by number, for every number that there is. */
function productOf(worths: Float64Array, { numbers, weights }: Weights): number {
  let product = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    const worth = worths[numbers[place] ?? 0] ?? 0;
    // Most are worth nothing: their weights need not be fetched, and that is most of what this costs.
    if (worth !== 0) product += worth * (weights[place] ?? 0);
  }
  return product;
}

function forEachShared(
  one: Weights,
  other: Weights,
  take: (number: number, weight: number, otherWeight: number) => void,
): void {
  let at = 0;
  for (let place = 0; place < one.numbers.length; place += 1) {
    const number = one.numbers[place] ?? 0;
    while (at < other.numbers.length && (other.numbers[at] ?? 0) < number) at += 1;
    if (other.numbers[at] === number) take(number, one.weights[place] ?? 0, other.weights[at] ?? 0);
  }
}
