import { env } from 'node:process';
import type { UnderWay } from '#compose/under-way.ts';

/** In place of what is under way: it is never over, and who waits for it waits for ever; or waiting fails. */
export const underWay = (): UnderWay => ({
  track: (work) => work,
  over: () =>
    env['READOUT_UPSET'] === 'fail-at-end'
      ? Promise.reject(new Error('the end failed'))
      : new Promise(() => {}),
});
