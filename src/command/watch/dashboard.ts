import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { rightsOf, standingOf } from '#command/rights.ts';
import type { AskStanding } from '#command/standing.ts';
import { watchFigures } from '#command/watch/watch-figures.ts';
import { type DashboardWords, dashboardWordsIn } from '#command/words/dashboard-words.ts';
import type { ReplyWords, WatchFigures } from '#command/words/reply-words.ts';
import { replyWordsIn } from '#command/words/words-for.ts';
import type { ChannelId } from '#kernel/id.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import { nextDigestAt } from '#subscription/zoned-times.ts';

/** More on one page would be more than anybody reads, and than Slack takes. */
const MOST_CHANNELS = 14;
const MOST_WATCHES = 25;

/** A topic that a channel watches, and what can be done about it there. */
export type DashboardRow = { readonly line: Phrase; readonly actions: readonly Action[] };

/** What one channel watches. */
export type DashboardChannel = {
  readonly channel: ChannelRef;
  readonly line: Phrase;
  readonly rows: readonly DashboardRow[];
  /** Watches one more; absent for who may not. */
  readonly add?: Action;
};

/** Where a page begins: in a channel, behind so many of its topics. */
export type DashboardPlace = { readonly channel: ChannelId; readonly skip: number };

/** A button to another page; without a place to the first. */
export type DashboardTurn = { readonly label: string; readonly to?: DashboardPlace };

/** A page of what a workspace watches, in the channels that one person sees. */
export type Dashboard = {
  readonly lines: readonly Phrase[];
  readonly channels: readonly DashboardChannel[];
  readonly turns: readonly DashboardTurn[];
};

/** Whoever looks, from where on; `standing` asks the platform what they are in a channel. */
export type Looking = Pick<Inbound, 'workspace' | 'who' | 'mayChange' | 'groups' | 'language'> & {
  readonly standing: AskStanding;
  readonly from?: DashboardPlace;
};

/** Shows somebody what their workspace watches, as far as they see its channels. */
export type ShowDashboard = (looking: Looking) => Promise<Dashboard>;

/** The overview over a desk's ledger. Who may not look is told what Readout is, and no more. */
export const dashboardWith =
  (desk: Desk): ShowDashboard =>
  async (looking) => {
    const { workspace, language, from } = looking;
    const words = replyWordsIn([...(language === undefined ? [] : [language]), ...workspace.languages]);
    const own = dashboardWordsIn(words.language);
    const rights = await rightsOf(looking, desk);
    if (!rights.mayLook) return { lines: own.hello, channels: [], turns: [] };

    const { any, channels: found } = await watchingChannels(looking, desk);
    const { channels, next } = await pageOf(found, from, words, desk);
    const told = any === undefined ? [] : await tellFeeds(any, words, desk);
    const nothing = found.length === 0 ? [own.nothingYet] : [];
    return {
      lines: from === undefined ? [...own.hello, ...told, ...nothing] : nothing,
      channels,
      turns: [
        ...(from === undefined ? [] : [{ label: own.fromTheBeginning }]),
        ...(next === undefined ? [] : [{ label: own.onwards, to: next }]),
      ],
    };
  };

/** A channel that this person sees, and whether they may change what it watches. */
type SeenChannel = { readonly channel: ChannelRef; readonly mayChange: boolean };

/**
 * The channels of a page, and the first of the next. Only of channels that this person sees more is asked, and only of
 * as many as a page takes; `any`: one of the workspace's, seen or not.
 */
async function watchingChannels(looking: Looking, desk: Desk) {
  const { workspace, from } = looking;
  const { ledger } = desk;
  const all = await ledger.workspaces.listChannels(workspace.id);
  const watched = new Set(
    (await ledger.subscriptions.listByWorkspace(workspace.id)).map(({ channel }) => channel),
  );
  const watching = all.filter(({ id }) => watched.has(id));
  const first = watching.findIndex(({ id }) => id === from?.channel);
  const isOpen = (await rightsOf({ workspace, mayChange: false }, desk)).mayLook;
  const standing = standingOf(looking, desk);
  const channels: SeenChannel[] = [];
  for (const channel of watching.slice(Math.max(0, first))) {
    if (channels.length > MOST_CHANNELS) break;
    const told = (await standing?.(channel)) ?? 'sees-not';
    const mayChange = told === 'manages';
    if (mayChange || (isOpen && told !== 'sees-not')) channels.push({ channel, mayChange });
  }
  return { any: all[0], channels };
}

async function pageOf(
  found: readonly SeenChannel[],
  from: DashboardPlace | undefined,
  words: ReplyWords,
  desk: Desk,
): Promise<{ readonly channels: readonly DashboardChannel[]; readonly next?: DashboardPlace }> {
  const channels: DashboardChannel[] = [];
  let room = MOST_WATCHES;
  for (const { channel, mayChange } of found) {
    const skip = channel.id === from?.channel ? from.skip : 0;
    if (channels.length === MOST_CHANNELS || room === 0)
      return { channels, next: { channel: channel.id, skip } };
    const watches = await watchFigures(channel.id, desk);
    const shown = watches.slice(skip, skip + room);
    room -= shown.length;
    channels.push(await channelOf({ channel, watches, shown, mayChange }, words, desk));
    const end = skip + shown.length;
    if (end < watches.length) return { channels, next: { channel: channel.id, skip: end } };
  }
  return { channels };
}

type Shown = {
  readonly channel: ChannelRef;
  readonly watches: readonly WatchFigures[];
  readonly shown: readonly WatchFigures[];
  readonly mayChange: boolean;
};

async function channelOf(
  { channel, watches, shown, mayChange }: Shown,
  words: ReplyWords,
  desk: Desk,
): Promise<DashboardChannel> {
  const own = dashboardWordsIn(words.language);
  const workspace = await desk.ledger.workspaces.find(channel.workspace);
  const { zone } = await settingsOf(channel.id, workspace, desk.ledger.subscriptions);
  return {
    channel,
    line: words.watches(channel.name, watches.length),
    rows: shown.map((watch) => ({
      line: rowLine(watch, { words, own, zone, now: desk.clock() }),
      actions: mayChange ? actionsFor(watch, own) : [],
    })),
    ...(mayChange && { add: { label: own.add, command: 'watch add', opensForm: true } }),
  };
}

type Telling = {
  readonly words: ReplyWords;
  readonly own: DashboardWords;
  readonly zone: string;
  readonly now: Date;
};

function rowLine(watch: WatchFigures, { words, own, zone, now }: Telling): Phrase {
  const { digest, isPaused } = watch;
  const line = words.watchLine(watch);
  if (digest === undefined || isPaused) return line;
  return [
    ...line,
    { kind: 'text', text: ' · ' },
    ...own.nextDigest(nextDigestAt(digest, zone, now).toISOString()),
  ];
}

const actionsFor = ({ name, isPaused }: WatchFigures, own: DashboardWords): readonly Action[] => [
  isPaused
    ? { label: own.resume, command: `watch resume ${name}` }
    : { label: own.pause, command: `watch pause ${name}` },
  { label: own.edit, command: `watch edit ${name}`, opensForm: true },
  { label: own.remove, command: `watch remove ${name}` },
];
