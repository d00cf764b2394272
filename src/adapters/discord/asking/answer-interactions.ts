import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { announce, hasOwnMessage, type Repliable } from '#adapters/discord/asking/announce.ts';
import { findDefined } from '#adapters/discord/asking/command-definitions.ts';
import { filledIn } from '#adapters/discord/asking/filled-in.ts';
import { inboundOf } from '#adapters/discord/asking/inbound-of.ts';
import { interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { type LetThrough, rememberLetThrough } from '#adapters/discord/asking/let-through.ts';
import { askedAt } from '#adapters/discord/asking/message-menus.ts';
import { type FormReader, modalOf } from '#adapters/discord/asking/modal-of.ts';
import { optionsOf } from '#adapters/discord/asking/options-of.ts';
import { replyComponents } from '#adapters/discord/asking/reply-components.ts';
import { askedBy } from '#adapters/discord/cards/custom-id.ts';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import { tellable } from '#adapters/discord/sending/tellable.ts';
import { warnOfSilence } from '#adapters/discord/sending/warn-of-silence.ts';
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

/** The same, with what Discord has let people type. */
type Means = Answering & { readonly letThrough: LetThrough };

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
  const means = { ...answering, letThrough: rememberLetThrough(client) };
  client.on(Events.InteractionCreate, (interaction) => {
    if (taken.has(interaction.id)) return;
    remember(interaction.id, taken);
    route(interaction, means).catch((fault: unknown) => {
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

async function route(interaction: Interaction, answering: Means): Promise<void> {
  if (interaction.isAutocomplete()) await offerChoices(interaction, answering);
  else if (interaction.isChatInputCommand()) await answerCommand(interaction, answering);
  else if (interaction.isMessageContextMenuCommand()) await answerMenu(interaction, answering);
  else if (interaction.isButton()) await answerButton(interaction, answering);
  else if (interaction.isModalSubmit()) await answerForm(interaction, answering);
}

async function answerCommand(interaction: ChatInputCommandInteraction, answering: Means): Promise<void> {
  const words = interactionWords(interaction.locale);
  if (!interaction.inCachedGuild()) return refuse(interaction, words.onlyInServers);
  const { commandName, options } = interaction;
  const found = findDefined(commandName, options.getSubcommand(false) ?? '', answering.commands);
  if (found === undefined) return refuse(interaction, words.unknownCommand);

  const { command, isChangingRoot } = found;
  const asked = { kind: 'command', path: command.path, options: optionsOf(interaction, command) } as const;
  // Discord gives roots: whoever may type one command below it may type them all.
  if (isChangingRoot) answering.letThrough.note(interaction, commandName);
  return answer(
    interaction,
    inboundOf(interaction, asked, isChangingRoot ? 'to-this' : 'to-nothing'),
    answering,
  );
}

/** Who sees what in the menu of a message is for the server to say, as with commands. */
async function answerMenu(
  interaction: MessageContextMenuCommandInteraction,
  answering: Means,
): Promise<void> {
  const words = interactionWords(interaction.locale);
  if (!interaction.inCachedGuild()) return refuse(interaction, words.onlyInServers);
  const asked = askedAt(interaction);
  if (asked === undefined) return refuse(interaction, words.unknownCommand);
  if (asked.kind === 'command')
    return answer(interaction, inboundOf(interaction, asked, 'to-nothing'), answering);
  answering.letThrough.note(interaction, asked.call.path.join(' '));
  return openForm(interaction, inboundOf(interaction, asked, 'to-this'), answering);
}

async function answerButton(interaction: ButtonInteraction, answering: Means): Promise<void> {
  const words = interactionWords(interaction.locale);
  if (!interaction.inCachedGuild()) return refuse(interaction, words.onlyInServers);
  const asked = askedBy(interaction.customId);
  if (asked === undefined) return refuse(interaction, words.notOurs);
  const inbound = inboundOf(interaction, asked, answering.letThrough.commandsOf(interaction));
  return asked.kind === 'form'
    ? openForm(interaction, inbound, answering)
    : answer(interaction, inbound, answering);
}

async function answerForm(interaction: ModalSubmitInteraction, answering: Means): Promise<void> {
  const words = interactionWords(interaction.locale);
  if (!interaction.inCachedGuild()) return refuse(interaction, words.onlyInServers);
  const asked = filledIn(interaction);
  if (asked === undefined) return refuse(interaction, words.notOurs);
  const letThrough = answering.letThrough.commandsOf(interaction);
  return answer(interaction, inboundOf(interaction, asked, letThrough), answering);
}

const refuse = async (interaction: Repliable, content: string): Promise<void> =>
  void (await interaction.reply({ content, flags: MessageFlags.Ephemeral }));

/** A form can only be the first answer: nothing is announced, and what it needs is looked up at once. */
async function openForm(
  interaction: ButtonInteraction | MessageContextMenuCommandInteraction,
  inbound: Inbound,
  { receive }: Answering,
): Promise<void> {
  const received = await receive({ ...inbound, hasForms: true });
  if (received?.kind === 'form') {
    await interaction.showModal(modalOf(received, readerOf(interaction)));
    return;
  }
  if (received === undefined) return;
  const { components, flags } = messageOf(received);
  await interaction.reply({ components, flags: [flags, MessageFlags.Ephemeral] });
}

const readerOf = ({
  locale,
  guild,
}: ButtonInteraction | MessageContextMenuCommandInteraction): FormReader => ({
  locale,
  roles: guild?.roles.cache ?? new Set(),
});

/**
 * Who asked is answered alone: a channel must not fill up with the curiosity of its readers. What is for everybody stands
 * below, as a message of its own.
 */
async function answer(interaction: Repliable, inbound: Inbound, { receive, log }: Answering): Promise<void> {
  const announced = await announce(interaction, log);
  if (announced === 'too-late') return;
  const received = await receive(inbound);
  if (received?.kind === 'form') throw new Error('No form was asked for.');
  const reply = received && warnOfSilence(received, inbound, interaction);
  const isInPlace = hasOwnMessage(interaction);
  // What stands there may be the answer that was given before.
  if (reply === undefined && (announced === 'unsettled' || isInPlace)) return;
  if (reply === undefined) await interaction.deleteReply();
  else if (reply.isPublic === true) await tellAll(interaction, reply, isInPlace);
  else if (isInPlace && reply.replaces !== true) await tellBelow(interaction, reply);
  else await interaction.editReply(messageOf(reply));
}

/** Whether an answer is seen by all cannot be changed after it was announced. */
async function tellAll(interaction: Repliable, reply: Reply, isInPlace: boolean): Promise<void> {
  if (!isInPlace) await interaction.deleteReply();
  await interaction.followUp(messageOf(reply));
}

async function tellBelow(interaction: Repliable, reply: Reply): Promise<void> {
  const { flags, ...message } = messageOf(reply);
  await interaction.followUp({ ...message, flags: [flags, MessageFlags.Ephemeral] });
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
  // What the option will be filled in for is what Discord has let this person begin to type.
  const nothingYet = { kind: 'command', path: found.command.path, options: {} } as const;
  const asker = inboundOf(interaction, nothingYet, found.command.isChanging ? 'to-this' : 'to-nothing');
  const suggested = await suggest({ ...asker, wanted, begun: value });
  const choices = suggested.filter(({ value: filled }) => filled !== '' && filled.length <= LONGEST_CHOICE);
  return interaction.respond(
    choices
      .slice(0, MOST_CHOICES)
      .map(({ value: filled, label }) => ({ name: cutLabel(label, LONGEST_CHOICE), value: filled })),
  );
}
