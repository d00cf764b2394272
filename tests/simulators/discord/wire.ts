import { COMPONENTS, type Component, type Json, type Message, shownBody } from './message.ts';
import { permissionsIn } from './permissions-in.ts';
import type { Snowflake } from './snowflake.ts';
import {
  type Channel,
  type Guild,
  type Interaction,
  type Member,
  memberOf,
  type Role,
  type User,
  type World,
} from './world.ts';

/** Docs: resources/channel, "Channel Types". */
export const CHANNEL_TYPES = { text: 0, announcement: 5, thread: 11, forum: 15 } as const;
/** Docs: resources/channel, "Channel Flags". */
const REQUIRE_TAG = 1 << 4;
const MESSAGE_TYPES = { plain: 0, reply: 19, command: 20 } as const;
/** Docs: interactions/receiving-and-responding, "Interaction Type". */
export const INTERACTION_TYPES = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

const JOINED_AT = '2025-01-01T00:00:00.000Z';

/** Docs: resources/user, "User Object". */
export const userPayload = ({ id, name, isBot }: User): Json => ({
  id,
  username: name.toLowerCase(),
  global_name: isBot ? null : name,
  discriminator: isBot ? '0001' : '0',
  avatar: null,
  bot: isBot,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
});

/** Docs: resources/guild, "Guild Member Object". */
export const memberPayload = ({ user, roles }: Member): Json => ({
  user: userPayload(user),
  roles,
  nick: null,
  avatar: null,
  banner: null,
  communication_disabled_until: null,
  premium_since: null,
  joined_at: JOINED_AT,
  flags: 0,
  pending: false,
  mute: false,
  deaf: false,
});

/** Docs: topics/permissions, "Role Object". */
export const rolePayload = ({ id, name, permissions, isMentionable }: Role, position: number): Json => ({
  id,
  name,
  permissions: permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: isMentionable,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

/** Docs: resources/channel, "Channel Object", and for threads its thread fields. */
export const channelPayload = (
  { id, guild, name, kind, parent, overwrites, needsTag, tags = [], appliedTags, thread }: Channel,
  bot: User,
): Json => ({
  id,
  guild_id: guild,
  name,
  type: CHANNEL_TYPES[kind],
  flags: needsTag ? REQUIRE_TAG : 0,
  position: 0,
  topic: null,
  nsfw: false,
  parent_id: parent ?? null,
  last_message_id: null,
  rate_limit_per_user: 0,
  permission_overwrites: overwrites.map((overwrite) => ({
    id: overwrite.id,
    type: overwrite.kind === 'role' ? 0 : 1,
    allow: overwrite.allow.toString(),
    deny: overwrite.deny.toString(),
  })),
  ...(kind === 'forum' && {
    available_tags: tags.map((tag) => ({
      id: tag.id,
      name: tag.name,
      moderated: tag.isModerated,
      emoji_id: null,
      emoji_name: null,
    })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  }),
  ...(appliedTags && { applied_tags: appliedTags }),
  ...(kind === 'thread' && {
    owner_id: thread?.owner ?? bot.id,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: thread?.isArchived ?? false,
      archive_timestamp: thread?.archivedAt.toISOString() ?? JOINED_AT,
      auto_archive_duration: 1440,
      locked: thread?.isLocked ?? false,
    },
  }),
});

/** A server without its channels, as REST gives it. */
export const guildPayload = ({ id, name, locale, owner, roles, greetsIn }: Guild): Json => ({
  id,
  name,
  owner_id: owner,
  roles: roles.map(rolePayload),
  preferred_locale: locale,
  icon: null,
  splash: null,
  discovery_splash: null,
  description: null,
  banner: null,
  home_header: null,
  vanity_url_code: null,
  application_id: null,
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: greetsIn ?? null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw: false,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  max_members: 500_000,
  max_presences: null,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  region: 'deprecated',
  emojis: [],
  stickers: [],
  features: [],
});

/** A server as the gateway gives it: with its channels, threads and the bot's own membership (docs: GUILD_CREATE). */
export function guildCreatePayload(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id);
  return {
    ...guildPayload(guild),
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    members: guild.members.filter(({ user }) => user.id === world.bot.id).map(memberPayload),
    channels: channels
      .filter((channel) => !isThread(channel))
      .map((channel) => channelPayload(channel, world.bot)),
    // The gateway tells of no archived ones (docs: topics/threads, "Active & Archived Threads").
    threads: channels
      .filter((channel) => isThread(channel) && channel.thread?.isArchived !== true)
      .map((channel) => channelPayload(channel, world.bot)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A message as the bot gets it. What others wrote is empty: the bot has no right to message content. */
export function messagePayload(world: World, message: Message): Json {
  const shown = shownBody(message);
  const isOwn = message.author === world.bot.id;
  const answered = message.answers && world.messages.get(message.answers);
  const author = isOwn ? world.bot : userById(world, message.author);
  const thread = world.channels.get(message.id);
  return {
    id: message.id,
    channel_id: message.channel,
    type: message.answers
      ? MESSAGE_TYPES.reply
      : message.interaction
        ? MESSAGE_TYPES.command
        : MESSAGE_TYPES.plain,
    author: userPayload(author),
    content: isOwn ? shown.content : '',
    embeds: isOwn ? shown.embeds : [],
    components: isOwn ? shown.components.map(completed) : [],
    flags: shown.flags,
    timestamp: message.at.toISOString(),
    edited_timestamp: message.revisions.length > 1 ? shown.at.toISOString() : null,
    attachments: [],
    mentions: [],
    mention_roles: message.pings.filter((id) => roleById(world, id)),
    mention_everyone: message.pings.includes('everyone'),
    pinned: false,
    tts: false,
    ...(isOwn && { application_id: world.bot.id }),
    ...(message.interaction && { webhook_id: world.bot.id }),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(thread && { thread: channelPayload(thread, world.bot) }),
    ...(message.answers && {
      message_reference: { type: 0, message_id: message.answers, channel_id: message.channel },
      referenced_message: answered && !answered.isDeleted ? messagePayload(world, answered) : null,
    }),
  };
}

/** What the gateway sends when somebody uses a command, a button or a form; `data` is the part that tells which. */
export function interactionPayload(world: World, interaction: Interaction, data: Json): Json {
  const channel = world.channels.get(interaction.channel);
  const guild = channel && world.guilds.get(channel.guild);
  const member = guild && memberOf(world, guild.id, interaction.user);
  const bot = guild && memberOf(world, guild.id, world.bot.id);
  if (!channel || !guild || !member || !bot) throw new Error('an interaction needs a member in a channel');
  const source = interaction.source ? world.messages.get(interaction.source) : undefined;
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: INTERACTION_TYPES[interaction.kind],
    token: interaction.token,
    version: 1,
    data,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    channel_id: channel.id,
    channel: {
      ...channelPayload(channel, world.bot),
      permissions: permissionsIn(world, member, channel).toString(),
    },
    member: { ...memberPayload(member), permissions: permissionsIn(world, member, channel).toString() },
    locale: member.user.locale,
    app_permissions: permissionsIn(world, bot, channel).toString(),
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(source && { message: messagePayload(world, source) }),
  };
}

/** The bot's own application (docs: resources/application). */
export const applicationPayload = ({ bot }: World): Json => ({
  id: bot.id,
  name: bot.name,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  bot: userPayload(bot),
});

/** A component with the fields that Discord fills in (docs: components/reference, the defaults). */
const completed = (component: Component): Json => ({
  ...(component.type === COMPONENTS.CONTAINER && { accent_color: null, spoiler: false }),
  ...(component.type === COMPONENTS.SEPARATOR && { divider: true, spacing: 1 }),
  ...component,
  ...(component.components && { components: component.components.map(completed) }),
  ...(component.accessory && { accessory: completed(component.accessory) }),
});

const isThread = ({ kind }: Channel): boolean => kind === 'thread';

const userById = (world: World, id: Snowflake): User => {
  for (const { members } of world.guilds.values()) {
    const member = members.find(({ user }) => user.id === id);
    if (member) return member.user;
  }
  throw new Error(`nobody has the id ${id}`);
};

const roleById = (world: World, id: Snowflake): Role | undefined =>
  [...world.guilds.values()].flatMap(({ roles }) => roles).find((role) => role.id === id);
