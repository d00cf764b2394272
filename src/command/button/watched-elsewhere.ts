import type { ChannelRef } from '#channel/channel.ts';
import { cutIntoPages } from '#command/button/cut-into-pages.ts';
import { pageOption } from '#command/button/page-option.ts';
import type { Ask, Command, Desk } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';
import { elsewhereWordsIn } from '#command/words/elsewhere-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Subscription } from '#subscription/subscription.ts';

const CHANNELS_A_PAGE = 10;
const MOST_TOPICS = 8;

/** What one channel watches, in the order of its own list. */
type Elsewhere = { readonly channel: ChannelRef; readonly topics: readonly string[] };

/**
 * `elsewhere`, behind the button under `watch list`: what other channels of the workspace watch, as far as whoever
 * presses sees them. It is for their eyes alone: who reads along may see fewer.
 */
export const watchedElsewhere: Command = {
  path: ['elsewhere'],
  pathInFrench: ['ailleurs'],
  description: { en: 'What other channels watch', fr: 'Ce qui est suivi ailleurs' },
  options: [pageOption({ en: 'Ten channels each', fr: 'Dix listes chacune' })],
  isChanging: false,
  isOnButtons: true,
  run: async (ask, desk) => {
    const words = elsewhereWordsIn((await wordsFor(ask, desk)).language);
    const rows = await watchedBy(ask, desk);
    if (rows.length === 0) return { kind: 'answer', lines: [words.nothing] };
    const list = {
      command: watchedElsewhere,
      rows,
      rowsAPage: CHANNELS_A_PAGE,
      lengthOf: ({ topics }: Elsewhere) => topics.slice(0, MOST_TOPICS).join().length,
    };
    const page = await cutIntoPages(list, ask, desk);
    return {
      kind: 'answer',
      lines: [
        words.heading(rows.length),
        ...page.rows.map(({ channel, topics }) =>
          words.line(channel.name, topics.slice(0, MOST_TOPICS), Math.max(0, topics.length - MOST_TOPICS)),
        ),
        ...page.lines,
      ],
      ...page.buttons,
    };
  },
};

/** Other channels that watch something and that whoever asks sees, by name. */
async function watchedBy(ask: Ask, desk: Desk): Promise<readonly Elsewhere[]> {
  const { workspaces, subscriptions } = desk.ledger;
  const { workspace, id: own } = ask.channel;
  const watches = Map.groupBy(await subscriptions.listByWorkspace(workspace), ({ channel }) => channel);
  const watching = (await workspaces.listChannels(workspace)).filter(
    ({ id }) => id !== own && watches.has(id),
  );
  const standings = await Promise.all(watching.map((channel) => standingIn(channel, ask, desk)));
  return watching
    .filter((_channel, index) => standings[index] !== 'sees-not')
    .map((channel) => ({ channel, topics: (watches.get(channel.id) ?? []).map(nameOf) }))
    .toSorted((one, other) => one.channel.name.localeCompare(other.channel.name));
}

const nameOf = ({ name }: Subscription): string => name;
