import type { webApi } from '@slack/bolt';
import { failureOf, slackCode } from '#adapters/slack/sending/outcome-of-error.ts';
import type { DeliveryKey, FindOutcome, MessageId } from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** Slack's clock and ours may differ by this; a message is known by its key, not by its time. */
const CLOCKS_DIFFER_MS = MINUTE_MS;
const PAGE = 100;
/** More messages than a busy channel sees while a delivery is unsettled. Slack gives some apps 15 at a time. */
const MOST_MESSAGES = 1_000;

/** Under which name a message carries its key. */
export const KEY_EVENT = 'readout_delivery';

type Message = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

/** How far reading came: what a limit interrupts is gone on with, or one page a minute would never reach the second. */
export type Reading = {
  readonly messages: Message[];
  cursor: string | undefined;
  isOver: boolean;
  readonly threads: Set<string>;
};

/** Nothing read yet. */
export const newReading = (): Reading => ({
  messages: [],
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
};

/**
 * Looks for the message with this key among what was posted in the channel since then, and in the threads of which a
 * line was shown there. Needs the right to read the channel, which a desk may not have given. After `later` the same
 * reading is gone on with.
 */
export async function findMessage(client: webApi.WebClient, sought: Sought): Promise<FindOutcome> {
  const { channel, key, since, reading } = sought;
  const oldest = String(Math.max(0, since.getTime() - CLOCKS_DIFFER_MS) / 1000);
  try {
    await readOn(reading, (cursor) =>
      client.conversations.history({
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      }),
    );
    return withKey(reading.messages, key) ?? (await findInThreads(client, sought)) ?? notFound(reading);
  } catch (fault) {
    const code = slackCode(fault);
    if (code !== undefined && CANNOT_LOOK.has(code)) {
      return { kind: 'cannot-know', detail: `Slack does not let Readout read this channel (${code})` };
    }
    const failure = failureOf(fault);
    if (failure.kind === 'later') return failure;
    throw fault;
  }
}

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
  { channel, key, reading }: Sought,
): Promise<FindOutcome | undefined> {
  const broadcasts = reading.messages.filter(
    (message) => message.subtype === 'thread_broadcast' && keyOf(message) === undefined,
  );
  for (const { thread_ts: ts } of broadcasts) {
    if (ts === undefined || reading.threads.has(ts)) continue;
    const found = withKey(await readThread(client, channel, ts), key);
    if (found !== undefined) return found;
    reading.threads.add(ts);
  }
  return undefined;
}

async function readThread(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<readonly Message[]> {
  const thread = newReading();
  try {
    await readOn(thread, (cursor) =>
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

/** Reads to the end, or to as many messages as are looked through: then a cursor is left over. */
async function readOn(
  reading: Reading,
  read: (cursor: string | undefined) => Promise<webApi.ConversationsHistoryResponse>,
): Promise<void> {
  while (!reading.isOver) {
    const answer = await read(reading.cursor);
    reading.messages.push(...(answer.messages ?? []));
    const next = answer.response_metadata?.next_cursor;
    reading.cursor = next === '' ? undefined : next;
    reading.isOver = reading.cursor === undefined || reading.messages.length >= MOST_MESSAGES;
  }
}

/** The key is ours alone: a hash that nobody else in the channel could have written there. */
function withKey(messages: readonly Message[], key: DeliveryKey): FindOutcome | undefined {
  const ts = messages.find((message) => keyOf(message) === key)?.ts;
  return ts === undefined ? undefined : { kind: 'found', message: ts as MessageId };
}

function keyOf({ metadata }: Message): unknown {
  const payload: { readonly key?: unknown } = metadata?.event_payload ?? {};
  return metadata?.event_type === KEY_EVENT ? payload.key : undefined;
}
