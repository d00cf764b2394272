import { once } from 'node:events';
import {
  ChannelType,
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';
import { type Answering, answerInteractions } from '#adapters/discord/asking/answer-interactions.ts';
import { commandDefinitions } from '#adapters/discord/asking/command-definitions.ts';
import { discordWorkspace } from '#adapters/discord/asking/inbound-of.ts';
import { MESSAGE_MENUS } from '#adapters/discord/asking/message-menus.ts';
import { syncCommands } from '#adapters/discord/asking/sync-commands.ts';
import { NoTokenError, tokenOf } from '#adapters/discord/asking/token-of.ts';
import { hearServers, type ServerNotes } from '#adapters/discord/hear-servers.ts';
import { openRest, type RestOptions } from '#adapters/discord/open-rest.ts';
import type { Told } from '#adapters/discord/sending/known-channels.ts';
import { messengerByChannel } from '#adapters/discord/sending/messenger-by-channel.ts';
import { outcomeOfError } from '#adapters/discord/sending/outcome-of-error.ts';
import { tellable } from '#adapters/discord/sending/tellable.ts';
import { taggingOf } from '#adapters/discord/tag-of-posts.ts';
import { WHERE_THE_TOKEN_IS } from '#adapters/discord/where-the-token-is.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import { TokenRefused } from '#channel/token-refused.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';

/** How to reach Discord, and what answers people there. */
export type DiscordOptions = RestOptions & Answering & Partial<ServerNotes>;

const CONNECT_TIMEOUT_MS = 30 * SECOND_MS;
/** Answers to people may be repeated: Discord takes the first answer to an interaction once. */
const RETRIES = 2;

/**
 * Connects to Discord: resolves when commands are answered and cards can be posted. Of what happens on a server only
 * its channels and roles are asked for, no message is read. Throws `TokenRefused` where Discord refuses the token, and else where it is not reached.
 */
export async function connectDiscord(options: DiscordOptions): Promise<ChatPlatform> {
  refuseNoToken(options);
  const client = newClient(options);
  const ended = watchConnection(client, options.log);
  answerInteractions(client, options);
  const ready = await login(client, options);
  const { user, application } = ready;
  await hearServers(ready, options);
  await offerCommands(client, application.id, options);
  return {
    messenger: messengerByChannel(openRest(options), { id: user.id, name: user.displayName }, toldBy(ready)),
    problem: () => ended.problem,
    // Servers that Discord cannot reach for the moment are among them.
    workspaces: () => new Set(client.guilds.cache.map(({ id }) => discordWorkspace(id))),
    [Symbol.asyncDispose]: () => client.destroy(),
  };
}

const toldBy =
  ({ channels, user }: Client<true>): Told =>
  (id) => {
    const channel = channels.cache.get(id);
    if (channel === undefined || channel.isDMBased()) return undefined;
    const { guildId: server } = channel;
    if (channel.type !== ChannelType.GuildForum) return { server, isForum: false };
    return { server, isForum: true, tagging: taggingOf(channel, channel.permissionsFor(user)) };
  };

function refuseNoToken({ token }: RestOptions): void {
  try {
    tokenOf(token);
  } catch (cause) {
    if (cause instanceof NoTokenError)
      throw new TokenRefused(`Discord could not be connected: ${cause.message}`, { cause });
    throw cause;
  }
}

/** Nothing is kept that is not needed to say where a command was typed. */
function newClient(options: RestOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Discord tells of no closed posts of forums but with what is asked there.
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: 0,
      ThreadMemberManager: 0,
    }),
  });
  // The client makes its own, whose patience with limits has no end.
  client.rest = openRest(options, RETRIES);
  return client;
}

/** What the SDK tells of the connection; it takes it up again by itself, except where Discord ended it for good. */
function watchConnection(client: Client, log: Log): { readonly problem: string | undefined } {
  let problem: string | undefined;
  const end = (code: number | string): void => {
    problem = `Discord ended the connection (${code})`;
    log.error('discord.disconnected', { code });
  };
  client.on(Events.Error, (fault) => log.error('discord.failed', tellable(fault)));
  client.on(Events.ShardReconnecting, () => log.warn('discord.reconnecting'));
  client.on(Events.ShardResume, (_shard, replayed) => log.info('discord.resumed', { replayed }));
  client.on(Events.ShardDisconnect, ({ code }) => end(code));
  client.on(Events.Invalidated, () => end('session invalidated'));
  return {
    get problem() {
      return problem;
    },
  };
}

async function login(client: Client, { token }: RestOptions): Promise<Client<true>> {
  try {
    const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
    await Promise.all([ready, client.login(token.reveal())]);
    if (!client.isReady()) throw new Error('the connection ended before it was ready');
    return client;
  } catch (fault) {
    await client.destroy();
    const why = `Discord could not be connected: ${tellable(fault)['detail']}`;
    if (isAboutTheToken(fault)) throw new TokenRefused(`${why}. ${WHERE_THE_TOKEN_IS}`, { cause: fault });
    throw new Error(why, { cause: fault });
  }
}

/** The SDK names a token that was refused before a connection by a code, and one that was refused in it by words alone. */
function isAboutTheToken(fault: unknown): boolean {
  if (fault instanceof DiscordjsError && fault.code === DiscordjsErrorCodes.TokenInvalid) return true;
  const outcome = outcomeOfError(fault);
  if (outcome.kind === 'refused') return outcome.reason === 'not-authorised';
  return fault instanceof Error && fault.message === 'Authentication failed';
}

/** Cards go out also where the commands could not be brought up to date. */
async function offerCommands(
  client: Client,
  applicationId: string,
  { commands, log }: DiscordOptions,
): Promise<void> {
  try {
    const end = await syncCommands(client.rest, applicationId, [
      ...commandDefinitions(commands),
      ...MESSAGE_MENUS,
    ]);
    log.info('discord.commands_offered', { commands: commands.length, end });
  } catch (fault) {
    log.warn('discord.commands_not_offered', tellable(fault));
  }
}
