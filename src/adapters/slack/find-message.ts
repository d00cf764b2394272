import type { webApi } from '@slack/bolt';
import { slackCode } from '#adapters/slack/outcome-of-error.ts';
import type { DeliveryKey, FindOutcome, MessageId } from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** Slack's clock and ours may differ by this; a message is known by its key, not by its time. */
const CLOCKS_DIFFER_MS = MINUTE_MS;
const PAGE = 100;
/** More messages than a busy channel sees while a delivery is unsettled. */
const MOST_PAGES = 10;

/** Under which name a message carries its key. */
export const KEY_EVENT = 'readout_delivery';

type Message = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

/** How reading back ended: the messages, or as far as was read. */
type Pages = { readonly messages: readonly Message[]; readonly isWhole: boolean };

/**
 * Looks for the message with this key among what was posted in the channel since then, and in the threads of which a
 * line was shown there. Needs the right to read the channel, which a desk may not have given.
 */
export async function findMessage(
  client: webApi.WebClient,
  channel: string,
  key: DeliveryKey,
  since: Date,
): Promise<FindOutcome> {
  const oldest = String((since.getTime() - CLOCKS_DIFFER_MS) / 1000);
  try {
    const posted = await readPages((cursor) =>
      client.conversations.history({
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      }),
    );
    const found = withKey(posted.messages, key);
    if (found !== undefined) return found;
    return (await findInThreads(client, channel, key, posted.messages)) ?? notFound(posted);
  } catch (fault) {
    const code = slackCode(fault);
    if (code !== undefined && CANNOT_LOOK.has(code)) {
      return { kind: 'cannot-know', detail: `Slack does not let Readout read this channel (${code})` };
    }
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

const notFound = ({ isWhole }: Pages): FindOutcome =>
  isWhole
    ? { kind: 'absent' }
    : { kind: 'cannot-know', detail: 'too much was posted since for Readout to look through' };

/** Where a line was shown in the channel without its key, its thread has it. */
async function findInThreads(
  client: webApi.WebClient,
  channel: string,
  key: DeliveryKey,
  posted: readonly Message[],
): Promise<FindOutcome | undefined> {
  const broadcasts = posted.filter(
    (message) => message.subtype === 'thread_broadcast' && keyOf(message) === undefined,
  );
  const threads = new Set(
    broadcasts.flatMap(({ thread_ts }) => (thread_ts === undefined ? [] : [thread_ts])),
  );
  for (const ts of threads) {
    const found = withKey(await readThread(client, channel, ts), key);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function readThread(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<readonly Message[]> {
  try {
    const { messages } = await readPages((cursor) =>
      client.conversations.replies({
        channel,
        ts,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      }),
    );
    return messages;
  } catch (fault) {
    // Its card was deleted meanwhile.
    if (slackCode(fault) === 'thread_not_found') return [];
    throw fault;
  }
}

async function readPages(
  read: (cursor: string | undefined) => Promise<webApi.ConversationsHistoryResponse>,
): Promise<Pages> {
  const messages: Message[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read(cursor);
    messages.push(...(answer.messages ?? []));
    cursor = answer.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return { messages, isWhole: true };
  }
  return { messages, isWhole: false };
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
