import { Worker } from 'node:worker_threads';
import type { FeedDocument, ParsedFeed, Unreadable } from '#article/item.ts';

/** What the thread says: that it is about to read, then what it read. */
export type ThreadMessage = { readonly kind: 'ready' } | { readonly kind: 'read'; readonly result: Outcome };
type Outcome = ParsedFeed | Unreadable;

/** What one document may cost. */
type Limits = { readonly longestMs: number; readonly mostMemoryMb: number };

const LIMITS: Limits = { longestMs: 2_000, mostMemoryMb: 256 };
/** Starting takes a tenth of a second; on a machine that has no time for it, everything is late. */
const LONGEST_START_MS = 20_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a document in a thread started for it alone, one document after the other. The thread sees no environment and
 * ends with the document; one that takes too long or needs too much memory is ended, and its document is malformed.
 */
export function readApart(document: FeedDocument, limits: Limits = LIMITS): Promise<Outcome> {
  const reading = last.then(() => readInThread(document, limits));
  last = Promise.allSettled([reading]);
  return reading;
}

async function readInThread(document: FeedDocument, limits: Limits): Promise<Outcome> {
  const thread = new Worker(new URL('./read-thread.ts', import.meta.url), {
    workerData: document,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.mostMemoryMb, maxYoungGenerationSizeMb: 32 },
  });
  try {
    return await outcomeOf(thread, limits);
  } finally {
    await thread.terminate();
  }
}

function outcomeOf(thread: Worker, { longestMs, mostMemoryMb }: Limits): Promise<Outcome> {
  return new Promise((resolve) => {
    const giveUp = (why: string): void => resolve(unreadable(why));
    let patience = setTimeout(giveUp, LONGEST_START_MS, 'no thread could be started to read it');
    const end = (outcome: Outcome): void => {
      clearTimeout(patience);
      resolve(outcome);
    };
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'read') return end(message.result);
      clearTimeout(patience);
      patience = setTimeout(giveUp, longestMs, `that takes longer than ${longestMs} ms`);
    });
    thread.on('error', (cause) => end(unreadable(whyEnded(cause, mostMemoryMb))));
    thread.on('exit', () => end(unreadable('the thread that read it ended')));
  });
}

function whyEnded(cause: unknown, mostMemoryMb: number): string {
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? `that needs more than ${mostMemoryMb} MB of memory` : String(cause);
}

const unreadable = (why: string): Unreadable => ({
  error: { kind: 'malformed', message: `The document could not be read: ${why}.` },
});
