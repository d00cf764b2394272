/** Runs a piece of work on a database, now or later, and gives what it gave. */
export type Run = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs it now. */
export const runOnce: Run = (work) => work();

/** Runs one piece of work after the other, in the order in which they came; one that fails holds up no other. */
export function inTurn(): Run {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
