import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type {
  DeliveryKey,
  EditOutcome,
  FindOutcome,
  MessageId,
  Messenger,
  RemovalOutcome,
  SaidLine,
  SendOutcome,
} from '#channel/messenger.ts';

/** What the platform does with one request; `lost`: its answer never comes; `bare`: only the sentence stands. */
export type Script = {
  readonly create?: (channel: ChannelRef) => SendOutcome | 'lost' | 'bare' | undefined | Promise<SendOutcome>;
  readonly edit?: (message: MessageId) => EditOutcome | Promise<EditOutcome>;
  readonly remove?: () => RemovalOutcome;
  readonly reply?: () => SendOutcome | undefined;
  readonly digest?: () => SendOutcome | undefined;
  readonly say?: () => SendOutcome | undefined;
  readonly find?: (said?: SaidLine) => FindOutcome;
  readonly keyHoldsForMs?: number;
};

/** A platform that keeps what it took, and answers as told; where nothing is told it takes everything. */
export function scriptedMessenger(script: Script = {}) {
  const standing = new Map<DeliveryKey, MessageId>();
  const log: string[] = [];
  const take = (what: string, key: DeliveryKey): SendOutcome => {
    log.push(what);
    const message = `${standing.size + 1}:${key}` as MessageId;
    standing.set(key, message);
    return { kind: 'sent', message };
  };
  const messenger: Messenger = {
    platform: 'terminal',
    ...(script.keyHoldsForMs !== undefined && { keyHoldsForMs: script.keyHoldsForMs }),
    async create(channel, card, key) {
      const told = await script.create?.(channel);
      if (typeof told === 'object') return told;
      const taken = take(`${channel.name} ${card.headline}`, key);
      if (told === 'lost') return { kind: 'unknown', detail: 'no answer' };
      return told === 'bare' && taken.kind === 'sent' ? { ...taken, isBare: true } : taken;
    },
    async edit(_channel, message, card) {
      const told = (await script.edit?.(message)) ?? { kind: 'sent', message };
      if (told.kind === 'sent') log.push(`edit ${card.headline}`);
      return told;
    },
    remove(_channel, message) {
      const told = script.remove?.() ?? { kind: 'removed' };
      if (told.kind === 'removed') log.push(`remove ${message}`);
      return Promise.resolve(told);
    },
    reply(_channel, _message, line, key, { mention, thread }) {
      const called = mention === undefined ? '' : `${mention} `;
      return Promise.resolve(
        script.reply?.() ??
          take(`${thread === undefined ? 'reply' : 'in thread'} ${called}${wordsOf(line)}`, key),
      );
    },
    digest(channel, { title, sections, kind }, key) {
      const stories = sections.flatMap(({ entries }) => entries.map(({ headline }) => ` [${headline}]`));
      return Promise.resolve(
        script.digest?.() ?? take(`${channel.name} ${kind}: ${wordsOf(title)}${stories.join('')}`, key),
      );
    },
    say(_channel, { line, actions }, key) {
      const todo = actions.map(({ label }) => ` [${label}]`).join('');
      return Promise.resolve(script.say?.() ?? take(`say ${wordsOf(line)}${todo}`, key));
    },
    findByKey(_channel, key, _since, said) {
      if (said?.answers !== undefined) log.push(`looks below ${said.answers} for ${wordsOf(said.line)}`);
      else if (said !== undefined) log.push(`looks for ${wordsOf(said.line)}`);
      const message = standing.get(key);
      return Promise.resolve(
        script.find?.(said) ?? (message ? { kind: 'found', message } : { kind: 'absent' }),
      );
    },
  };
  return { messenger, log };
}

const wordsOf = (line: Phrase): string =>
  line.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
