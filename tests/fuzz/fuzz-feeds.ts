import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import { diceFrom } from '../bench/dice.ts';
import { brokenPromises } from './broken-promises.ts';

import { mutate } from './mutate.ts';

/** What is wrong with one mutant, and how to have it again. */
export type Failure = { readonly mutant: number; readonly file: string; readonly why: string };

/** How a run ended. */
export type FuzzReport = {
  readonly mutants: number;
  /** Mutants in which items were read. */
  readonly read: number;
  readonly failures: readonly Failure[];
  /** The most processor time that one took. */
  readonly slowestMs: number;
  readonly slowest: string;
  /** Resident memory at its highest, over what it was after the first tenth of the run. */
  readonly growthMb: number;
};

/** Of the processor's time: what else the machine does is no fault of the reader. */
const LONGEST_MS = 2_000;
const MOST_FAILURES = 20;

/** Every document below a folder. */
export function readCorpus(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const documents = files.filter((file) => /\.(?:xml|json|rss|atom|rdf)$/.test(file));
  // A copy: a Buffer's slice is a view, and a mutant would change what the next is made from.
  return new Map(documents.map((file) => [file, Uint8Array.from(readFileSync(join(folder, file)))]));
}

/** Reads mutants of a corpus, each made from the seed and its number alone, and says where a promise was not kept. */
export async function fuzzFeeds(
  corpus: ReadonlyMap<string, Uint8Array>,
  mutants: number,
  seed: number,
): Promise<FuzzReport> {
  const failures: Failure[] = [];
  let read = 0;
  let slowest = { ms: 0, name: '' };
  let before = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (let mutant = 0; mutant < mutants && failures.length < MOST_FAILURES; mutant += 1) {
    const { file, bytes, withMarkup } = makeMutant(corpus, seed, mutant);
    const start = process.cpuUsage();
    const outcome = await outcomeOf(bytes, withMarkup);
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms > slowest.ms) slowest = { ms, name: `mutant ${mutant} of ${file}, ${bytes.length} bytes` };
    const wrong = ms > LONGEST_MS ? [...outcome.wrong, `took ${Math.round(ms)} ms`] : outcome.wrong;
    failures.push(...wrong.map((why) => ({ mutant, file, why })));
    if (outcome.hasItems) read += 1;
    const memory = process.memoryUsage.rss();
    if (mutant < mutants / 10) before = memory;
    else highest = Math.max(highest, memory);
  }
  const growthMb = Math.max(0, highest - before) / 2 ** 20;
  return { mutants, read, failures, slowestMs: slowest.ms, slowest: slowest.name, growthMb };
}

/** The mutant with a number, whatever came before it. */
export function makeMutant(corpus: ReadonlyMap<string, Uint8Array>, seed: number, mutant: number) {
  const dice = diceFrom(seed * 1_000_003 + mutant);
  const [file, original] = dice.pick([...corpus]);
  const bytes = mutate(original, dice, [...corpus.values()]);
  return { file, bytes, withMarkup: dice.below(3) === 0 };
}

async function outcomeOf(bytes: Uint8Array, withMarkup: boolean) {
  try {
    const parsed = await rssFeedParser.parse({ bytes, url: 'https://news.example/feed', withMarkup });
    return { hasItems: 'items' in parsed && parsed.items.length > 0, wrong: brokenPromises(parsed) };
  } catch (cause) {
    return { hasItems: false, wrong: [`threw ${(cause as Error).stack}`] };
  }
}
