/** Work that was begun and is not over yet. */
export type UnderWay = {
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Resolves when everything tracked so far is over, however it ended. */
  readonly over: () => Promise<void>;
};

/** Keeps in mind what is under way, so that nothing is closed below it. */
export function underWay(): UnderWay {
  const running = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      running.add(work);
      const forget = (): void => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    over: async () => void (await Promise.allSettled(running)),
  };
}
