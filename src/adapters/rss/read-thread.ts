import { parentPort, workerData } from 'node:worker_threads';
import type { FeedDocument } from '#article/item.ts';
import type { ThreadMessage } from './read-apart.ts';
import { readFeedDocument } from './read-feed-document.ts';

/** What `read-apart.ts` starts: reads the one document it was given, says what it read, and ends. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has none
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);

say({ kind: 'ready' });
say({ kind: 'read', result: await readFeedDocument(workerData as FeedDocument) });
