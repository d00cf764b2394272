import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { findDefined } from '#adapters/discord/command-definitions.ts';
import { askedBy } from '#adapters/discord/custom-id.ts';
import { cutLabel } from '#adapters/discord/cut-label.ts';
import { inboundOf, placeOf } from '#adapters/discord/inbound-of.ts';
import { interactionWords } from '#adapters/discord/interaction-words.ts';
import { optionsOf } from '#adapters/discord/options-of.ts';
import { outcomeOfError } from '#adapters/discord/outcome-of-error.ts';
import { replyComponents } from '#adapters/discord/reply-components.ts';
import { tellable } from '#adapters/discord/tellable.ts';
import { warnOfSilence } from '#adapters/discord/warn-of-silence.ts';
import type { Command, Reply } from '#command/command.ts';
import type { Inbound, Receive, Suggest } from '#command/inbound.ts';
import type { Log } from '#kernel/log.ts';

/** What interactions are answered with. */
export type Answering = {
  readonly commands: readonly Command[];
  readonly receive: Receive;
  readonly suggest: Suggest;
  readonly log: Log;
};

type Repliable = ChatInputCommandInteraction | ButtonInteraction;
type Audience = 'everyone' | 'asker';

/** Discord shows so many choices, and takes none longer. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;
const MOST_REMEMBERED = 1_000;

/**
 * Answers what people type and press. Discord is told at once that an answer comes (it waits three seconds), then the
 * answer takes that place. The border where the fault of one interaction is caught.
 */
export function answerInteractions(client: Client, answering: Answering): void {
  const taken = new Set<string>();
  client.on(Events.InteractionCreate, (interaction) => {
    if (taken.has(interaction.id)) return;
    remember(interaction.id, taken);
    route(interaction, answering).catch((fault: unknown) => {
      answering.log.error('discord.interaction_failed', { interaction: interaction.id, ...tellable(fault) });
    });
  });
}

/** Discord repeats an event when a connection is resumed, soon or never. */
function remember(id: string, taken: Set<string>): void {
  taken.add(id);
  const [oldest] = taken;
  if (taken.size > MOST_REMEMBERED && oldest !== undefined) taken.delete(oldest);
}

async function route(interaction: Interaction, answering: Answering): Promise<void> {
  if (interaction.isAutocomplete()) await offerChoices(interaction, answering);
  else if (interaction.isChatInputCommand()) await answerCommand(interaction, answering);
  else if (interaction.isButton()) await answerButton(interaction, answering);
}

async function answerCommand(interaction: ChatInputCommandInteraction, answering: Answering): Promise<void> {
  const words = interactionWords(interaction.locale);
  if (!interaction.inCachedGuild()) return refuse(interaction, words.onlyInServers);
  const { commandName, options } = interaction;
  const found = findDefined(commandName, options.getSubcommand(false) ?? '', answering.commands);
  if (found === undefined) return refuse(interaction, words.unknownCommand);

  const { command, isChangingRoot } = found;
  const asked = { kind: 'command', path: command.path, options: optionsOf(interaction, command) } as const;
  const inbound = inboundOf(interaction, asked, isChangingRoot);
  return answer(interaction, inbound, command.isChanging ? 'asker' : 'everyone', answering);
}

/** What a button brings is for who pressed it: a channel must not fill up with the curiosity of its readers. */
async function answerButton(interaction: ButtonInteraction, answering: Answering): Promise<void> {
  const words = interactionWords(interaction.locale);
  if (!interaction.inCachedGuild()) return refuse(interaction, words.onlyInServers);
  const asked = askedBy(interaction.customId);
  if (asked === undefined) return refuse(interaction, words.notOurs);
  return answer(interaction, inboundOf(interaction, asked, false), 'asker', answering);
}

const refuse = async (interaction: Repliable, content: string): Promise<void> =>
  void (await interaction.reply({ content, flags: MessageFlags.Ephemeral }));

async function answer(
  interaction: Repliable,
  inbound: Inbound,
  audience: Audience,
  { receive, log }: Answering,
): Promise<void> {
  const announced = await announce(interaction, audience, log);
  if (announced === 'too-late') return;
  const received = await receive(inbound);
  if (received?.kind === 'form') throw new Error('No form was asked for.');
  const reply = received && warnOfSilence(received, inbound, interaction);
  // What stands there may be the answer that was given before.
  if (reply === undefined && announced === 'unsettled') return;
  if (reply === undefined) await interaction.deleteReply();
  else if (reply.kind === 'refused' && audience === 'everyone') await tellAlone(interaction, reply);
  else await interaction.editReply(messageOf(reply));
}

/** `unsettled`: it may stand there although Discord's answer was lost. `too-late`: nobody waits any more. */
type Announced = 'announced' | 'unsettled' | 'too-late';

/** Shows that an answer comes. Throws where Discord refuses that. */
async function announce(interaction: Repliable, audience: Audience, log: Log): Promise<Announced> {
  try {
    await interaction.deferReply(audience === 'asker' ? { flags: MessageFlags.Ephemeral } : {});
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

/** "Already acknowledged" is what the SDK hears when it repeats a request whose answer was lost. */
function announcedDespite(fault: unknown): Exclude<Announced, 'announced'> | undefined {
  if (fault instanceof DiscordAPIError) {
    if (fault.code === RESTJSONErrorCodes.UnknownInteraction) return 'too-late';
    const isRepeated = fault.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    return isRepeated ? 'unsettled' : undefined;
  }
  return outcomeOfError(fault).kind === 'unknown' ? 'unsettled' : undefined;
}

/** Nobody else needs to see a refusal. Whether a reply is seen by all cannot be changed after it was announced. */
async function tellAlone(interaction: Repliable, reply: Reply): Promise<void> {
  await interaction.deleteReply();
  const { components, flags } = messageOf(reply);
  await interaction.followUp({ components, flags: [flags, MessageFlags.Ephemeral] });
}

const messageOf = (reply: Reply) => ({
  components: replyComponents(reply),
  flags: MessageFlags.IsComponentsV2 as const,
  ...(reply.file && {
    files: [{ attachment: Buffer.from(reply.file.text, 'utf8'), name: reply.file.name }],
  }),
});

async function offerChoices(
  interaction: AutocompleteInteraction,
  { commands, suggest }: Answering,
): Promise<void> {
  if (!interaction.inCachedGuild()) return interaction.respond([]);
  const { commandName, options } = interaction;
  const found = findDefined(commandName, options.getSubcommand(false) ?? '', commands);
  if (found === undefined) return interaction.respond([]);

  const { name, value } = options.getFocused(true);
  const wanted = found.command.options.find((option) => option.name === name)?.suggests;
  if (wanted === undefined) return interaction.respond([]);
  const suggested = await suggest({ ...placeOf(interaction), wanted, begun: value });
  const choices = suggested.filter(({ value: filled }) => filled !== '' && filled.length <= LONGEST_CHOICE);
  return interaction.respond(
    choices
      .slice(0, MOST_CHOICES)
      .map(({ value: filled, label }) => ({ name: cutLabel(label, LONGEST_CHOICE), value: filled })),
  );
}
