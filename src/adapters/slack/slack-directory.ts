import type { webApi } from '@slack/bolt';
import { type Clock, MINUTE_MS } from '#kernel/clock.ts';

/** How long what Slack told of a person, or of the user groups, is believed. */
const BELIEVED_MS = MINUTE_MS;
/** A channel with more people is not read to its end: who is further behind is not seen as a member. */
const MOST_MEMBERS = 5_000;
const MEMBERS_A_PAGE = 1_000;
/** A workspace with more is not read to its end: one that is further behind is named by picking it from Slack's list. */
const MOST_CHANNELS = 5_000;
const CHANNELS_A_PAGE = 1_000;

/** What counts of a person here. */
export type SlackPerson = {
  /** Absent where Slack does not say. */
  readonly team?: string;
  readonly zone: string;
  /** A primary subtag; absent where Slack does not say. */
  readonly language?: string;
  readonly isAdmin: boolean;
  /** A guest sees only the channels that they are in. */
  readonly isGuest: boolean;
};

/** A channel as we see it. */
export type SlackPlace = {
  readonly name?: string;
  readonly isMember: boolean;
  readonly isPrivate: boolean;
  readonly isDirect: boolean;
  /** The one channel that everybody of the workspace is in. */
  readonly isGeneral: boolean;
};

/** A user group, such as @editors, with the ids of those in it. */
export type SlackGroup = { readonly id: string; readonly handle: string; readonly users: readonly string[] };

/** Who people are and where we are; asked of Slack, people and groups once a minute. Absent where Slack does not tell. */
export type SlackDirectory = {
  person(id: string): Promise<SlackPerson | undefined>;
  place(id: string): Promise<SlackPlace | undefined>;
  /** None where the workspace has none, or does not let us read them. */
  groups(): Promise<readonly SlackGroup[]>;
  /** The public channels and those private ones that we are in, by name; whether somebody sees one is `sight`'s to say. */
  channelsByName(): Promise<ReadonlyMap<string, string>>;
  /** Whether this person is in that channel; not, where Slack does not tell. */
  isIn(person: string, channel: string): Promise<boolean>;
  /** Whether this person sees that channel. `unknown`, where Slack does not tell, as of a private one that we are not in. */
  sight(person: string, channel: string): Promise<'sees' | 'sees-not' | 'unknown'>;
};

/** A directory over Slack's Web API. */
export function slackDirectory(client: webApi.WebClient, clock: Clock): SlackDirectory {
  const person = believed((id: string) => readPerson(client, id), clock);
  const groups = believed(() => readGroups(client), clock);
  const channels = believed(() => readChannels(client), clock);
  const directory: SlackDirectory = {
    person,
    place: (id) => readPlace(client, id),
    groups: () => groups(''),
    channelsByName: () => channels(''),
    isIn: (id, channel) => isIn(client, id, channel),
    sight: async (id, channel) => {
      const [who, place] = await Promise.all([directory.person(id), directory.place(channel)]);
      if (place === undefined || who === undefined) return 'unknown';
      if (!place.isPrivate && !place.isDirect && !who.isGuest) return 'sees';
      return (await isIn(client, id, channel)) ? 'sees' : 'sees-not';
    },
  };
  return directory;
}

/** Asks once a minute for each id; what Slack did not tell is asked anew. */
function believed<Told>(read: (id: string) => Promise<Told>, clock: Clock): (id: string) => Promise<Told> {
  const known = new Map<string, { readonly at: number; readonly told: Told }>();
  return async (id) => {
    const now = clock().getTime();
    for (const [old, { at }] of known) if (now - at >= BELIEVED_MS) known.delete(old);
    const before = known.get(id);
    if (before !== undefined) return before.told;
    const told = await read(id);
    if (told !== undefined) known.set(id, { at: now, told });
    return told;
  };
}

async function readPerson(client: webApi.WebClient, id: string): Promise<SlackPerson | undefined> {
  const user = await told(async () => (await client.users.info({ user: id, include_locale: true })).user);
  if (user === undefined) return undefined;
  const { team_id: team, tz = 'UTC', locale } = user;
  const language = locale?.split('-')[0];
  return {
    ...(team !== undefined && { team }),
    zone: tz,
    ...(language !== undefined && { language }),
    isAdmin: user.is_admin === true || user.is_owner === true,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
  };
}

async function readPlace(client: webApi.WebClient, id: string): Promise<SlackPlace | undefined> {
  const channel = await told(async () => (await client.conversations.info({ channel: id })).channel);
  if (channel === undefined) return undefined;
  const { name, is_member: isMember = false, is_private: isPrivate = false } = channel;
  const isDirect = channel.is_im === true || channel.is_mpim === true;
  const isGeneral = channel.is_general === true;
  return {
    ...(name !== undefined && { name }),
    isMember: isMember || isDirect,
    isPrivate,
    isDirect,
    isGeneral,
  };
}

async function readGroups(client: webApi.WebClient): Promise<readonly SlackGroup[]> {
  const answer = await told(() => client.usergroups.list({ include_users: true }));
  return (answer?.usergroups ?? []).flatMap(({ id, handle, users = [] }) =>
    id === undefined ? [] : [{ id, handle: handle ?? id, users }],
  );
}

async function readChannels(client: webApi.WebClient): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  let cursor = '';
  for (let read = 0; read < MOST_CHANNELS; read += CHANNELS_A_PAGE) {
    const page = { types: 'public_channel,private_channel', exclude_archived: true, limit: CHANNELS_A_PAGE };
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer = await told(() => client.conversations.list({ ...page, ...(cursor !== '' && { cursor }) }));
    for (const { id, name } of answer?.channels ?? [])
      if (id !== undefined && name !== undefined) ids.set(name, id);
    cursor = answer?.response_metadata?.next_cursor ?? '';
    if (cursor === '') return ids;
  }
  return ids;
}

async function isIn(client: webApi.WebClient, person: string, channel: string): Promise<boolean> {
  let cursor = '';
  for (let read = 0; read < MOST_MEMBERS; read += MEMBERS_A_PAGE) {
    const page = { channel, limit: MEMBERS_A_PAGE, ...(cursor !== '' && { cursor }) };
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer = await told(() => client.conversations.members(page));
    if (answer?.members?.includes(person) === true) return true;
    cursor = answer?.response_metadata?.next_cursor ?? '';
    if (cursor === '') return false;
  }
  return false;
}

/** Slack may refuse or fail to tell: what it would have told is then unknown, and the person is answered all the same. */
async function told<Told>(ask: () => Promise<Told>): Promise<Told | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
