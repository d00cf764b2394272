import type { Platform } from '#channel/channel.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import type { Messenger } from '#channel/messenger.ts';
import { messengerByWorkspace } from '#channel/messenger-by-workspace.ts';
import type { Present } from '#channel/note-left.ts';
import { OPERATOR_WORKSPACE } from '#channel/operator-channel.ts';
import { TokenRefused } from '#channel/token-refused.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';

/** How a connection to a platform stands. */
export type PlatformState = {
  readonly platform: Platform;
  /** Why it is not connected, or no longer, for the operator. */
  readonly problem?: string;
  /** The setting that holds the token that the platform refuses: only another one helps. Connected all the same, it hears nobody. */
  readonly refusedToken?: string;
};

/** A way to connect to a platform; `token` names the setting that holds its token. */
export type ConnectBy = readonly [platform: Platform, connect: () => Promise<ChatPlatform>, token?: string];

/** One connection to a platform, and how it stands. */
type Way = {
  readonly platform: Platform;
  readonly connect: () => Promise<ChatPlatform>;
  readonly token?: string | undefined;
  connected?: ChatPlatform | undefined;
  problem?: string | undefined;
  /** The setting with the refused token. */
  refusedToken?: string | undefined;
};

/**
 * The chat platforms that are set up; one may be named several times, with a token for each of its workspaces: the
 * operator's channel is in the first. What
 * cannot be connected stops neither the others nor the program: it is told, and tried again each time `connect` is
 * called, as is what ended for good. Disposing disconnects all.
 */
export class ChatPlatforms {
  readonly #ways: readonly Way[];
  readonly #log: Log;
  #connecting: Promise<void> | undefined;
  #isDisposed = false;

  constructor(connects: Iterable<ConnectBy>, log: Log) {
    this.#ways = [...connects].map(([platform, connect, token]) => ({ platform, connect, token }));
    this.#log = log;
  }

  /** Connects those that are not; never throws. Called again meanwhile, it waits for the same attempt. */
  async connect(): Promise<void> {
    this.#connecting ??= this.#connectMissing().finally(() => {
      this.#connecting = undefined;
    });
    await this.#connecting;
  }

  get messengers(): ReadonlyMap<Platform, Messenger> {
    return new Map(
      [...this.#byPlatform()].flatMap(([platform, ways]) => {
        const connected = ways.flatMap((way) => way.connected ?? []);
        const [first] = connected;
        if (first === undefined) return [];
        const messenger =
          ways.length === 1
            ? first.messenger
            : messengerByWorkspace(platform, (id) =>
                id === OPERATOR_WORKSPACE ? ways[0]?.connected?.messenger : messengerIn(id, connected),
              );
        return [[platform, messenger] as const];
      }),
    );
  }

  /** Nothing of a platform of which a connection was lost: it does not know then. */
  present(): Present {
    return new Map(
      [...this.#byPlatform()].flatMap(([platform, ways]) => {
        const told = ways.map(({ connected }) =>
          connected?.problem?.() === undefined ? connected?.workspaces?.() : undefined,
        );
        const known = told.filter((workspaces) => workspaces !== undefined);
        return known.length < ways.length
          ? []
          : [[platform, new Set(known.flatMap((workspaces) => [...workspaces]))] as const];
      }),
    );
  }

  states(): readonly PlatformState[] {
    return this.#ways.map(({ platform, connected, problem: before, refusedToken: refused }) => {
      const problem = connected?.problem?.() ?? before;
      const refusedToken = refused ?? connected?.deafFor?.();
      return {
        platform,
        ...(problem !== undefined && { problem }),
        ...(refusedToken !== undefined && { refusedToken }),
      };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    const connected = this.#ways.flatMap((way) => way.connected ?? []);
    for (const way of this.#ways) way.connected = undefined;
    await Promise.all(connected.map((platform) => platform[Symbol.asyncDispose]()));
  }

  #byPlatform(): ReadonlyMap<Platform, readonly Way[]> {
    return Map.groupBy(this.#ways, ({ platform }) => platform);
  }

  async #connectMissing(): Promise<void> {
    await Promise.all(this.#ways.map((way) => this.#dropLost(way)));
    const missing = this.#ways.filter(({ connected }) => connected === undefined);
    await Promise.all(missing.map((way) => this.#tryOnce(way)));
  }

  async #dropLost(way: Way): Promise<void> {
    const { platform, connected } = way;
    const problem = connected?.problem?.();
    if (connected === undefined || problem === undefined) return;
    this.#log.error('platform.lost', { platform, problem });
    way.connected = undefined;
    way.problem = problem;
    try {
      await connected[Symbol.asyncDispose]();
    } catch (fault) {
      this.#log.error('platform.not_disconnected', { platform }, fault);
    }
  }

  async #tryOnce(way: Way): Promise<void> {
    const { platform, token } = way;
    try {
      const connected = await way.connect();
      // It took longer than the program lived.
      if (this.#isDisposed) return await connected[Symbol.asyncDispose]();
      way.connected = connected;
      way.problem = undefined;
      way.refusedToken = undefined;
      this.#log.info('platform.connected', { platform });
    } catch (fault) {
      const problem = fault instanceof Error ? fault.message : String(fault);
      const refused = fault instanceof TokenRefused ? (fault.setting ?? token) : undefined;
      const named = refused ?? token;
      // Said once, not every minute anew.
      if (way.problem !== problem)
        this.#log.error('platform.not_connected', { platform, ...(named && { token: named }) }, fault);
      way.problem = problem;
      way.refusedToken = refused;
    }
  }
}

const messengerIn = (workspace: WorkspaceId, connected: readonly ChatPlatform[]): Messenger | undefined =>
  connected.find(({ workspaces }) => workspaces?.().has(workspace) === true)?.messenger;
