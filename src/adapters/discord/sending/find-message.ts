import {
  type APIMessage,
  DiscordAPIError,
  HTTPError,
  PermissionFlagsBits,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { whyId } from '#adapters/discord/cards/custom-id.ts';
import { missingRights } from '#adapters/discord/channel-rights.ts';
import { threadOf } from '#adapters/discord/sending/open-thread.ts';
import { outcomeOfCreating } from '#adapters/discord/sending/outcome-of-error.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, FindOutcome, MessageId, SaidLine } from '#channel/messenger.ts';
import { DAY_MS, MINUTE_MS } from '#kernel/clock.ts';

/**
 * A card by the key in its button, or a line by what it answers, if anything, and says: a line has no button to hold a
 * key. `others` say the same, and are known to be other lines.
 */
export type Sought = { readonly since: Date } & (
  | { readonly key: DeliveryKey }
  | { readonly answers?: MessageId; readonly content: string; readonly others?: readonly MessageId[] }
);

/** Before this moment there are no ids (docs: reference, "Snowflakes"); a machine without a clock begins in 1970. */
const FIRST_ID_MS = Number(SnowflakeUtil.epoch);
/** By how much our clock and Discord's may differ. */
const CLOCKS_DIFFER_MS = MINUTE_MS;
/** Our clock may be ahead by the hours of a zone: then what we sent is older than any look that begins by our clock. */
const CLOCK_AHEAD_MS = DAY_MS;
/** As many as Discord gives at once. */
export const PAGE = 100;
/** A thousand messages: in no channel anybody reads are there more between a crash and the look back. */
export const MOST_PAGES = 10;
const LOOKING = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
};

/** Looks among the messages of the bot `botId` since then. A look that could not be made, or got no answer, is `later`. */
export const findMessage = (
  rest: REST,
  botId: string,
  channel: ChannelRef,
  sought: Sought,
): Promise<FindOutcome> => concluded(rest, botId, channel, () => search(rest, botId, channel, sought));

/**
 * What a search in a channel comes to. An empty list proves nothing: without the right to read the history Discord gives
 * an empty one.
 */
export async function concluded(
  rest: REST,
  botId: string,
  channel: ChannelRef,
  search: () => Promise<FindOutcome | 'not-seen'>,
): Promise<FindOutcome> {
  try {
    const found = await search();
    if (found !== 'not-seen') return found;
    const missing = await missingRights(rest, botId, channel.address, () => LOOKING);
    return missing.length === 0
      ? { kind: 'absent' }
      : { kind: 'cannot-know', detail: `no right to look: ${missing.join(', ')}` };
  } catch (error) {
    return outcomeOfLooking(error);
  }
}

/** Looks for a line: in the thread of what it answers where it may have been said there, else, or as well, in the channel. */
export async function findLine(
  rest: REST,
  botId: string,
  channel: ChannelRef,
  { since, said, content }: { readonly since: Date; readonly said: SaidLine; readonly content: string },
): Promise<FindOutcome> {
  const { answers, view, others = [] } = said;
  if (answers !== undefined && view.thread !== undefined) {
    const inThread = await findMessage(rest, botId, threadOf(channel, answers), { since, content, others });
    if (inThread.kind === 'found' || inThread.kind === 'later') return inThread;
  }
  const sought = { since, content, others, ...(answers !== undefined && { answers }) };
  return findMessage(rest, botId, channel, sought);
}

/** What is looked for may stand there or not, whatever became of the look: nothing but our own fault is thrown. */
export function outcomeOfLooking(error: unknown): FindOutcome {
  const failure = outcomeOfCreating(error);
  if (failure.kind === 'later') return failure;
  const isAboutUs = failure.kind === 'refused' && failure.reason === 'not-authorised';
  if (error instanceof DiscordAPIError && !isAboutUs) return { kind: 'cannot-know', detail: error.message };
  if (failure.kind !== 'message-gone' && (isAboutUs || isOfTheNetwork(error)))
    return { kind: 'later', detail: failure.detail };
  throw error;
}

/** Of the network or of Discord's servers: such errors have a code or a status, or tell that the wait was broken off. */
const isOfTheNetwork = (error: unknown): boolean =>
  error instanceof HTTPError || (error instanceof Error && ('code' in error || error.name === 'AbortError'));

async function search(
  rest: REST,
  botId: string,
  { address }: ChannelRef,
  sought: Sought,
): Promise<FindOutcome | 'not-seen'> {
  let after = firstIdAt(sought.since);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await read(rest, address, { after: String(after) });
    // Nobody has said anything since then, or that is still to come.
    if (page === 0 && messages.length === 0) return searchBackwards(rest, botId, address, sought);
    const found = among(messages, botId, sought);
    if (found !== undefined) return found;
    if (messages.length < PAGE) return 'not-seen';
    after = messages.map(idOf).reduce((newest, id) => (id > newest ? id : newest));
  }
  return { kind: 'cannot-know', detail: `more than ${MOST_PAGES * PAGE} messages since then` };
}

/**
 * From the newest on: what was sent by a clock that is ahead stands among those that were said last. So many pages are
 * not said between a sending and a look back at a time that the clock takes for one to come.
 */
async function searchBackwards(
  rest: REST,
  botId: string,
  address: string,
  sought: Sought,
): Promise<FindOutcome | 'not-seen'> {
  const first = firstIdAt(new Date(sought.since.getTime() - CLOCK_AHEAD_MS));
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await read(rest, address, before === undefined ? {} : { before });
    const recent = messages.filter((message) => idOf(message) >= first);
    const found = among(recent, botId, sought);
    if (found !== undefined) return found;
    if (recent.length < PAGE) return 'not-seen';
    before = String(messages.map(idOf).reduce((oldest, id) => (id < oldest ? id : oldest)));
  }
  return 'not-seen';
}

const idOf = ({ id }: APIMessage): bigint => BigInt(id);

function among(messages: readonly APIMessage[], botId: string, sought: Sought): FindOutcome | undefined {
  const found = messages.find((message) => message.author.id === botId && isSought(message, sought));
  return found && foundAs(found, sought);
}

async function read(
  rest: REST,
  address: string,
  where: Readonly<Record<string, string>>,
): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ ...where, limit: String(PAGE) });
  return (await rest.get(Routes.channelMessages(address), { query })) as readonly APIMessage[];
}

/** No message of that moment, or a later one, has a smaller id. */
export const firstIdAt = (since: Date): bigint =>
  SnowflakeUtil.generate({ timestamp: Math.max(FIRST_ID_MS, since.getTime() - CLOCKS_DIFFER_MS) });

/** Whether a message of the bot's is the one. */
export const isSought = (message: APIMessage, sought: Sought): boolean =>
  'key' in sought
    ? customIdsIn(message.components ?? []).includes(whyId(sought.key))
    : message.content !== '' &&
      message.content === sought.content &&
      mayAnswer(message, sought.answers) &&
      sought.others?.includes(message.id as MessageId) !== true;

/** What answers a card that a person deleted, or in a channel whose history may not be read, answers nothing. */
function mayAnswer({ message_reference: reference }: APIMessage, answers: MessageId | undefined): boolean {
  return reference?.message_id === undefined || reference.message_id === answers;
}

/** While a card has content it is the plain sentence: the edit into components takes that away. */
export const foundAs = ({ id, content }: APIMessage, sought: Sought): FindOutcome => {
  const message = id as MessageId;
  return 'key' in sought && content !== ''
    ? { kind: 'found', message, isBare: true }
    : { kind: 'found', message };
};

/** What is looked at of a message's parts, of which some hold others. */
type Part = { readonly custom_id?: string; readonly components?: readonly Part[] };

const customIdsIn = (parts: readonly object[]): readonly string[] =>
  parts.flatMap((part: Part) => [
    ...(part.custom_id === undefined ? [] : [part.custom_id]),
    ...customIdsIn(part.components ?? []),
  ]);
