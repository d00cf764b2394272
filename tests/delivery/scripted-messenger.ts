import type { ChannelRef } from '#channel/channel.ts';
import type {
  DeliveryKey,
  EditOutcome,
  FindOutcome,
  MessageId,
  Messenger,
  SendOutcome,
} from '#channel/messenger.ts';

/** What the platform does with one request; `lost`: it takes the message, and its answer never comes. */
export type Script = {
  readonly create?: (channel: ChannelRef) => SendOutcome | 'lost' | undefined | Promise<SendOutcome>;
  readonly edit?: () => EditOutcome;
  readonly find?: () => FindOutcome;
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
    async create(channel, card, key) {
      const told = await script.create?.(channel);
      if (told !== undefined && told !== 'lost') return told;
      const taken = take(`${channel.name} ${card.headline}`, key);
      return told === 'lost' ? { kind: 'unknown', detail: 'no answer' } : taken;
    },
    edit(_channel, message, card) {
      const told = script.edit?.() ?? { kind: 'sent', message };
      if (told.kind === 'sent') log.push(`edit ${card.headline}`);
      return Promise.resolve(told);
    },
    reply(_channel, _message, line, key, { mention }) {
      const words = line.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
      return Promise.resolve(take(`reply ${mention === undefined ? '' : `${mention} `}${words}`, key));
    },
    findByKey(_channel, key) {
      const message = standing.get(key);
      return Promise.resolve(script.find?.() ?? (message ? { kind: 'found', message } : { kind: 'absent' }));
    },
  };
  return { messenger, log };
}
