/** A Block Kit block as it was sent; `block-rules.ts` says which are valid. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

/** What an app may hide in a message for itself. */
export type Metadata = {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
};

/** What a message says at one time. */
export type Content = {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly metadata?: Metadata;
};

/** A message with every form it had. */
export type Message = {
  readonly ts: string;
  /** A user's id; a message of the app has the bot user's. */
  readonly user: string;
  readonly threadTs?: string;
  readonly isBroadcast: boolean;
  /** Only this user sees it. */
  readonly visibleTo?: string;
  /** The trigger id of the interaction that it answers. */
  readonly answers?: string;
  /** Oldest first; the last is what people see. `at` is ISO 8601 in UTC. */
  readonly versions: (Content & { readonly at: string })[];
  deletedAt?: string;
};

export type Channel = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  /** The one that everybody is in. */
  readonly isGeneral?: boolean;
  isArchived: boolean;
  readonly members: string[];
  readonly messages: Message[];
};

export type User = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly realName: string;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  readonly isBot: boolean;
  readonly locale: string;
  readonly timeZone: string;
};

/** A workspace with our app in it. */
export type Team = {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
  scopes: readonly string[];
  isRevoked: boolean;
  /** How long after posting the workspace lets messages be edited; absent: always. */
  editWindowMs?: number;
};

export type UserGroup = {
  readonly id: string;
  readonly team: string;
  readonly handle: string;
  readonly users: readonly string[];
};

/** A modal or a Home tab that somebody has before them. */
export type View = {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly rootId: string;
  readonly externalId?: string;
  hash: string;
  shown: Readonly<Record<string, unknown>> & { readonly type: string };
  isOpen: boolean;
};

/** All that Slack holds. Only for test code to change at will. */
export type World = {
  readonly appId: string;
  readonly appToken: string;
  readonly teams: Team[];
  readonly users: User[];
  readonly channels: Channel[];
  readonly userGroups: UserGroup[];
  readonly views: View[];
  /** The newest timestamp given out, in microseconds: no two messages share one. */
  lastTs: number;
};

/** A timestamp that also names a message: seconds since 1970 with six decimals, later than any before. */
export function nextTs(world: World, now: Date): string {
  world.lastTs = Math.max(world.lastTs + 1, now.getTime() * 1000);
  return `${Math.floor(world.lastTs / 1e6)}.${String(world.lastTs % 1e6).padStart(6, '0')}`;
}

/** When a message with this timestamp was posted. */
export const momentOfTs = (ts: string): Date => new Date(Math.floor(Number(ts) * 1000));

/** What people see of a message now. */
export function contentOf(message: Message): Content & { readonly at: string } {
  const content = message.versions.at(-1);
  if (content === undefined) throw new Error(`message ${message.ts} has no content`);
  return content;
}

/** The channel of this team with this id. */
export const findChannel = (world: World, team: string, id: unknown): Channel | undefined =>
  world.channels.find((channel) => channel.team === team && channel.id === id);

/** A message that still stands. */
export const findMessage = (channel: Channel, ts: unknown): Message | undefined =>
  channel.messages.find((message) => message.ts === ts && message.deletedAt === undefined);

/** The conversation of the app with one user; opened if there was none. */
export function directChannel(world: World, team: Team, user: string): Channel {
  const known = world.channels.find(
    ({ kind, members, team: id }) => kind === 'direct' && id === team.id && members.includes(user),
  );
  if (known) return known;
  const opened: Channel = {
    id: `D${user.slice(1)}`,
    team: team.id,
    name: '',
    kind: 'direct',
    isArchived: false,
    members: [user, team.botUser],
    messages: [],
  };
  world.channels.push(opened);
  return opened;
}
