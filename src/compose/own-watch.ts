import { performance } from 'node:perf_hooks';
import type { Stopwatch } from '#kernel/clock.ts';

/** The watch of this process. It stands while the machine is suspended. */
export const ownWatch: Stopwatch = () => performance.now();
