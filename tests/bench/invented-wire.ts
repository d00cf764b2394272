import type { Item } from '#article/item.ts';
import type { OutletId } from '#feed/outlet.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { type Dice, diceFrom } from './dice.ts';
import { newsWriter } from './news-writer.ts';
import type { Publisher } from './virtual-program.ts';

/** A document holds its newest items. */
const ITEMS = 4;
const SUMMARY_WORDS = 35;
/** An event is reported by about so many outlets, within so long. */
const REPORTS_OF_AN_EVENT = 8;
const EVENT_LASTS_MS = 6 * HOUR_MS;

/** How much the outlets publish, from when on. */
export type WirePlan = {
  readonly start: Date;
  readonly outlets: number;
  readonly articlesADay: number;
};

/**
 * Publishers of invented news that remember nothing: what an outlet shows at a moment follows from its number and the
 * time alone. Each publishes at an even pace of its own, and about events on which others report too.
 */
export function inventedWire({ start, outlets, articlesADay }: WirePlan, lexicon: Lexicon): Publisher {
  const everyMs = (DAY_MS * outlets) / articlesADay;
  const { writer, seed } = writerOfAnySeed(lexicon);
  const eventEveryMs = (DAY_MS * REPORTS_OF_AN_EVENT) / articlesADay;

  const publishedAt = (outlet: number, number: number): number =>
    start.getTime() + (number + outlet / outlets) * everyMs;
  const itemOf = (outlet: number, number: number): Item => {
    const at = publishedAt(outlet, number);
    const dice = diceFrom(outlet * 7_919 + number);
    // The sooner after an event, the likelier a report of it.
    const agoMs = (dice.below(1_000) / 1_000) ** 2 * EVENT_LASTS_MS;
    seed(1_000_000_007 + Math.floor((at - agoMs) / eventEveryMs));
    const headline = writer.headline();
    const told = writer.headline();
    seed(outlet * 104_729 + number);
    const link = `https://outlet-${outlet}.example/${number}`;
    return {
      title: headline,
      link,
      guid: link,
      published: new Date(at).toISOString(),
      summary: `${told}. ${writer.text(SUMMARY_WORDS)}`,
    };
  };
  return (id: OutletId, now) => {
    const outlet = Number(id.slice('outlet-'.length));
    const published = Math.floor((now.getTime() - publishedAt(outlet, 0)) / everyMs) + 1;
    const first = Math.max(0, published - ITEMS);
    return {
      edition: `${published}`,
      items: () =>
        Array.from({ length: Math.max(0, published - first) }, (_, place) =>
          itemOf(outlet, published - 1 - place),
        ),
    };
  };
}

/** One writer whose dice can be taken away: to make one means to read all names of the lexicon. */
function writerOfAnySeed(lexicon: Lexicon) {
  let current: Dice = diceFrom(0);
  const dice: Dice = {
    below: (limit) => current.below(limit),
    pick: (things) => current.pick(things),
    pickEarly: (things) => current.pickEarly(things),
  };
  return {
    writer: newsWriter(lexicon, 'en', dice),
    seed: (seed: number): void => {
      current = diceFrom(seed);
    },
  };
}
