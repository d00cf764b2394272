import type { OwedMessage } from '#delivery/owed-message.ts';

/** What a message is, or would have been, in its channel: the word of logs and metrics. */
export type DeliveryKind = 'card' | 'edit' | 'pointer' | 'digest' | 'notice';

/** A card that stands is edited, or taken away. */
export function deliveryKind(owed: OwedMessage): DeliveryKind {
  switch (owed.kind) {
    case 'card':
      return owed.row.message === undefined ? 'card' : 'edit';
    case 'line':
      return 'pointer';
    case 'digest':
      return 'digest';
  }
}
