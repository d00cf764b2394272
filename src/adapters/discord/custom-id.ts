import type { DeliveryKey } from '#channel/messenger.ts';
import type { Asked } from '#command/inbound.ts';

/** What a button of ours holds: Discord takes no more. */
const LONGEST = 100;
const WHY = 'why:';
const TYPED = 'do:';

/** What the button Why? of a card holds: the card's key, by which the message is found again as well. */
export const whyId = (card: DeliveryKey): string => `${WHY}${card}`;

/** What a button holds that stands for a typed command; absent where the command is too long for one. */
export function commandId(command: string): string | undefined {
  const id = `${TYPED}${command}`;
  return id.length <= LONGEST ? id : undefined;
}

/** What pressing a button asks; absent for a button that is not ours. */
export function askedBy(customId: string): Asked | undefined {
  if (customId.startsWith(WHY)) return { kind: 'why', card: customId.slice(WHY.length) as DeliveryKey };
  if (customId.startsWith(TYPED)) return { kind: 'words', words: customId.slice(TYPED.length) };
  return undefined;
}
