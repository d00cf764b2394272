/** Work handed in is done one piece after the other, in the order it came. */
export type Lane = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A lane with nothing on it. A piece of work that fails stops none after it. */
export function openLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
