import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import { WHERE_TOKENS_ARE } from '#adapters/slack/where-tokens-are.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';

const FIRST_PAUSE_MS = SECOND_MS / 2;
const LONGEST_PAUSE_MS = MINUTE_MS;
/** A connection that ends sooner is no better than one that failed: the next waits longer. */
const SHORT_LIFE_MS = 10 * SECOND_MS;
/** Slack closes its side within moments; a program that ends does not wait for one that hangs. */
const CLOSING_MS = 2 * SECOND_MS;

type Socket = SocketModeReceiver['client'];

/** A connection that stands; `over` settles when it ends. In an object, because a promise of a promise is one promise. */
type Standing = { readonly since: number; readonly over: Promise<void> };

/**
 * Keeps the Socket Mode connection: opens a new one at once when Slack recycles the old, and ever more slowly while
 * Slack cannot be reached. The SDK's own way waits 5 s each time, and lets a failed attempt end the process.
 */
export class SlackSocket implements AsyncDisposable {
  readonly #socket: Socket;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  readonly #stopped = once(this.#stopping.signal, 'abort');
  readonly #setting: string;
  #running: Promise<void> = Promise.resolve();
  #isRefused = false;

  /** `setting` names where the token stands by which it connects. */
  constructor(socket: Socket, log: Log, setting: string) {
    this.#socket = socket;
    this.#log = log;
    this.#setting = setting;
  }

  /** Slack takes the token no more by which it would connect: only another one, and a new start, lets people be heard. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Connects, or throws; stays connected from then on. */
  async open(): Promise<void> {
    this.#running = this.#stay(await this.#connect());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#close();
    await this.#running;
  }

  async #stay(first: Standing): Promise<void> {
    let failures = 0;
    let standing: Standing | undefined = first;
    while (standing !== undefined) {
      await Promise.race([standing.over, this.#stopped]);
      if (this.#stopping.signal.aborted) return;
      this.#log.info('slack.disconnected');
      const isShort = performance.now() - standing.since < SHORT_LIFE_MS;
      failures = isShort ? failures + 1 : 0;
      standing = await this.#reopen(failures);
    }
  }

  /** Tries until it stands; undefined where it was stopped meanwhile. */
  async #reopen(failures: number): Promise<Standing | undefined> {
    const { signal } = this.#stopping;
    for (let failed = failures; !signal.aborted; failed += 1) {
      try {
        await pause(pauseAfter(failed), undefined, { signal });
        return await this.#connect();
      } catch (fault) {
        if (!signal.aborted) this.#tell(fault);
      }
    }
    return undefined;
  }

  async #connect(): Promise<Standing> {
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const ended = (): void => {
      end();
    };
    this.#socket.once('disconnected', ended);
    try {
      await this.#socket.start();
    } catch (fault) {
      this.#socket.off('disconnected', ended);
      throw fault;
    }
    // Stopped while it connected: nobody else would close it.
    if (this.#stopping.signal.aborted) await this.#close();
    else this.#log.info('slack.connected');
    this.#isRefused = false;
    return { since: performance.now(), over };
  }

  async #close(): Promise<void> {
    const limit = new AbortController();
    const late = pause(CLOSING_MS, undefined, { signal: limit.signal }).catch(() => undefined);
    await Promise.race([this.#socket.disconnect(), late]);
    limit.abort();
  }

  #tell(fault: unknown): void {
    const failure = failureOf(fault ?? new Error('the connection ended before it stood'));
    const { detail } = failure;
    const isRefused = failure.kind === 'refused' && failure.reason === 'not-authorised';
    if (!isRefused) return this.#log.warn('slack.connection_failed', { detail });
    if (!this.#isRefused)
      this.#log.error('slack.token_refused', { detail, token: this.#setting, remedy: WHERE_TOKENS_ARE.app });
    this.#isRefused = true;
  }
}

const pauseAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 2 ** (failures - 1) * FIRST_PAUSE_MS);
