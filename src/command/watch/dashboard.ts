import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { rightsOf } from '#command/rights.ts';
import { watchFigures } from '#command/watch/watch-figures.ts';
import { type DashboardWords, dashboardWordsIn } from '#command/words/dashboard-words.ts';
import type { ReplyWords, WatchFigures } from '#command/words/reply-words.ts';
import { replyWordsIn } from '#command/words/words-for.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import { nextDigestAt } from '#subscription/zoned-times.ts';

/** More channels with more topics would make a page that nobody reads, and that Slack does not take. */
const MOST_CHANNELS = 15;
const MOST_WATCHES = 30;

/** A topic that a channel watches, and what can be done about it there. */
export type DashboardRow = { readonly line: Phrase; readonly actions: readonly Action[] };

/** What one channel watches. */
export type DashboardChannel = {
  readonly channel: ChannelRef;
  readonly line: Phrase;
  readonly rows: readonly DashboardRow[];
  /** What had no room. */
  readonly more?: Phrase;
};

/** What a workspace watches, in the channels that one person sees. */
export type Dashboard = { readonly lines: readonly Phrase[]; readonly channels: readonly DashboardChannel[] };

/** Whoever looks; `sees` asks the platform whether they see a channel. */
export type Looking = Pick<Inbound, 'workspace' | 'who' | 'mayChange' | 'groups' | 'language'> & {
  readonly sees: (channel: ChannelRef) => Promise<boolean>;
};

/** Shows somebody what their workspace watches, as far as they see its channels. */
export type ShowDashboard = (looking: Looking) => Promise<Dashboard>;

/** The overview over a desk's ledger. Who may not look is told what Readout is, and no more. */
export const dashboardWith =
  (desk: Desk): ShowDashboard =>
  async (looking) => {
    const { workspace, language } = looking;
    const words = replyWordsIn([...(language === undefined ? [] : [language]), ...workspace.languages]);
    const own = dashboardWordsIn(words.language);
    const rights = await rightsOf(looking, desk);
    if (!rights.mayLook) return { lines: own.hello, channels: [] };

    const { seen, channels: found } = await watchingChannels(looking, desk);
    const channels: DashboardChannel[] = [];
    let room = MOST_WATCHES;
    for (const channel of found) {
      const watches = await watchFigures(channel.id, desk);
      const shown = watches.slice(0, room);
      room -= shown.length;
      channels.push(await channelOf({ channel, watches, shown, ...rights }, words, desk));
    }
    return {
      lines: [
        ...own.hello,
        ...(seen === undefined ? [] : await tellFeeds(seen, words, desk)),
        ...(channels.length === 0 ? [own.nothingYet] : []),
      ],
      channels,
    };
  };

/** Only channels that this person sees are asked about further; `seen`: any of the workspace's. */
async function watchingChannels({ workspace, sees }: Looking, { ledger }: Desk) {
  const all = await ledger.workspaces.listChannels(workspace.id);
  const watching = new Set(
    (await ledger.subscriptions.listByWorkspace(workspace.id)).map(({ channel }) => channel),
  );
  const channels: ChannelRef[] = [];
  for (const channel of all) {
    if (channels.length === MOST_CHANNELS) break;
    if (watching.has(channel.id) && (await sees(channel))) channels.push(channel);
  }
  return { seen: all[0], channels };
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
  const left = watches.length - shown.length;
  const workspace = await desk.ledger.workspaces.find(channel.workspace);
  const { zone } = await settingsOf(channel.id, workspace, desk.ledger.subscriptions);
  return {
    channel,
    line: words.watches(channel.name, watches.length),
    rows: shown.map((watch) => ({
      line: rowLine(watch, { words, own, zone, now: desk.clock() }),
      actions: mayChange ? actionsFor(watch, own) : [],
    })),
    ...(left > 0 && { more: own.more(left) }),
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
