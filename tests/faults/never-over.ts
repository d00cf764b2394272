import type { UnderWay } from '#compose/under-way.ts';

/** In place of what is under way: it is never over, and who waits for it waits for ever. */
export const underWay = (): UnderWay => ({ track: (work) => work, over: () => new Promise(() => {}) });
