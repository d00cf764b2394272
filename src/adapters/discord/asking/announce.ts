import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import { outcomeOfError } from '#adapters/discord/sending/outcome-of-error.ts';
import { tellable } from '#adapters/discord/sending/tellable.ts';
import type { Log } from '#kernel/log.ts';

/** What can be answered with a message. */
export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** `unsettled`: it may stand there although Discord's answer was lost. `too-late`: nobody waits any more. */
export type Announced = 'announced' | 'unsettled' | 'too-late';

/**
 * Tells Discord that an answer comes: it waits three seconds. Who asked sees that, and nobody else; where they pressed a
 * button of a message that only they see, it stays as it is until then. Throws where Discord refuses that.
 */
export async function announce(interaction: Repliable, log: Log): Promise<Announced> {
  try {
    if (hasOwnMessage(interaction)) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return 'announced';
  } catch (fault) {
    const announced = announcedDespite(fault);
    if (announced === undefined) throw fault;
    log.warn('discord.answer_not_announced', {
      interaction: interaction.id,
      end: announced,
      ...tellable(fault),
    });
    // Else the SDK would not let the answer follow.
    interaction.deferred = true;
    return announced;
  }
}

/** Whether a button was pressed on a message that only this person sees. */
export const hasOwnMessage = (interaction: Repliable): interaction is ButtonInteraction =>
  interaction.isButton() && interaction.message.flags.has(MessageFlags.Ephemeral);

/** "Already acknowledged" is what the SDK hears when it repeats a request whose answer was lost. */
function announcedDespite(fault: unknown): Exclude<Announced, 'announced'> | undefined {
  if (fault instanceof DiscordAPIError) {
    if (fault.code === RESTJSONErrorCodes.UnknownInteraction) return 'too-late';
    const isRepeated = fault.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    return isRepeated ? 'unsettled' : undefined;
  }
  return outcomeOfError(fault).kind === 'unknown' ? 'unsettled' : undefined;
}
