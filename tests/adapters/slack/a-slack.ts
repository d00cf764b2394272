import type { WorkspaceNotes } from '#adapters/slack/asking/workspace-notes.ts';
import { type SlackOptions as ConnectOptions, connectSlack } from '#adapters/slack/connect-slack.ts';
import { slackPace } from '#adapters/slack/slack-pace.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Reply } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { idOf } from '#kernel/id.ts';
import type { LogFields } from '#kernel/log.ts';
import { Secret } from '#kernel/secret.ts';
import { type SlackOptions, startSlackSimulator } from '../../simulators/slack/slack-simulator.ts';
import { contentOf } from '../../simulators/slack/world.ts';

/** The channel in which the simulated workspace lets Readout post. */
export const desk: ChannelRef = {
  id: idOf('channel', 'slack', 'T0DESK', 'C0DESK'),
  workspace: idOf('workspace', 'slack', '', 'T0DESK'),
  platform: 'slack',
  address: 'C0DESK',
  name: '#desk',
};

/** Another channel of that workspace. */
export const channelAt = (address: string): ChannelRef => ({ ...desk, address });

/** What was logged, as one line each; `logged` waits until an event was logged so many times. */
export function keepingLog() {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const keep = (event: string, fields: LogFields = {}, cause?: unknown): void => {
    lines.push([event, JSON.stringify(fields), cause instanceof Error ? cause.message : ''].join(' '));
    for (const look of waiting) look();
  };
  const logged = (event: string, times = 1): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (lines.filter((line) => line.startsWith(`${event} `)).length < times) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { lines, logged, log: { info: keep, warn: keep, error: keep } };
}

/** Answers everything with one line, and keeps what it was asked. */
export function keepingReceiver(
  reply: Reply = { kind: 'answer', lines: [[{ kind: 'text', text: 'Here you are.' }]] },
) {
  const asked: Inbound[] = [];
  return {
    asked,
    receive: (inbound: Inbound): Promise<Reply | undefined> => {
      if (asked.some(({ id }) => id === inbound.id)) return Promise.resolve(undefined);
      asked.push(inbound);
      return Promise.resolve(reply);
    },
  };
}

/** What becomes of the workspace is noted nowhere. */
export const noNotes: WorkspaceNotes = {
  welcome: () => Promise.resolve(),
  greet: () => Promise.resolve(),
  letIn: () => Promise.resolve(),
  leave: () => Promise.resolve(),
};

/** The real adapter, connected to a simulated Slack by real sockets. Disposing it disposes of both. */
export async function aSlack(
  options: SlackOptions &
    Partial<
      Pick<ConnectOptions, 'receive' | 'suggest' | 'dashboard' | 'managers' | 'languages'> & WorkspaceNotes
    > = {},
) {
  const simulator = await startSlackSimulator(options);
  const { lines, logged, log } = keepingLog();
  const connect = () =>
    connectSlack({
      botToken: new Secret(simulator.botToken),
      appToken: new Secret(simulator.appToken),
      apiUrl: simulator.apiUrl,
      receive: options.receive ?? keepingReceiver().receive,
      suggest: options.suggest ?? (() => Promise.resolve([])),
      dashboard: options.dashboard ?? (() => Promise.resolve({ lines: [], channels: [], turns: [] })),
      ...noNotes,
      ...(options.letIn && { letIn: options.letIn }),
      ...(options.greet && { greet: options.greet }),
      ...(options.leave && { leave: options.leave }),
      ...(options.managers && { managers: options.managers }),
      ...(options.languages && { languages: options.languages }),
      // A test's few messages pass as a short burst.
      pace: { ...slackPace(), post: () => Promise.resolve() },
      clock: options.clock ?? (() => new Date()),
      log,
    });
  const platforms = [await connect()];
  return {
    simulator,
    lines,
    logged,
    channel: desk,
    platform: platforms[0]!,
    messenger: platforms[0]!.messenger,
    restarted: async () => {
      const again = await connect();
      platforms.push(again);
      return again.messenger;
    },
    seen: () => Promise.resolve(simulator.messages('C0DESK').map(shown).join('\n')),
    async [Symbol.asyncDispose]() {
      for (const platform of platforms) await platform[Symbol.asyncDispose]();
      await simulator[Symbol.asyncDispose]();
    },
  };
}

const shown = (message: Parameters<typeof contentOf>[0]): string =>
  wordsIn(contentOf(message).blocks ?? []).join('\n');

/** Every text that a block shows. */
export function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'text' && typeof part === 'string' ? [part] : wordsIn(part),
  );
}
