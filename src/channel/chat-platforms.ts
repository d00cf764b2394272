import type { Platform } from '#channel/channel.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import type { Messenger } from '#channel/messenger.ts';
import type { Present } from '#channel/note-left.ts';
import type { Log } from '#kernel/log.ts';

/** How a platform stands; `problem` says why it is not connected, or no longer. */
export type PlatformState = { readonly platform: Platform; readonly problem?: string };

type Connect = () => Promise<ChatPlatform>;

/**
 * The chat platforms that are set up. One that cannot be connected stops neither the others nor the program: it is
 * told, and tried again each time `connect` is called, as is one whose connection ended for good. Disposing
 * disconnects all.
 */
export class ChatPlatforms {
  readonly #connects: ReadonlyMap<Platform, Connect>;
  readonly #log: Log;
  readonly #connected = new Map<Platform, ChatPlatform>();
  readonly #problems = new Map<Platform, string>();
  #connecting: Promise<void> | undefined;
  #isDisposed = false;

  constructor(connects: ReadonlyMap<Platform, Connect>, log: Log) {
    this.#connects = connects;
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
    return new Map([...this.#connected].map(([platform, { messenger }]) => [platform, messenger]));
  }

  /** Nothing of a platform whose connection was lost: it does not know then. */
  present(): Present {
    return new Map(
      [...this.#connected].flatMap(([platform, connected]) => {
        const workspaces = connected.problem?.() === undefined ? connected.workspaces?.() : undefined;
        return workspaces === undefined ? [] : [[platform, workspaces] as const];
      }),
    );
  }

  states(): readonly PlatformState[] {
    return [...this.#connects.keys()].map((platform) => {
      const problem = this.#connected.get(platform)?.problem?.() ?? this.#problems.get(platform);
      return { platform, ...(problem !== undefined && { problem }) };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    const platforms = [...this.#connected.values()];
    this.#connected.clear();
    await Promise.all(platforms.map((platform) => platform[Symbol.asyncDispose]()));
  }

  async #connectMissing(): Promise<void> {
    await Promise.all(
      [...this.#connected].map(([platform, connected]) => this.#dropLost(platform, connected)),
    );
    const missing = [...this.#connects].filter(([platform]) => !this.#connected.has(platform));
    await Promise.all(missing.map(([platform, connect]) => this.#tryOnce(platform, connect)));
  }

  async #dropLost(platform: Platform, connected: ChatPlatform): Promise<void> {
    const problem = connected.problem?.();
    if (problem === undefined) return;
    this.#log.error('platform.lost', { platform, problem });
    this.#connected.delete(platform);
    this.#problems.set(platform, problem);
    try {
      await connected[Symbol.asyncDispose]();
    } catch (fault) {
      this.#log.error('platform.not_disconnected', { platform }, fault);
    }
  }

  async #tryOnce(platform: Platform, connect: Connect): Promise<void> {
    try {
      const connected = await connect();
      // It took longer than the program lived.
      if (this.#isDisposed) return await connected[Symbol.asyncDispose]();
      this.#connected.set(platform, connected);
      this.#problems.delete(platform);
      this.#log.info('platform.connected', { platform });
    } catch (fault) {
      const problem = fault instanceof Error ? fault.message : String(fault);
      // Said once, not every minute anew.
      if (this.#problems.get(platform) !== problem)
        this.#log.error('platform.not_connected', { platform }, fault);
      this.#problems.set(platform, problem);
    }
  }
}
