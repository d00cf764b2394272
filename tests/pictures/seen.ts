import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { DeliveryKey, LineView, MessageId, Messenger, SendOutcome } from '#channel/messenger.ts';
import type { Clock } from '#kernel/clock.ts';

/** A card, when it was posted or changed. */
export type SeenCard = {
  readonly kind: 'card';
  readonly at: Date;
  readonly message: MessageId;
  readonly key: DeliveryKey;
  readonly card: Card;
};

/** A line that answers the card of this message. */
export type SeenLine = {
  readonly kind: 'line';
  readonly at: Date;
  readonly message: MessageId;
  readonly key: DeliveryKey;
  readonly line: Phrase;
  readonly view: LineView;
};

/** What a desk saw in its channel. */
export type Seen = SeenCard | SeenLine;

/** A messenger that shows nothing to anybody and adds to `seen` what it was to say. */
export function keepingMessenger(seen: Seen[], clock: Clock): Messenger {
  const keep = (what: Seen): Promise<SendOutcome> => {
    seen.push(what);
    return Promise.resolve({ kind: 'sent', message: what.message });
  };
  return {
    platform: 'terminal',
    create: (_channel, card, key) =>
      keep({ kind: 'card', at: clock(), message: key as string as MessageId, key, card }),
    edit: (_channel, message, card, key) => keep({ kind: 'card', at: clock(), message, key, card }),
    remove: () => Promise.resolve({ kind: 'removed' }),
    reply: (_channel, message, line, key, view) =>
      keep({ kind: 'line', at: clock(), message, key, line, view }),
    digest: () => Promise.resolve({ kind: 'refused', reason: 'invalid', detail: 'no digest is drawn' }),
    say: (_channel, { line }, key, view) =>
      keep({ kind: 'line', at: clock(), message: key as string as MessageId, key, line, view }),
    findByKey: () => Promise.resolve({ kind: 'absent' }),
  };
}
