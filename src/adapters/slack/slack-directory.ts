import type { webApi } from '@slack/bolt';
import { type Clock, MINUTE_MS } from '#kernel/clock.ts';

/** How long what Slack told of a person is believed. */
const BELIEVED_MS = MINUTE_MS;

/** What counts of a person here. */
export type SlackPerson = {
  /** Absent where Slack does not say. */
  readonly team?: string;
  readonly zone: string;
  readonly isAdmin: boolean;
};

/** A channel as we see it. */
export type SlackPlace = { readonly name?: string; readonly isMember: boolean };

/** Who people are and where we are; asked of Slack, people once a minute. Absent where Slack does not tell. */
export type SlackDirectory = {
  person(id: string): Promise<SlackPerson | undefined>;
  place(id: string): Promise<SlackPlace | undefined>;
};

/** A directory over Slack's Web API. */
export function slackDirectory(client: webApi.WebClient, clock: Clock): SlackDirectory {
  const people = new Map<string, { readonly at: number; readonly person: SlackPerson }>();

  const forgetOld = (now: number): void => {
    for (const [id, { at }] of people) if (now - at >= BELIEVED_MS) people.delete(id);
  };

  return {
    person: async (id) => {
      const now = clock().getTime();
      forgetOld(now);
      const known = people.get(id);
      if (known !== undefined) return known.person;
      const person = await readPerson(client, id);
      if (person !== undefined) people.set(id, { at: now, person });
      return person;
    },
    place: (id) => readPlace(client, id),
  };
}

async function readPerson(client: webApi.WebClient, id: string): Promise<SlackPerson | undefined> {
  const user = await told(async () => (await client.users.info({ user: id })).user);
  if (user === undefined) return undefined;
  const { team_id: team, tz = 'UTC' } = user;
  const isAdmin = user.is_admin === true || user.is_owner === true;
  return { ...(team !== undefined && { team }), zone: tz, isAdmin };
}

async function readPlace(client: webApi.WebClient, id: string): Promise<SlackPlace | undefined> {
  const channel = await told(async () => (await client.conversations.info({ channel: id })).channel);
  if (channel === undefined) return undefined;
  const { name, is_member: isMember = false, is_im: isDirect = false } = channel;
  return { ...(name !== undefined && { name }), isMember: isMember || isDirect };
}

/** Slack may refuse or fail to tell: what it would have told is then unknown, and the person is answered all the same. */
async function told<Told>(ask: () => Promise<Told>): Promise<Told | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
