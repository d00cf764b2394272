/** Gets something done soon after it is asked for. Disposing forgets what was asked for and not begun, and nothing begins after it. */
export type Nudge = Disposable & { readonly give: () => void };

/** Runs it so long after the first nudge: what is asked for until then is done with it. `run` keeps its faults to itself. */
export function openNudge(run: () => Promise<void>, afterMs: number): Nudge {
  let coming: NodeJS.Timeout | undefined;
  let isOver = false;
  return {
    give() {
      if (isOver) return;
      coming ??= setTimeout(() => {
        coming = undefined;
        void run();
      }, afterMs);
    },
    [Symbol.dispose]() {
      isOver = true;
      clearTimeout(coming);
    },
  };
}
