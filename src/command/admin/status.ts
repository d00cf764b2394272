import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { PlatformState } from '#channel/chat-platforms.ts';
import { PLATFORM_NAMES } from '#channel/platform-names.ts';
import { tellGrowth } from '#command/admin/tell-growth.ts';
import { stopsSeenBy, tellStops } from '#command/admin/tell-stops.ts';
import type { Ask, Command, Desk } from '#command/command.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { deliveryWordsIn } from '#command/words/delivery-words.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { joined, say } from '#command/words/say.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { WorkspaceId } from '#kernel/id.ts';

const MEGABYTE = 1_000_000;

/** `status`: what is read and on hand, and where every story that matched a topic of this workspace stands. */
export const status: Command = {
  path: ['status'],
  pathInFrench: ['état'],
  description: {
    en: 'What is read, on hand, posted and owed',
    fr: 'Ce qui est lu, en réserve, publié et dû',
  },
  options: [],
  isChanging: false,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const scope = scopeOf(ask.channel);
    return {
      kind: 'answer',
      lines: [
        ...(await tellFeeds(ask.channel, words, desk)),
        await onHand(scope, words, desk),
        ...(await owed(scope, words, desk)),
        ...(await inTheWay(ask, scope, words, desk)),
        ...(await size(words, desk)),
        ...standings(desk).map((state) => tellPlatform(state, words)),
      ],
    };
  },
};

/** A workspace hears of itself alone; the terminal is the operator's, and hears of all. */
const scopeOf = ({ platform, workspace }: ChannelRef): WorkspaceId | undefined =>
  platform === 'terminal' ? undefined : workspace;

async function onHand(scope: WorkspaceId | undefined, words: ReplyWords, { ledger }: Desk): Promise<Phrase> {
  const { articles, oldest } = await ledger.articles.count(scope);
  const watched =
    scope === undefined
      ? (await ledger.topics.listWatched()).map(({ id }) => id)
      : (await ledger.subscriptions.listByWorkspace(scope)).map(({ topic }) => topic);
  return words.onHand(articles, oldest, await ledger.stories.count(scope), new Set(watched).size);
}

async function owed(
  scope: WorkspaceId | undefined,
  words: ReplyWords,
  desk: Desk,
): Promise<readonly Phrase[]> {
  const { ledger } = desk;
  const { posts, pointers } = await ledger.deliveries.countStates(scope);
  return [
    ...(await accountOf(scope, words, desk)),
    words.deliveries(
      counted(posts, words.deliveryStates, words.none),
      counted(pointers, words.deliveryStates, words.none),
    ),
  ];
}

/** What is stopped, and what may stand twice. */
async function inTheWay(
  ask: Ask,
  scope: WorkspaceId | undefined,
  { language }: ReplyWords,
  desk: Desk,
): Promise<readonly Phrase[]> {
  const words = deliveryWordsIn(language);
  const repeated = await desk.ledger.owed.countRepeated(scope);
  return [
    ...tellStops(await stopsSeenBy(ask, desk), words),
    ...(repeated === 0 ? [] : [words.perhapsTwice(repeated)]),
  ];
}

/** The account: what matched is what stands somewhere, or it is said how much is not. */
async function accountOf(
  scope: WorkspaceId | undefined,
  { when, storyStates, none }: ReplyWords,
  { ledger }: Desk,
): Promise<readonly Phrase[]> {
  const states = await ledger.subscriptions.countStoryStates(scope);
  const missing = await ledger.subscriptions.countUnaccounted(scope);
  const standing = Object.values(states).reduce((sum, stories) => sum + stories, 0);
  return [
    when.total(standing + missing, counted(states, storyStates, none)),
    ...(missing === 0 ? [] : [when.unaccounted(missing)]),
  ];
}

/** "12 sent, 1 waiting", in the order of the words. */
function counted<State extends string>(
  counts: Readonly<Partial<Record<State, number>>>,
  words: Readonly<Record<State, string>>,
  none: string,
): Phrase {
  const states = Object.keys(words) as State[];
  const said = states.flatMap((state) => (counts[state] ? [say`${counts[state]} ${words[state]}`] : []));
  return said.length === 0 ? say`${none}` : joined(said, ', ');
}

async function size(words: ReplyWords, desk: Desk): Promise<readonly Phrase[]> {
  const bytes = await desk.databaseBytes?.();
  if (bytes === undefined) return [];
  return [words.database((bytes / MEGABYTE).toFixed(1)), ...(await tellGrowth(words.language, desk))];
}

/** A platform with a connection for each of its workspaces is told once for those that stand, and once for the others. */
const standings = ({ platforms }: Desk): readonly PlatformState[] => {
  return [...new Map((platforms?.() ?? []).map((state) => [standingOf(state), state])).values()];
};

const standingOf = ({ platform, problem }: PlatformState) => `${platform} ${problem === undefined}`;

/** A problem's words may come from the platform and hold an address: they are for the operator's log, not for a channel. */
const tellPlatform = ({ platform, problem }: PlatformState, words: ReplyWords): Phrase =>
  problem === undefined
    ? words.isConnected(PLATFORM_NAMES[platform])
    : words.isNotConnected(PLATFORM_NAMES[platform]);
