import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { PlatformState } from '#channel/chat-platforms.ts';
import { isOperators } from '#channel/operator-channel.ts';
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
        ...(await standings(ask, desk)).map((state) => tellPlatform(state, words)),
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
  const repeated = await desk.ledger.owed.countRepeated(scope === undefined ? {} : { workspace: scope });
  const down = (desk.platforms?.() ?? []).flatMap(({ platform, problem }) => (problem ? [platform] : []));
  // What waits for a platform that is not connected is told with it.
  const seen = (await stopsSeenBy(ask, desk)).filter(
    ({ stop: { kind, platform } }) => kind !== 'busy' || platform === undefined || !down.includes(platform),
  );
  return [...tellStops(seen, words), ...(repeated === 0 ? [] : [words.perhapsTwice(repeated)])];
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

/**
 * The operator hears of each connection that is down, and what helps. To others a platform with a connection for each
 * of its workspaces is one; theirs is the one by which they ask.
 */
async function standings({ channel }: Ask, { platforms, ledger }: Desk): Promise<readonly PlatformState[]> {
  const states = platforms?.() ?? [];
  const isOperator = await isOperators(channel, ledger.workspaces);
  const told = isOperator ? states : states.flatMap((state) => withoutOthers(state, channel.platform));
  return [...new Map(told.map((state) => [standingOf(state), state])).values()];
}

const standingOf = ({ platform, problem, refusedToken }: PlatformState): string =>
  [platform, problem === undefined, refusedToken].join(' ');

function withoutOthers({ platform, problem }: PlatformState, asking: Platform): readonly PlatformState[] {
  if (problem === undefined) return [{ platform }];
  return platform === asking ? [] : [{ platform, problem: '' }];
}

/** A problem's words may come from the platform and hold an address: they are for the operator's log, not for a channel. */
function tellPlatform({ platform, problem, refusedToken }: PlatformState, words: ReplyWords): Phrase {
  const name = PLATFORM_NAMES[platform];
  if (problem === undefined)
    return refusedToken === undefined ? words.isConnected(name) : words.hearsNobody(name, refusedToken);
  return refusedToken === undefined ? words.isNotConnected(name) : words.needsToken(name, refusedToken);
}
