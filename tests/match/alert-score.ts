import type { Item, Outcome } from './collection.ts';

/** How often an alert was right, and how many of the wanted ones came. */
export type AlertScore = {
  readonly items: number;
  readonly wanted: number;
  readonly alerts: number;
  readonly right: number;
};

/** Counts alerts; without any the precision is 1, without a wanted one the recall is 1. */
export function scoreAlerts(outcomes: readonly Outcome[]): AlertScore {
  const alerts = outcomes.filter(({ found }) => found === 'strong');
  return {
    items: outcomes.length,
    wanted: outcomes.filter(({ item }) => item.expect === 'strong').length,
    alerts: alerts.length,
    right: alerts.filter(({ item }) => item.expect === 'strong').length,
  };
}

/** Share of alerts that were wanted. */
export const precisionOf = ({ alerts, right }: AlertScore): number => (alerts === 0 ? 1 : right / alerts);

/** Share of wanted alerts that came. */
export const recallOf = ({ wanted, right }: AlertScore): number => (wanted === 0 ? 1 : right / wanted);

/** A line for the whole and for each value that `keyOf` gives. */
export function alertTable(outcomes: readonly Outcome[], keyOf: (item: Item) => string): string {
  const groups = [...Map.groupBy(outcomes, ({ item }) => keyOf(item))].toSorted(([one], [other]) =>
    one.localeCompare(other),
  );
  return [['all', outcomes] as const, ...groups].map(([name, group]) => lineOf(name, group)).join('\n');
}

function lineOf(name: string, outcomes: readonly Outcome[]): string {
  const score = scoreAlerts(outcomes);
  const { items, wanted, alerts, right } = score;
  const counts = `items ${items}, wanted ${wanted}, alerts ${alerts}, right ${right}`;
  return `${name.padEnd(14)} P ${precisionOf(score).toFixed(3)} R ${recallOf(score).toFixed(3)} (${counts})`;
}
