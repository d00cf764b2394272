import {
  type APIApplication,
  type APIChannel,
  type APIUser,
  DiscordAPIError,
  OAuth2Scopes,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { NoTokenError } from '#adapters/discord/asking/token-of.ts';
import { missingRights } from '#adapters/discord/channel-rights.ts';
import { INVITED_RIGHTS, MODERATING, neededRights } from '#adapters/discord/needed-rights.ts';
import { openRest, type RestOptions } from '#adapters/discord/open-rest.ts';
import { channelIn } from '#adapters/discord/sending/known-channels.ts';
import { outcomeOfError } from '#adapters/discord/sending/outcome-of-error.ts';
import { tagOfPosts } from '#adapters/discord/tag-of-posts.ts';
import { WHERE_THE_TOKEN_IS } from '#adapters/discord/where-the-token-is.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { SetUpFinding } from '#channel/chat-platform.ts';

type Bot = { readonly application: APIApplication; readonly user: APIUser };

/**
 * Looks at what Discord lets us do: the token, the intents, and each channel's rights. Opens no connection and posts
 * nothing.
 */
export async function inspectDiscord(
  options: RestOptions & { readonly channels: readonly ChannelRef[] },
): Promise<readonly SetUpFinding[]> {
  try {
    const rest = openRest(options);
    const bot = await readBot(rest);
    // One after the other: a look at the set-up is in no hurry, and Discord counts requests.
    const channels: SetUpFinding[] = [];
    for (const channel of options.channels) channels.push(await inspectChannel(rest, bot, channel));
    return [knownBot(bot), ...(channels.length === 0 ? [inNoChannel(bot)] : channels)];
  } catch (fault) {
    return [tokenProblem(fault)];
  }
}

async function readBot(rest: REST): Promise<Bot> {
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  const user = (await rest.get(Routes.user())) as APIUser;
  return { application, user };
}

const knownBot = ({ application }: Bot): SetUpFinding => ({
  message: `The Discord token is that of ${application.name}. It needs no privileged intent: nothing is to be switched on.`,
});

const inNoChannel = ({ application }: Bot): SetUpFinding => ({
  message: 'No Discord channel has asked for anything yet.',
  remedy: `Invite the bot with ${inviteLink(application.id)}, then type /watch add in the channel that shall get cards.`,
});

function inviteLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`);
  link.searchParams.set('permissions', String(INVITED_RIGHTS));
  return link.href;
}

function tokenProblem(fault: unknown): SetUpFinding {
  if (fault instanceof NoTokenError)
    return {
      message: 'What stands where the Discord token should is not a token.',
      remedy: 'Put the token alone there, on one line, without spaces, quotation marks or the word Bot.',
    };
  const outcome = outcomeOfError(fault);
  if (outcome.kind === 'refused' && outcome.reason === 'not-authorised')
    return {
      message: 'Discord does not accept the token.',
      remedy: WHERE_THE_TOKEN_IS,
    };
  return {
    message: `Discord could not be asked: ${'detail' in outcome ? outcome.detail : outcome.kind}.`,
    remedy: 'Look whether this machine reaches discord.com, and try again.',
  };
}

async function inspectChannel(
  rest: REST,
  { user, application }: Bot,
  { name, address }: ChannelRef,
): Promise<SetUpFinding> {
  try {
    const missing = await missingRights(rest, user.id, address, neededRights);
    if (missing.length === 0) return (await tagProblem(rest, user, { name, address })) ?? mayPost(name);
    return {
      message: `The bot lacks ${missing.join(', ')} in ${name}.`,
      remedy: `Whoever manages ${name} can allow it: Edit Channel → Permissions → ${application.name}.`,
    };
  } catch (fault) {
    return channelProblem(fault, name);
  }
}

const mayPost = (name: string): SetUpFinding => ({ message: `The bot may post in ${name}.` });

/** A forum that takes no post without a tag may have none that the bot may set. */
async function tagProblem(
  rest: REST,
  user: APIUser,
  { name, address }: Pick<ChannelRef, 'name' | 'address'>,
): Promise<SetUpFinding | undefined> {
  const { tagging } = channelIn((await rest.get(Routes.channel(address))) as APIChannel);
  if (tagging?.isRequired !== true) return undefined;
  const mayModerate = (await missingRights(rest, user.id, address, () => MODERATING)).length === 0;
  const bot = user.global_name ?? user.username;
  if (tagOfPosts({ ...tagging, mayModerate }, bot).kind !== 'none-allowed') return undefined;
  return {
    message: `${name} asks for a tag with each post, and has none that the bot may set.`,
    remedy: `Whoever manages ${name} can add one, such as ${bot}: Edit Channel → Tags; or switch off there that a tag is required.`,
  };
}

function channelProblem(fault: unknown, name: string): SetUpFinding {
  const code = fault instanceof DiscordAPIError ? fault.code : undefined;
  if (code === RESTJSONErrorCodes.UnknownChannel)
    return {
      message: `${name} is there no more.`,
      remedy: 'Nothing is to be done: its watches post no more.',
    };
  if (code === RESTJSONErrorCodes.MissingAccess)
    return {
      message: `The bot does not see ${name}.`,
      remedy: `Whoever manages ${name} can let it in: Edit Channel → Permissions → Add members or roles. If the bot was removed from the server, invite it again.`,
    };
  const outcome = outcomeOfError(fault);
  return {
    message: `${name} could not be looked at: ${'detail' in outcome ? outcome.detail : outcome.kind}.`,
    remedy: 'Try again in a minute.',
  };
}
