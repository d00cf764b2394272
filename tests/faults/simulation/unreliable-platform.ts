import type { Card } from '#card/card.ts';
import type { DigestCard } from '#card/digest-card.ts';
import type {
  EditOutcome,
  FindOutcome,
  MessageId,
  Messenger,
  Refusal,
  RemovalOutcome,
  SendOutcome,
} from '#channel/messenger.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Dice } from '../../bench/dice.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** A message as it stands. */
export type Standing = {
  readonly id: MessageId;
  readonly kind: 'card' | 'line' | 'digest';
  readonly key: string;
  readonly channel: string;
  readonly answers?: string;
  readonly at: number;
  text: string;
  /** A person took it away. */
  isDeleted: boolean;
};

/** How the platform and the way to it are. */
export type Manners = {
  /** As Discord does: with the same key, within some minutes, the message that stands is named instead of a second one. */
  readonly knowsKeys: boolean;
  /** Of a hundred requests, how many go wrong in some way. */
  readonly mishaps: number;
  /** Whether people take rights away now and then. */
  readonly refuses: boolean;
};

const KEY_KNOWN_MS = 3 * MINUTE_MS;
/** A messenger counts on less of that. */
const KEY_COUNTED_ON_MS = MINUTE_MS;
/** A messenger gives up after this long. */
const PATIENCE_MS = 15 * SECOND_MS;
/** What was accepted shows in the history no later than this after it. */
const SHOWS_WITHIN_MS = 5 * SECOND_MS;
/** A request that its sender has given up may still be accepted. */
const LATEST_MS = 20 * SECOND_MS;
const SLOWEST_MS = 4 * SECOND_MS;

/** It never arrives; its answer does not; it arrives after its sender has given up; it is put off, in three ways. */
const MISHAPS = ['lost', 'answer-lost', 'late', 'too-many', 'too-many-in-all', 'unwell'] as const;

/** What nothing but the way to it decides: a request that comes through has an answer of its own. */
type Mishap = (typeof MISHAPS)[number];

/** A platform whose network loses, delays and refuses; it outlives whoever talks to it. */
export class UnreliablePlatform {
  /** Everything that it ever accepted. */
  readonly accepted: Standing[] = [];
  /** By the address of the channel: why nobody may post there now. */
  readonly refusals = new Map<string, Refusal>();
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
      ...(this.manners.knowsKeys && { keyHoldsForMs: KEY_COUNTED_ON_MS }),
      create: (channel, card, key) => this.#create(channel.address, wordsOfCard(card), key),
      reply: ({ address }, message, _line, key) =>
        this.#send({ kind: 'line', key, channel: address, answers: message, text: '' }),
      say: ({ address }, _said, key) => this.#send({ kind: 'line', key, channel: address, text: '' }),
      digest: ({ address }, digest, key) =>
        this.#send({ kind: 'digest', key, channel: address, text: wordsOf(digest) }),
      remove: ({ address }, message): Promise<RemovalOutcome> => this.#remove(address, message),
      edit: ({ address }, message, card): Promise<EditOutcome> =>
        this.#request<EditOutcome>(address, () => this.#edit(message, wordsOfCard(card))),
      findByKey: async ({ address }, key): Promise<FindOutcome> => {
        const outcome = await this.#request(address, () => this.#find(address, key));
        switch (outcome.kind) {
          case 'found':
          case 'absent':
          case 'cannot-know':
          case 'later':
            return outcome;
          case 'sent':
          case 'message-gone':
          case 'refused':
          case 'unknown':
            return { kind: 'later', detail: 'the platform could not be asked' };
        }
      },
    };
  }

  /** A card that a person may delete. */
  anyCard(): Standing | undefined {
    const cards = this.accepted.filter(({ kind, isDeleted }) => kind === 'card' && !isDeleted);
    return cards.length === 0 ? undefined : this.#dice.pick(cards);
  }

  /** Where a key is known the message that stands is named: the card is shown by an edit, as on Discord. */
  async #create(channel: string, text: string, key: string): Promise<SendOutcome> {
    const sent = await this.#send({ kind: 'card', key, channel, text });
    if (sent.kind !== 'sent' || !this.manners.knowsKeys) return sent;
    const shown = await this.#request<EditOutcome>(channel, () => this.#edit(sent.message, text));
    if (shown.kind === 'sent') return sent;
    return { ...sent, isBare: true, ...(shown.kind === 'unknown' && { mayChange: true }) };
  }

  #send(message: Omit<Standing, 'id' | 'at' | 'isDeleted'>): Promise<SendOutcome> {
    return this.#request(message.channel, (): SendOutcome => {
      const { id, isDeleted } = this.#accept(message);
      return isDeleted ? { kind: 'message-gone' } : { kind: 'sent', message: id };
    });
  }

  #accept(message: Omit<Standing, 'id' | 'at' | 'isDeleted'>): Standing {
    const at = this.#time.now().getTime();
    const known = this.accepted.find((one) => one.key === message.key && at - one.at < KEY_KNOWN_MS);
    if (known !== undefined && this.manners.knowsKeys) return known;
    const id = `message-${this.accepted.length}` as MessageId;
    const accepted = { ...message, at, id, isDeleted: false };
    this.accepted.push(accepted);
    return accepted;
  }

  #edit(message: MessageId, text: string): EditOutcome {
    const found = this.accepted.find(({ id }) => id === message);
    if (found === undefined || found.isDeleted) return { kind: 'message-gone' };
    found.text = text;
    return { kind: 'sent', message };
  }

  async #remove(channel: string, message: MessageId): Promise<RemovalOutcome> {
    const outcome = await this.#request<RemovalOutcome>(channel, () => {
      const found = this.accepted.find(({ id }) => id === message);
      if (found === undefined || found.isDeleted) return { kind: 'message-gone' };
      found.isDeleted = true;
      return { kind: 'removed' };
    });
    return outcome.kind === 'sent' ? { kind: 'unknown', detail: 'no answer' } : outcome;
  }

  #find(channel: string, key: string): FindOutcome {
    const shownBefore = this.#time.now().getTime() - this.#dice.below(SHOWS_WITHIN_MS);
    const found = this.accepted.find(
      (one) => !one.isDeleted && one.channel === channel && one.key === key && one.at <= shownBefore,
    );
    return found === undefined ? { kind: 'absent' } : { kind: 'found', message: found.id };
  }

  /** One request and its answer, with whatever happens to it on the way. */
  async #request<Answer>(channel: string, take: () => Answer): Promise<Answer | SendOutcome> {
    const arrive = (): Answer | SendOutcome => this.#refusalIn(channel) ?? take();
    const slowMs = this.#dice.below(SLOWEST_MS);
    const mishap = this.#throwMishap();
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
      case 'too-many-in-all': {
        await this.#time.wait(slowMs);
        const later = {
          kind: 'later',
          detail: 'too many',
          retryAfterMs: this.#dice.below(MINUTE_MS),
        } as const;
        return mishap === 'too-many' ? later : { ...later, isEverywhere: true };
      }
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

  #refusalIn(channel: string): SendOutcome | undefined {
    const reason = this.refusals.get(channel);
    return reason && { kind: 'refused', reason, detail: 'so it says' };
  }

  #throwMishap(): Mishap | undefined {
    return this.#dice.below(100) < this.manners.mishaps ? this.#dice.pick(MISHAPS) : undefined;
  }
}

/** What a card shows: a headline, where it stands, and that somebody muted it. */
const wordsOfCard = ({ headline, status, muted = [] }: Card): string =>
  [headline, JSON.stringify(status), JSON.stringify(muted)].join(' · ');

/** All that a digest says: it names the stories that it tells by their headlines. */
const wordsOf = (digest: DigestCard): string => JSON.stringify(digest);
