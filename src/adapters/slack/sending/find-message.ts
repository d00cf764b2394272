import { webApi } from '@slack/bolt';
import { failureOf, slackCode } from '#adapters/slack/sending/outcome-of-error.ts';
import type { TierPace } from '#adapters/slack/tier-pace.ts';
import type { DeliveryKey, FindOutcome, MessageId } from '#channel/messenger.ts';
import { DAY_MS, MINUTE_MS } from '#kernel/clock.ts';

/** Slack's clock and ours may differ by this; a message is known by its key, not by its time. */
const CLOCKS_DIFFER_MS = MINUTE_MS;
/** Our clock may be ahead by the hours of a zone: then what we sent is older than any look that begins by our clock. */
const CLOCK_AHEAD_MS = DAY_MS;
const PAGE = 100;
/** More messages than a busy channel sees while a delivery is unsettled. Slack gives some apps 15 at a time. */
const MOST_MESSAGES = 1_000;
/** What was sent by a clock that is ahead stands among what was posted last: so many pages of it are looked through. */
const MOST_PAGES_BACK = 10;

/** Under which name a message carries its key. */
export const KEY_EVENT = 'readout_delivery';

type Message = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

/** How far reading came: what a limit interrupts is gone on with, or one page a minute would never reach the second. */
export type Reading = {
  readonly messages: Message[];
  pages: number;
  cursor: string | undefined;
  isOver: boolean;
  readonly threads: Set<string>;
};

/** Nothing read yet. */
export const newReading = (): Reading => ({
  messages: [],
  pages: 0,
  cursor: undefined,
  isOver: false,
  threads: new Set(),
});

/** What is looked for, and where. */
export type Sought = {
  readonly channel: string;
  readonly key: DeliveryKey;
  readonly since: Date;
  readonly reading: Reading;
  /** The turns of looks back in this workspace. */
  readonly pace: TierPace;
};

/**
 * Looks for the message with this key among what was posted in the channel since then, and in the threads of which a
 * line was shown there. Needs the right to read the channel, which a desk may not have given. After `later` the same
 * reading is gone on with; a look that could not be made, or got no answer, is `later` too.
 */
export async function findMessage(client: webApi.WebClient, sought: Sought): Promise<FindOutcome> {
  const { channel, key, since, reading, pace } = sought;
  const sinceMs = since.getTime() - CLOCKS_DIFFER_MS;
  const oldest = String(Math.max(0, sinceMs - CLOCK_AHEAD_MS) / 1000);
  try {
    const retryAfterMs = await readOn(
      reading,
      () => pace.turn(key),
      (cursor) =>
        client.conversations.history({
          channel,
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor !== undefined && { cursor }),
        }),
      (read) => reachesBack(read.messages, sinceMs) || isBackEnough(read, sinceMs),
    );
    if (retryAfterMs !== undefined) return notYet(retryAfterMs);
    return withKey(reading.messages, key) ?? (await findInThreads(client, sought)) ?? notFound(reading);
  } catch (fault) {
    return outcomeOfFault(fault, pace);
  }
}

/** What is looked for may stand there or not, whatever became of the look: nothing but our own fault is thrown. */
function outcomeOfFault(fault: unknown, pace: TierPace): FindOutcome {
  const code = slackCode(fault);
  if (code !== undefined && CANNOT_LOOK.has(code))
    return { kind: 'cannot-know', detail: `Slack does not let Readout read this channel (${code})` };
  const failure = failureOf(fault);
  if (failure.kind === 'later') {
    if (failure.retryAfterMs !== undefined) pace.hold(failure.retryAfterMs);
    return failure;
  }
  if (fault instanceof webApi.SlackError) return { kind: 'later', detail: failure.detail };
  throw fault;
}

const notYet = (retryAfterMs: number): FindOutcome => ({
  kind: 'later',
  retryAfterMs,
  detail: 'Slack takes so many looks a minute',
});

const CANNOT_LOOK: ReadonlySet<string> = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'no_permission',
  'access_denied',
]);

const notFound = ({ cursor }: Reading): FindOutcome =>
  cursor === undefined
    ? { kind: 'absent' }
    : { kind: 'cannot-know', detail: 'too much was posted since for Readout to look through' };

/** Where a line was shown in the channel without its key, its thread has it. */
async function findInThreads(
  client: webApi.WebClient,
  { channel, key, reading, pace }: Sought,
): Promise<FindOutcome | undefined> {
  const broadcasts = reading.messages.filter(
    (message) => message.subtype === 'thread_broadcast' && keyOf(message) === undefined,
  );
  for (const { thread_ts: ts } of broadcasts) {
    if (ts === undefined || reading.threads.has(ts)) continue;
    const retryAfterMs = await pace.turn(key);
    if (retryAfterMs !== undefined) return notYet(retryAfterMs);
    const found = withKey(await readThread(client, channel, ts), key);
    if (found !== undefined) return found;
    reading.threads.add(ts);
  }
  return undefined;
}

/** A thread is short. One that is read is read to its end. */
const ITS_TURN = (): Promise<undefined> => Promise.resolve(undefined);

async function readThread(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<readonly Message[]> {
  const thread = newReading();
  try {
    await readOn(thread, ITS_TURN, (cursor) =>
      client.conversations.replies({
        channel,
        ts,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      }),
    );
    return thread.messages;
  } catch (fault) {
    // Its card was deleted meanwhile.
    if (slackCode(fault) === 'thread_not_found') return [];
    throw fault;
  }
}

/**
 * Reads to the end, or to as many messages as are looked through: then a cursor is left over. Each page waits for its
 * turn; gives how long until the next one has it, where that is too long to wait.
 */
async function readOn(
  reading: Reading,
  turn: () => Promise<number | undefined>,
  read: (cursor: string | undefined) => Promise<webApi.ConversationsHistoryResponse>,
  isEnough: (read: Reading) => boolean = () => false,
): Promise<number | undefined> {
  while (!reading.isOver) {
    const retryAfterMs = await turn();
    if (retryAfterMs !== undefined) return retryAfterMs;
    const answer = await read(reading.cursor);
    reading.messages.push(...(answer.messages ?? []));
    reading.pages += 1;
    const next = answer.response_metadata?.next_cursor;
    reading.cursor = next === '' ? undefined : next;
    if (isEnough(reading)) reading.cursor = undefined;
    reading.isOver = reading.cursor === undefined || reading.messages.length >= MOST_MESSAGES;
  }
  return undefined;
}

/** The newest come first. Where none is newer than that moment it may still be to come, and proves nothing. */
function reachesBack(messages: readonly Message[], sinceMs: number): boolean {
  const [newest, oldest] = [messages.at(0), messages.at(-1)].map((message) => Number(message?.ts) * 1000);
  return newest !== undefined && oldest !== undefined && newest >= sinceMs && oldest < sinceMs;
}

/** Where all is older than that moment, what is looked for stands near the newest, or was never posted. */
const isBackEnough = ({ messages, pages }: Reading, sinceMs: number): boolean =>
  pages >= MOST_PAGES_BACK && Number(messages[0]?.ts) * 1000 < sinceMs;

/** The keys of all messages that a reading came by, with the message of each. */
export const keysIn = ({ messages }: Reading): readonly (readonly [key: string, message: string])[] =>
  messages.flatMap((message) => {
    const key = keyOf(message);
    return typeof key !== 'string' || message.ts === undefined ? [] : [[key, message.ts]];
  });

/** The key is ours alone: a hash that nobody else in the channel could have written there. */
function withKey(messages: readonly Message[], key: DeliveryKey): FindOutcome | undefined {
  const ts = messages.find((message) => keyOf(message) === key)?.ts;
  return ts === undefined ? undefined : { kind: 'found', message: ts as MessageId };
}

function keyOf({ metadata }: Message): unknown {
  const payload: { readonly key?: unknown } = metadata?.event_payload ?? {};
  return metadata?.event_type === KEY_EVENT ? payload.key : undefined;
}
