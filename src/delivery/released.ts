import type { Attempted } from '#delivery/delivery.ts';

/**
 * Rows that are held no longer: due now, and planned now as far as their age counts. Among each other they keep the
 * order in which they were planned.
 */
export const released = <Row extends Attempted>(rows: readonly Row[], now: Date): readonly Row[] =>
  rows.toSorted(byPlan).map((row, place) => ({
    ...row,
    state: 'pending',
    plannedAt: new Date(now.getTime() - rows.length + place + 1).toISOString(),
    dueAt: now.toISOString(),
  }));

const byPlan = (one: Attempted, other: Attempted): number =>
  one.plannedAt === other.plannedAt ? order(one.key, other.key) : order(one.plannedAt, other.plannedAt);

const order = (one: string, other: string): number => (one < other ? -1 : 1);
