import { expect } from 'vitest';
import { terminalChannel, terminalWorkspace } from '#adapters/terminal/terminal-channel.ts';
import type { ArticleId } from '#article/article.ts';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Command, Desk, Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import type { Form } from '#command/form.ts';
import type { Asked, Call, Inbound } from '#command/inbound.ts';
import { receiveWith } from '#command/receive.ts';
import type { Environment } from '#config/read-secret.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';
import type { Story } from '#story/story.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
/** Nobody elsewhere types this. */
const SECRET_WATCH = 'Freedonia bridge -borogove';
const SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';

/** Who manages what they watch, by being in this group. */
const MARA = 'person-4711';
const MANAGERS = 'group-0815';
/** Longer than a page of the audit. */
const MANY_CHANGES = 9;

/** Where somebody stands who asks. */
export type Place = { readonly workspace: Workspace; readonly channel: ChannelRef };

/** Where cards are printed. */
const terminal: Place = { workspace: terminalWorkspace(['en'], 'UTC'), channel: terminalChannel };

/** Another workspace, whose people manage it; it watches the same topic. */
export const ours: Place = {
  workspace: {
    id: 'ours' as WorkspaceId,
    platform: 'discord',
    name: 'Our Desk',
    languages: ['en'],
    zone: 'UTC',
  },
  channel: {
    id: 'ours' as ChannelId,
    workspace: 'ours' as WorkspaceId,
    platform: 'discord',
    address: '1',
    name: '#ours',
  },
};

/** What something of theirs is called, by the word that stands for it in a line: `story show STORY`. */
export type Names = Readonly<Record<(typeof NAMES)[number], string>>;

const NAMES = [
  'STORY',
  'WATCH',
  'SUBSCRIPTION',
  'LINK',
  'MESSAGE',
  'DELIVERY',
  'CHANNEL',
  'PLACE',
  'FEED',
  'ADDRESS',
  'OWNED',
  'PAPER',
  'UNDO',
  'PAGE',
  'KEPT',
] as const;

/** The line with the names put in. */
export const filled = (line: string, names: Names): string =>
  NAMES.reduce((words, name) => words.replaceAll(name, names[name]), line);

/** The same text whatever the names were that it was asked with. */
export const withoutNames = (text: string, names: Names): string =>
  NAMES.toSorted((one, other) => names[other].length - names[one].length).reduce(
    (words, name) => words.replaceAll(new RegExp(RegExp.escape(names[name]), 'giu'), name),
    text,
  );

/** Whether the line names something. */
export const isNaming = (line: string): boolean => NAMES.some((name) => line.includes(name));

/** Nothing is called so. */
const FORGED: Omit<Names, 'ADDRESS' | 'OWNED'> = {
  STORY: 'R-ZZZZ',
  WATCH: 'Brilligtove',
  SUBSCRIPTION: 'a-watch-of-nobody',
  LINK: 'https://nowhere.example/n1',
  MESSAGE: 'https://discord.com/channels/7/7000000001/7000000002',
  DELIVERY: 'zzzzzzzzzzzzzzzzzzzzzzzzz',
  CHANNEL: 'a-channel-of-nobody',
  PLACE: '7999999999',
  FEED: 'nowhere',
  PAPER: 'journal',
  UNDO: 'zzzzzzzzzzzzzzzzzzzzzz',
  PAGE: '2-zzzzzz-zzzzzzzzzzzz',
  KEPT: 'zzzzzzzzzzzzzzzzzzzzzz',
};

/** A person who asks: by default one who manages where they stand. */
export type Asker = Partial<
  Pick<
    Inbound,
    'who' | 'mayChange' | 'groups' | 'callable' | 'longestCommand' | 'named' | 'standing' | 'about'
  >
>;

let events = 0;

/**
 * Two workspaces over one database. Theirs reads a feed of its own, “zembla”, of which something is held back, has cards,
 * a hidden report, a muted story, a paused watch, settings, a policy, and a long audit; ours watches the same topic.
 */
export async function twoTenants(theirs: Place = terminal, environment: Environment = {}) {
  const room = await aNewsroom(environment);
  const open = await room.openDesk();
  const desk: Desk = { ...open.desk, release: () => Promise.resolve({ read: 1, unread: 0 }) };
  const logged: string[] = [];
  const log: Log = {
    info: (event) => void logged.push(event),
    warn: (event) => void logged.push(event),
    error: (event) => void logged.push(event),
  };
  /** Each is a person of their own: the limit on look-ups is no matter here. */
  const ask = async (
    asked: Asked,
    { workspace, channel }: Place,
    asker: Asker = {},
    known: readonly Command[] = commands,
  ) => {
    events += 1;
    const receive = receiveWith({ commands: known, desk, log, random: () => 0.25 });
    const inbound: Inbound = {
      id: `event-${events}`,
      workspace,
      channel,
      who: `person-${events}`,
      mayChange: true,
      asked,
      ...asker,
    };
    const reply = await receive(inbound);
    if (reply === undefined) throw new Error('An event was taken for one that came before.');
    return reply;
  };
  const told = async (words: string, place: Place, asker: Asker = {}): Promise<Reply> => {
    const reply = await ask({ kind: 'words', words }, place, asker);
    if (reply.kind === 'form' || reply.kind === 'refused')
      throw new Error(`“${words}” was not done: ${JSON.stringify(reply)}`);
    return reply;
  };

  expect(await told(`watch add ${TOPIC}`, ours)).toMatchObject({ kind: 'done' });
  const toldThere: Told = (words, asker) => told(words, theirs, { who: MARA, ...asker });
  const story = await theirStory(room, theirs, desk, toldThere);
  const shared = await sharedStory(room, desk);
  await holdBack(story, desk);
  const { undos, names } = await theirChanges({ room, story, shared, theirs }, desk, toldThere);
  expect(logged).not.toContain('command.failed');
  return {
    room,
    desk,
    theirs,
    names,
    forged: { ...FORGED, ADDRESS: room.stand.urlOf('nowhere'), OWNED: room.stand.urlOf('journal') },
    undos,
    shared: shared.shortName,
    maker: MARA,
    managers: MANAGERS,
    logged,
    ask,
    told,
    /** What nobody of another workspace may read, in small letters. */
    secrets: [
      'zembla',
      'borogove',
      story.shortName,
      story.id,
      names.ADDRESS,
      names.SUBSCRIPTION,
      names.DELIVERY,
      names.UNDO,
      MARA,
      MANAGERS,
      'chatham',
      '22:15',
    ].map((secret) => secret.toLowerCase()),
    async [Symbol.asyncDispose]() {
      await open[Symbol.asyncDispose]();
      await room[Symbol.asyncDispose]();
    },
  };
}

export type Tenants = Awaited<ReturnType<typeof twoTenants>>;
type Told = (words: string, asker?: Asker) => Promise<Reply>;

/** Their own feed has told of the call, and the card stands with them. */
async function theirStory(room: Newsroom, { workspace }: Place, desk: Desk, told: Told): Promise<Story> {
  if (workspace.platform !== 'terminal') await told(`watch add ${TOPIC}`);
  await told(`feed add ${room.stand.urlOf('zembla')}`);
  // Anybody may read this one as well, and learn nothing of who does.
  await told(`feed add ${room.stand.urlOf('gazette')}`);
  await room.round();
  room.stand.publish('zembla', 'z1', `${CALL}, a Zembla reader writes`, SUMMARY);
  await room.wait(60);
  await room.round();
  return storyOf(desk, workspace.id, 1);
}

/** Their feed brought more than it should. */
async function holdBack({ id }: Story, { ledger }: Desk): Promise<void> {
  const [article] = await ledger.articles.findMany(await ledger.stories.articlesOf(id));
  if (article === undefined) throw new Error('The story has no report.');
  await ledger.articles.save({ ...article, id: 'held-back' as ArticleId }, 'parked');
}

/** What everybody reads has told of it too; both have the card. */
async function sharedStory(room: Newsroom, desk: Desk): Promise<Story> {
  room.stand.publish('courier', 'c1', CALL, SUMMARY);
  await room.round();
  room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, SUMMARY);
  room.stand.publish('courier', 'b1', 'Freedonia opens a bridge');
  await room.round();
  return storyOf(desk, undefined, 2);
}

/** The workspace's own story, or one of everybody's, which so many outlets tell. */
async function storyOf(
  { ledger }: Desk,
  workspace: WorkspaceId | undefined,
  outlets: number,
): Promise<Story> {
  const seenBy = workspace ?? ours.workspace.id;
  const stories = await ledger.stories.listRecent({ since: new Date(0), limit: 9, seenBy });
  const found = stories.find((story) => story.workspace === workspace && story.account.outlets === outlets);
  if (found === undefined) throw new Error('There is no such story.');
  return found;
}

type Stage = {
  readonly room: Newsroom;
  readonly story: Story;
  readonly shared: Story;
  readonly theirs: Place;
};

/** One change of each kind, each with a button that takes it back, and many more for the audit. */
async function theirChanges({ room, story, shared, theirs }: Stage, desk: Desk, told: Told) {
  const watch = 'Slithytove';
  const changes = [
    `watch add --anyway ${SECRET_WATCH}`,
    `watch add --anyway ${watch}`,
    `watch edit ${watch} urgent:yes`,
    `watch pause ${watch}`,
    `watch mute ${shared.shortName}`,
    `story hide ${shared.shortName} A2`,
    'readout-admin settings quiet:22:15-06:45 zone:Pacific/Chatham',
    `readout-admin settings manager:${MANAGERS}`,
  ];
  const undos: string[] = [];
  const callable = { [MANAGERS]: MANAGERS };
  for (const words of changes) undos.push(undoIn(await told(words, { callable })));
  for (let change = 0; change < MANY_CHANGES; change += 1) {
    await told(`watch pause ${TOPIC}`);
    await told(`watch resume ${TOPIC}`);
  }
  const audit = await told('readout-admin audit');
  const kept = await told(`story hide ${story.shortName}`, { longestCommand: 1 });
  const subscriptions = await desk.ledger.subscriptions.listByChannel(theirs.channel.id);
  const [post] = await desk.ledger.deliveries.postsOf(story.id);
  const names: Names = {
    STORY: story.shortName,
    WATCH: watch,
    SUBSCRIPTION: subscriptions.find(({ name }) => name === watch)?.id ?? '',
    LINK: 'https://zembla.example/z1',
    MESSAGE: linkTo(theirs, post?.message),
    DELIVERY: post?.key ?? '',
    CHANNEL: theirs.channel.id,
    PLACE: theirs.channel.address,
    FEED: 'zembla',
    ADDRESS: room.stand.urlOf('zembla'),
    OWNED: room.stand.urlOf('gazette'),
    PAPER: 'gazette',
    UNDO: undos[0] ?? '',
    PAGE: audit.pages?.next?.command.split(' ')[1] ?? '',
    KEPT: kept.actions?.[0]?.command.split(' ')[1] ?? '',
  };
  for (const name of NAMES) expect(names[name], name).not.toBe('');
  return { undos, names };
}

/** A link to their card; a terminal has none, and there it looks like one. */
const linkTo = ({ channel }: Place, message = ''): string =>
  channel.platform === 'terminal'
    ? 'https://discord.com/channels/7/7000000003/7000000004'
    : `https://discord.com/channels/7/${channel.address}/${message}`;

function undoIn({ actions = [] }: Reply): string {
  const token = actions.map(({ command }) => /^undo (\S+)$/.exec(command)?.[1]).find(Boolean);
  if (token === undefined) throw new Error('No button takes it back.');
  return token;
}

/** All that a person could see of an answer, and what its buttons and fields carry. */
export const everythingIn = (answer: Reply | Form): string => JSON.stringify(answer).toLowerCase();

/** The key of a delivery, as the button of a card carries it. */
export const keyOf = (key: string): DeliveryKey => key as DeliveryKey;

/** Words as somebody types them, and the form that they call for. */
export const asked = (words: string): readonly Asked[] => {
  const call: Call = { kind: 'words', words };
  return [call, { kind: 'form', call }];
};
