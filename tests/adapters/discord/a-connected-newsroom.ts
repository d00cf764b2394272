import { connectDiscord } from '#adapters/discord/connect-discord.ts';
import { commands } from '#command/commands.ts';
import type { Inbound, Receive, Suggest } from '#command/inbound.ts';
import type { Arrival } from '#command/welcome.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { LogFields } from '#kernel/log.ts';
import { Secret } from '#kernel/secret.ts';
import {
  type DiscordSimulatorOptions,
  startDiscordSimulator,
} from '../../simulators/discord/discord-simulator.ts';

/** What a test decides: the server, and what people are answered. */
export type Deciding = DiscordSimulatorOptions & {
  readonly receive?: Receive;
  readonly suggest?: Suggest;
  /** What Discord refuses in this test, and shall refuse. */
  readonly refusedRightly?: string;
};

/** The whole adapter connected to a Discord of its own. Whatever Discord would not take fails the test when it ends. */
export async function aConnectedNewsroom({ receive, suggest, refusedRightly, ...options }: Deciding = {}) {
  const discord = await startDiscordSimulator(options);
  const inbounds: Inbound[] = [];
  const arrivals: Arrival[] = [];
  const left: WorkspaceId[] = [];
  const logged: (readonly [string, LogFields | undefined])[] = [];
  const write = (event: string, fields?: LogFields): void => void logged.push([event, fields]);
  const connect = () =>
    connectDiscord({
      token: new Secret(discord.token),
      apiUrl: discord.apiUrl,
      commands,
      receive: async (inbound) => {
        inbounds.push(inbound);
        return receive === undefined
          ? { kind: 'answer', lines: [[{ kind: 'text', text: 'answered' }]] }
          : receive(inbound);
      },
      welcome: (arrival) => Promise.resolve(void arrivals.push(arrival)),
      leave: (workspace) => Promise.resolve(void left.push(workspace)),
      suggest: suggest ?? (() => Promise.resolve([])),
      log: { info: write, warn: write, error: write },
    });
  const platform = await connect();
  return {
    discord,
    platform,
    inbounds,
    arrivals,
    left,
    logged,
    connect,
    async [Symbol.asyncDispose]() {
      await platform[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      const violations = discord
        .violations()
        .filter((violation) => refusedRightly === undefined || !violation.includes(refusedRightly));
      if (violations.length > 0) throw new Error(violations.join('\n'));
    },
  };
}
