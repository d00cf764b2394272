import { type Answer, done, REFUSALS } from './answer.ts';
import type { Discord } from './discord.ts';
import { reachChannel } from './reach-channel.ts';
import type { Route } from './route.ts';
import {
  applicationPayload,
  channelPayload,
  guildPayload,
  memberPayload,
  rolePayload,
  userPayload,
} from './wire.ts';
import { type Guild, memberOf, type World } from './world.ts';

/** What the bot may ask about itself, its servers and channels, and where the gateway is. */
export function readingRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  const ofGuild = (path: string, answer: (guild: Guild, params: Params) => Answer): Route =>
    read(`/guilds/:guild${path}`, ({ params }) => {
      const guild = visibleGuild(world, params['guild'] ?? '');
      return guild ? answer(guild, params) : REFUSALS.unknownGuild;
    });
  return [
    read('/gateway/bot', () => done(gatewayPayload(discord))),
    read('/users/@me', () => done(userPayload(world.bot))),
    read('/applications/@me', () => done(applicationPayload(world))),
    read('/oauth2/applications/@me', () => done(applicationPayload(world))),
    read('/channels/:channel', ({ params }) => {
      const reach = reachChannel(world, params['channel'] ?? '', []);
      return reach.kind === 'refused' ? reach.answer : done(channelPayload(reach.channel, world.bot));
    }),
    ofGuild('', (guild) => done(guildPayload(guild))),
    ofGuild('/roles', (guild) => done(guild.roles.map(rolePayload))),
    ofGuild('/channels', (guild) =>
      done(
        [...world.channels.values()]
          .filter((channel) => channel.guild === guild.id && channel.kind !== 'thread')
          .map((channel) => channelPayload(channel, world.bot)),
      ),
    ),
    ofGuild('/members/:user', (guild, params) => {
      const member = memberOf(world, guild.id, params['user'] ?? '');
      return member ? done(memberPayload(member)) : REFUSALS.unknownMember;
    }),
  ];
}

const read = (path: string, answer: Route['answer']): Route => ({
  method: 'GET',
  path,
  access: 'bot',
  answer,
});

type Params = Readonly<Record<string, string>>;

const visibleGuild = (world: World, id: string): Guild | undefined => {
  const guild = world.guilds.get(id);
  return guild?.isAvailable && memberOf(world, id, world.bot.id) ? guild : undefined;
};

/** Docs: topics/gateway, "Get Gateway Bot". */
const gatewayPayload = ({ gatewayUrl, identifiesLeft }: Discord) => ({
  url: gatewayUrl,
  shards: 1,
  session_start_limit: {
    total: 1000,
    remaining: identifiesLeft(),
    reset_after: 86_400_000,
    max_concurrency: 1,
  },
});
