import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '#config/read-config.ts';
import type { Term } from '#lexicon/actor.ts';

/** Offices that one person holds at a time. A monarch is no gap: there is always one. */
const SINGLE_ROLES = ['president', 'prime-minister', 'chancellor', 'foreign-minister'];
const LEADING_ROLES = ['president', 'prime-minister', 'chancellor', 'monarch', 'supreme-leader'];
const SINCE = '2021-01-01';
/** While a successor is chosen or sworn in, nobody need say why. */
const LONGEST_UNEXPLAINED_DAYS = 31;

type Gap = {
  readonly role: string;
  readonly of: string;
  readonly from: string;
  readonly to?: string;
  readonly because: string;
};
type Held = { readonly holder: string; readonly term: Term };

const table = parse(readFileSync('config/actors.yaml', 'utf8'), { schema: 'failsafe' }) as {
  readonly known_until: string;
  readonly gaps: readonly Gap[];
};
const { lexicon } = readConfig({});
const actors = [...lexicon.actors.values()];
const countries = actors.filter(({ kind }) => kind === 'country').map(({ id }) => id as string);
const held = actors.flatMap(({ id, terms = [] }) => terms.map((term): Held => ({ holder: id, term })));
const offices = Map.groupBy(
  held.filter(({ term }) => SINGLE_ROLES.includes(term.role)),
  ({ term }) => `${term.role} of ${term.of}`,
);

type Span = { readonly from: string; readonly to: string };
type Empty = Span & { readonly office: string };

const empty = [...offices].flatMap(([office, terms]) =>
  spansWithout(terms.map(({ term }) => term)).map((span): Empty => ({ office, ...span })),
);
const gaps = table.gaps.map((gap): Empty & { readonly because: string } => ({
  office: `${gap.role} of ${gap.of}`,
  ...spanOf(gap),
  because: gap.because,
}));

describe('the terms of office that come with the program', () => {
  test('rest on a fact in words, or say that nobody checked them', () => {
    expect(held.length).toBeGreaterThan(900);
    const bare = held.filter(
      ({ term }) => term.source !== 'unchecked' && !/\d{4}|unchecked/.test(term.source),
    );
    expect(bare.map(tell)).toEqual([]);
  });

  test('give an office of one holder to nobody twice at once', () => {
    const clashes = [...offices.values()].flatMap((terms) =>
      terms.flatMap((one, index) =>
        terms
          .slice(index + 1)
          .filter((other) => overlap(one.term, other.term))
          .map((other) => `${tell(one)} and ${tell(other)}`),
      ),
    );
    expect(clashes).toEqual([]);
  });

  test('leave no office empty for more than a month since 2021 without saying why', () => {
    const unexplained = empty.filter(
      (span) => daysIn(span) > LONGEST_UNEXPLAINED_DAYS && !gaps.some((gap) => isWithin(span, gap)),
    );
    expect(unexplained.map(tellSpan)).toEqual([]);
  });

  test('explain no gap that is none', () => {
    expect(gaps.length).toBeGreaterThan(20);
    const filled = gaps.filter((gap) => !empty.some((span) => isWithin(gap, span)));
    expect(filled.map(tellSpan)).toEqual([]);
  });

  test('name without a hole who led, and who was foreign minister of, at least 120 countries', () => {
    const whole = countries.filter((country) => {
      const led = LEADING_ROLES.some((role) => isWhole(role, country));
      return led && isWhole('foreign-minister', country);
    });
    expect(whole.length).toBeGreaterThanOrEqual(120);
  });
});

/** Whether the office is held by persons whose dates rest on something, apart from gaps that lie in the world. */
function isWhole(role: string, country: string): boolean {
  const terms = held.map(({ term }) => term).filter((term) => term.role === role && term.of === country);
  if (terms.every(({ source }) => source === 'unchecked')) return false;
  const office = `${role} of ${country}`;
  return spansWithout(terms).every(
    (span) =>
      daysIn(span) <= LONGEST_UNEXPLAINED_DAYS ||
      gaps.some((gap) => gap.because !== 'unlisted' && isWithin({ office, ...span }, gap)),
  );
}

/** When nobody held an office, from 2021 to the day up to which its holders are known. */
function spansWithout(terms: readonly Term[]): readonly Span[] {
  const spans: Span[] = [];
  let held = SINCE;
  for (const { from, to } of terms.map(spanOf).toSorted((one, other) => one.from.localeCompare(other.from))) {
    if (from > held) spans.push({ from: held, to: from });
    if (to > held) held = to;
  }
  return held < table.known_until ? [...spans, { from: held, to: table.known_until }] : spans;
}

/** A date to the year or month counts from its first day; what has no end lasted as far as anybody knew. */
function spanOf({ from, to }: { readonly from: string; readonly to?: string }): Span {
  return { from: firstDayOf(from), to: to === undefined ? '9999-12-31' : firstDayOf(to) };
}

function firstDayOf(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}`;
}

const daysIn = ({ from, to }: Span): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const isWithin = (inner: Empty, outer: Empty): boolean =>
  inner.office === outer.office &&
  inner.from >= outer.from &&
  (inner.to <= outer.to || outer.to >= table.known_until);

/** Terms touch on the day of a handover. */
function overlap(one: Term, other: Term): boolean {
  const [first, second] = [spanOf(one), spanOf(other)];
  return first.from < second.to && second.from < first.to;
}

const tell = ({ holder, term }: Held): string => `${holder}, ${term.role} of ${term.of} from ${term.from}`;
const tellSpan = ({ office, from, to }: Empty): string => `${office}: ${from} to ${to}`;
