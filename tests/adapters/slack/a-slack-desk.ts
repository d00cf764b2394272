import type { SlackManagers } from '#adapters/slack/asking/slack-inbound.ts';
import type { Desk } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { receiveWith } from '#command/receive.ts';
import { suggestWith } from '#command/suggest.ts';
import { dashboardWith } from '#command/watch/dashboard.ts';
import { tryChannelAgain } from '#delivery/try-channel-again.ts';
import type { FeedFetcher } from '#feed/feed-visit.ts';
import { type Clock } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from '../../command/a-desk.ts';
import { NOON } from '../../delivery/owed.ts';
import { type SlackOptions } from '../../simulators/slack/slack-simulator.ts';
import { type Block, contentOf, type Message, type View } from '../../simulators/slack/world.ts';
import { aSlack, desk as deskChannel, wordsIn } from './a-slack.ts';

/** Real commands over a database, asked by somebody at a simulated Slack. */
export async function aSlackDesk(
  web?: FeedFetcher,
  options: SlackOptions & {
    readonly managers?: SlackManagers;
    readonly clock?: Clock;
    readonly languages?: readonly string[];
    /** Something of ours that does not work. */
    readonly broken?: Partial<Desk>;
  } = {},
) {
  const at = await aDesk(options.languages ?? ['en'], web);
  const desk = { ...at.desk, ...options.broken };
  const receive = receiveWith({ commands, desk, log: silentLog, random: () => 0.25 });
  const suggest = suggestWith({ desk: at.desk, starters: [], log: silentLog });
  const slack = await aSlack({
    ...options,
    receive,
    suggest,
    dashboard: dashboardWith(at.desk),
    letIn: async (channel) => void (await tryChannelAgain(channel, at.desk.ledger, NOON)),
  });
  const { simulator } = slack;
  // A slow machine says “One moment …” first, which has no blocks.
  const answer = (said: { replies(): readonly Message[] }): Promise<Message> =>
    simulator.until(() => said.replies().find((message) => words(message) !== ''));
  return {
    simulator,
    logged: slack.logged,
    lines: slack.lines,
    ledger: at.desk.ledger,
    report: at.report,
    behind: at,
    watches: async (channel = deskChannel.id) =>
      (await at.desk.ledger.subscriptions.listByChannel(channel)).map(({ name }) => name),
    type: async (text: string, by = anna) => answer(await simulator.people.slash(text, by)),
    /** What is told, be it below the message or in its place. */
    press: async (action: string, message: Message, by = anna) => {
      const before = message.versions.length;
      const pressed = await simulator.people.press(action, { ...by, ts: message.ts });
      return simulator.until(() =>
        message.versions.length > before ? message : pressed.replies().find((one) => words(one) !== ''),
      );
    },
    /** The form that opens after this. */
    form: async (doing: Promise<unknown>): Promise<View> => {
      const before = simulator.world.views.length;
      await doing;
      return simulator.until(() => simulator.world.views[before]);
    },
    /** What stands in somebody's Home tab once it says so. */
    home: (user: string, says: string): Promise<View> =>
      simulator.until(() =>
        simulator.world.views.find(
          (view) => view.shown.type === 'home' && view.user === user && shown(view).includes(says),
        ),
      ),
    violations: () => simulator.violations(),
    async [Symbol.asyncDispose]() {
      await slack[Symbol.asyncDispose]();
      await at[Symbol.asyncDispose]();
    },
  };
}

export const anna = { user: 'U0ANNA', channel: 'C0DESK' };
/** The words of a window. */
export const shown = (view: View): string => wordsIn(view.shown['blocks']).join('\n');
/** The ids of a view's inputs, with what stands in each already. */
export const inputs = (view: View) =>
  (view.shown['blocks'] as readonly Block[])
    .filter(({ type }) => type === 'input')
    .map(({ block_id: id, element }) => [id, (element as Block)['initial_value']]);

/** A text as its reader sees it: marks and Slack's own writing gone, times and names in the words that stand for them. */
export const plainSlack = (text: string): string =>
  text
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<(?:https?:[^|>]*)\|([^>]*)>/g, '$1')
    .replaceAll(/<@([^>|]+)>/g, '$1')
    .replaceAll(/[*`~]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a message says, without its buttons. */
export const said = (message: Message): string =>
  wordsIn(contentOf(message).blocks?.filter(({ type }) => type !== 'actions')).join('\n');

/** What stands on the buttons of a message. */
export const labels = (message: Message): readonly string[] =>
  wordsIn(contentOf(message).blocks?.filter(({ type }) => type === 'actions'));

/** The words of a message. */
export const words = (message: Message): string => wordsIn(contentOf(message).blocks).join('\n');
