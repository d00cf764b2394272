import type { EditOutcome, FindOutcome, MessageId, Messenger, SendOutcome } from '#channel/messenger.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Dice } from '../../bench/dice.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** A message as it stands. */
export type Standing = {
  readonly id: MessageId;
  readonly key: string;
  readonly channel: string;
  readonly answers?: string;
  readonly at: number;
  text: string;
};

/** How the platform and the way to it are. */
export type Manners = {
  /** As Discord does: with the same key, within some minutes, the message that stands is named instead of a second one. */
  readonly knowsKeys: boolean;
  /** Of a hundred requests, how many go wrong in some way. */
  readonly mishaps: number;
};

const KEY_KNOWN_MS = 3 * MINUTE_MS;
/** A messenger gives up after this long. */
const PATIENCE_MS = 15 * SECOND_MS;
/** What was accepted shows in the history no later than this after it. */
const SHOWS_WITHIN_MS = 5 * SECOND_MS;
/** A request that its sender has given up may still be accepted. */
const LATEST_MS = 20 * SECOND_MS;
const SLOWEST_MS = 2 * SECOND_MS;

/** It never arrives; its answer does not; it arrives after its sender has given up; it is refused for now, in two ways. */
const MISHAPS = ['lost', 'answer-lost', 'late', 'too-many', 'unwell'] as const;

/** A platform whose network loses, delays and refuses; it outlives whoever talks to it. */
export class UnreliablePlatform {
  readonly standing: Standing[] = [];
  manners: Manners;
  readonly #time: SimulatedTime;
  readonly #dice: Dice;

  constructor(time: SimulatedTime, dice: Dice, manners: Manners) {
    this.#time = time;
    this.#dice = dice;
    this.manners = manners;
  }

  /** The way to it of one life of the program. */
  messenger(): Messenger {
    return {
      platform: 'terminal',
      create: (channel, card, key) => this.#send({ key, channel: channel.address, text: card.headline }),
      reply: (channel, message, _line, key) =>
        this.#send({ key, channel: channel.address, answers: message, text: '' }),
      say: (channel, _said, key) => this.#send({ key, channel: channel.address, text: '' }),
      digest: (channel, _digest, key) => this.#send({ key, channel: channel.address, text: '' }),
      edit: async (_channel, message, card): Promise<EditOutcome> => {
        const outcome = await this.#request(() => this.#edit(message, card.headline));
        return outcome ?? { kind: 'message-gone' };
      },
      findByKey: async (channel, key): Promise<FindOutcome> => {
        const outcome = await this.#request(() => this.#find(channel.address, key));
        if (outcome.kind === 'found' || outcome.kind === 'absent') return outcome;
        throw new Error('the platform could not be asked');
      },
    };
  }

  #send(message: Omit<Standing, 'id' | 'at'>): Promise<SendOutcome> {
    return this.#request((): SendOutcome => ({ kind: 'sent', message: this.#accept(message).id }));
  }

  #accept(message: Omit<Standing, 'id' | 'at'>): Standing {
    const at = this.#time.now().getTime();
    const known = this.standing.find((one) => one.key === message.key && at - one.at < KEY_KNOWN_MS);
    if (known !== undefined && this.manners.knowsKeys) return known;
    const accepted = { ...message, at, id: `message-${this.standing.length}` as MessageId };
    this.standing.push(accepted);
    return accepted;
  }

  #edit(message: MessageId, text: string): EditOutcome {
    const found = this.standing.find(({ id }) => id === message);
    if (found === undefined) return { kind: 'message-gone' };
    found.text = text;
    return { kind: 'sent', message };
  }

  #find(channel: string, key: string): FindOutcome {
    const shownBefore = this.#time.now().getTime() - this.#dice.below(SHOWS_WITHIN_MS);
    const found = this.standing.find(
      (one) => one.channel === channel && one.key === key && one.at <= shownBefore,
    );
    return found === undefined ? { kind: 'absent' } : { kind: 'found', message: found.id };
  }

  /** One request and its answer, with whatever happens to it on the way. */
  async #request<Answer>(arrive: () => Answer): Promise<Answer | SendOutcome> {
    const slowMs = this.#dice.below(SLOWEST_MS);
    const mishap = this.#dice.below(100) < this.manners.mishaps ? this.#dice.pick(MISHAPS) : undefined;
    switch (mishap) {
      case 'lost':
        await this.#time.wait(PATIENCE_MS);
        return { kind: 'unknown', detail: 'no answer' };
      case 'answer-lost':
        await this.#time.wait(slowMs);
        arrive();
        await this.#time.wait(PATIENCE_MS - slowMs);
        return { kind: 'unknown', detail: 'no answer' };
      case 'late':
        void this.#time.wait(LATEST_MS).then(arrive);
        await this.#time.wait(PATIENCE_MS);
        return { kind: 'unknown', detail: 'no answer' };
      case 'too-many':
        await this.#time.wait(slowMs);
        return { kind: 'later', detail: 'too many requests', retryAfterMs: this.#dice.below(MINUTE_MS) };
      case 'unwell':
        await this.#time.wait(slowMs);
        return { kind: 'later', detail: 'answered 503' };
      case undefined: {
        await this.#time.wait(slowMs);
        const answer = arrive();
        await this.#time.wait(slowMs);
        return answer;
      }
    }
  }
}
