import { type BaseInteraction, type Client, Events, PermissionFlagsBits } from 'discord.js';
import { DAY_MS } from '#kernel/clock.ts';

/** Something that somebody asked in a server, with the rights and roles that Discord tells of them. */
type Asking = Pick<BaseInteraction<'cached'>, 'guildId' | 'channelId' | 'user' | 'createdTimestamp'> &
  Pick<BaseInteraction<'cached'>, 'member' | 'memberPermissions'>;

/** A command that somebody was let through to: since when, and with which roles. */
type Passage = { readonly command: string; readonly at: number; readonly roles: readonly string[] };

/** Which commands Discord let people through to who do not manage the server. */
export type LetThrough = {
  /** Discord let this person type it here: `watch` for whatever begins so. Nothing to note of who manages the server. */
  readonly note: (asking: Asking, command: string) => void;
  /** What was noted of the same person in the same channel, and still counts. */
  readonly commandsOf: (asking: Asking) => readonly string[];
};

/** As long as a button's long line is kept: what stands on older answers is asked anew. */
const COUNTS_MS = DAY_MS;
const MOST_REMEMBERED = 10_000;

/**
 * Remembers whom the server's own settings let type a command, since Discord tells it of typed commands alone: the buttons
 * and forms of what they then read are theirs as well. Counts for a day, for that person in that channel, as long as they
 * have the roles that they had, and until the server changes who is given commands. Nothing on a button is believed.
 */
export function rememberLetThrough(client: Client): LetThrough {
  const passages = new Map<string, readonly Passage[]>();
  client.on(Events.ApplicationCommandPermissionsUpdate, ({ guildId }) => {
    for (const key of passages.keys()) if (key.startsWith(`${guildId} `)) passages.delete(key);
  });
  return {
    note: (asking, command) => {
      if (asking.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return;
      const key = keyOf(asking);
      const others = (passages.get(key) ?? []).filter((passage) => passage.command !== command);
      const roles = [...asking.member.roles.cache.keys()];
      passages.delete(key);
      passages.set(key, [...others, { command, at: asking.createdTimestamp, roles }]);
      const [oldest] = passages.keys();
      if (passages.size > MOST_REMEMBERED && oldest !== undefined) passages.delete(oldest);
    },
    commandsOf: (asking) =>
      (passages.get(keyOf(asking)) ?? [])
        .filter((passage) => counts(passage, asking))
        .map(({ command }) => command),
  };
}

const keyOf = ({ guildId, channelId, user }: Asking): string => `${guildId} ${channelId} ${user.id}`;

const counts = ({ at, roles }: Passage, { createdTimestamp, member }: Asking): boolean =>
  createdTimestamp - at < COUNTS_MS && roles.every((role) => member.roles.cache.has(role));
