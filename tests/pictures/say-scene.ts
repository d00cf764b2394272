import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId, Messenger, SendOutcome } from '#channel/messenger.ts';
import type { Scene } from './scene.ts';

/** Says a scene as delivery does: the card is posted, edited to how it stands, and answered. Throws what is not taken. */
export async function sayScene(
  { posted, shown, pointer }: Scene,
  messenger: Messenger,
  channel: ChannelRef,
): Promise<void> {
  const message = sent(await messenger.create(channel, posted.card, posted.key));
  if (shown !== posted) {
    const edited = await messenger.edit(channel, message, shown.card, shown.key);
    if (edited.kind !== 'sent') throw new Error(`The card was not edited: ${edited.kind}`);
  }
  if (pointer) sent(await messenger.reply(channel, message, pointer.line, pointer.key, pointer.view));
}

function sent(outcome: SendOutcome): MessageId {
  if (outcome.kind !== 'sent') throw new Error(`Not sent: ${JSON.stringify(outcome)}`);
  return outcome.message;
}
