import { memoryUsage } from 'node:process';
import { giveBackMemory } from '#tools/give-back-memory.ts';

const MEGABYTE = 1_000_000;

/** What is alive after everything that is not was collected, and what the process keeps resident, in megabytes. */
export function liveMemory(): { readonly liveMegabytes: number; readonly residentMegabytes: number } {
  giveBackMemory();
  const { heapUsed, external, rss } = memoryUsage();
  return { liveMegabytes: (heapUsed + external) / MEGABYTE, residentMegabytes: rss / MEGABYTE };
}
