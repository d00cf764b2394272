import { setTimeout as delay } from 'node:timers/promises';
import { type Discord, mustHave } from './discord.ts';
import { FIRST_ANSWER_MS } from './interaction-routes.ts';
import {
  allComponents,
  COMPONENTS,
  type Component,
  type Json,
  type Message,
  readAloud,
  shownBody,
} from './message.ts';
import { permissionsIn } from './permissions-in.ts';
import type { Snowflake } from './snowflake.ts';
import { channelPayload, interactionPayload, memberPayload, rolePayload, userPayload } from './wire.ts';
import {
  type Channel,
  type Command,
  type CommandOption,
  type Guild,
  type Interaction,
  type Member,
  type Modal,
  named,
  type World,
} from './world.ts';
import { addMessage } from './write-message.ts';

/** Who does something, and where; names, since people know no ids. The server only where several have that channel. */
export type Place = { readonly user: string; readonly channel: string; readonly guild?: string };

/** What a person sees after a command, a button or a form. */
export type Seen =
  /** A message: the bot's answer, or the one whose button was pressed, as it now stands. */
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly message: Message;
      readonly isPrivate: boolean;
      readonly interaction: Snowflake;
    }
  | { readonly kind: 'form'; readonly form: Modal; readonly interaction: Snowflake }
  | { readonly kind: 'choices'; readonly choices: NonNullable<Interaction['choices']> }
  /** "The application did not respond": no answer within three seconds. */
  | { readonly kind: 'no-response' }
  /** "Readout is thinking…", still, when the test lost its patience. */
  | { readonly kind: 'still-thinking'; readonly interaction: Snowflake };

/** The values of a command's options, by name; a channel, role or person by its name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Docs: interactions/application-commands, "Application Command Option Type". */
const OPTION = { subcommand: 1, group: 2, integer: 4, user: 6, channel: 7, role: 8, number: 10 } as const;
const TEXT_INPUT = 4;

/** People at their keyboards. Each deed waits for what the person then sees. */
export class People {
  readonly #discord: Discord;
  readonly #patienceMs: number;

  constructor(discord: Discord, patienceMs: number) {
    this.#discord = discord;
    this.#patienceMs = patienceMs;
  }

  /** Types a command: `slash('watch add', { topic: … }, …)`. Throws where Discord would not offer it to this person. */
  async slash(words: string, options: OptionValues, place: Place): Promise<Seen> {
    const { command, data } = this.#commandData(words, options, place);
    requireOptions(command, words.split(' ').slice(1), options);
    return this.#ask('command', data, place);
  }

  /** Types into an option that offers choices while one types. */
  async autocomplete(words: string, option: string, typed: string, place: Place): Promise<Seen> {
    const { data } = this.#commandData(words, { [option]: typed }, place, option);
    return this.#ask('autocomplete', data, place);
  }

  /** Presses a button by its label or custom_id. Throws where the message shows no such button, or it is greyed out. */
  async press(message: Snowflake, button: string, place: Place): Promise<Seen> {
    const shown = shownBody(mustHave(this.#discord.world.messages, message));
    const found = allComponents(shown.components).find(
      ({ type, label, custom_id: id }) => type === COMPONENTS.BUTTON && (label === button || id === button),
    );
    if (!found?.custom_id) throw new Error(`the message has no button ${button}`);
    if (found.disabled) throw new Error(`the button ${button} is greyed out`);
    const data = { component_type: COMPONENTS.BUTTON, custom_id: found.custom_id, id: found.id };
    return this.#ask('component', data, place, message);
  }

  /** Chooses in a menu of the message. */
  async choose(message: Snowflake, menu: string, values: readonly string[], place: Place): Promise<Seen> {
    const shown = shownBody(mustHave(this.#discord.world.messages, message));
    const found = allComponents(shown.components).find(({ custom_id: id }) => id === menu);
    if (!found) throw new Error(`the message has no menu ${menu}`);
    const data = { component_type: found.type, custom_id: menu, id: found.id, values };
    return this.#ask('component', data, place, message);
  }

  /** Fills in a form that was seen and sends it; values by the inputs' custom_id. Throws where Discord would not let them. */
  async submit(seen: Seen, values: Readonly<Record<string, string>>, place: Place): Promise<Seen> {
    if (seen.kind !== 'form') throw new Error(`no form was shown, but ${seen.kind}`);
    const { form, interaction } = seen;
    const source = this.#discord.world.interactions.get(interaction)?.source;
    const components = form.components.map((component) => filledIn(component, values));
    return this.#ask('modal', { custom_id: form.custom_id, components }, place, source);
  }

  /** Says something in a channel, which the bot cannot read. */
  say(text: string, place: Place): Message {
    const { channel, member } = this.#at(place);
    const body = { content: text, embeds: [], components: [], flags: 0 };
    return addMessage(this.#discord.world, { channel: channel.id, author: member.user.id, pings: [], body });
  }

  /** The messages that followed an answer. */
  followUps(interaction: Snowflake): readonly Message[] {
    const { world } = this.#discord;
    return mustHave(world.interactions, interaction).followUps.map((id) => mustHave(world.messages, id));
  }

  #at({ user, channel, guild }: Place): {
    readonly guild: Guild;
    readonly channel: Channel;
    readonly member: Member;
  } {
    const { world } = this.#discord;
    const guilds = [...world.guilds.values()].filter(({ name }) => guild === undefined || name === guild);
    const here = named(
      [...world.channels.values()].filter((one) => guilds.some(({ id }) => id === one.guild)),
      channel,
    );
    const home = mustHave(world.guilds, here.guild);
    const member = home.members.find((one) => one.user.name === user);
    if (!member) throw new Error(`${user} is not in ${home.name}`);
    return { guild: home, channel: here, member };
  }

  #commandData(words: string, options: OptionValues, place: Place, focused?: string) {
    const { guild, channel, member } = this.#at(place);
    const [name = '', ...path] = words.split(' ');
    const command = named(
      [...this.#discord.world.commands.values()].filter(
        ({ guild_id: home }) => home === undefined || home === guild.id,
      ),
      name,
    );
    const needed = BigInt(command.default_member_permissions ?? 0);
    const held = permissionsIn(this.#discord.world, member, channel);
    const isForOwner = command.default_member_permissions === '0' && guild.owner !== member.user.id;
    if (isForOwner || (held & needed) !== needed) throw new Error(`${place.user} is not shown /${name}`);
    const typed = { guild, world: this.#discord.world, options, ...(focused !== undefined && { focused }) };
    return { command, data: dataOf(command, path, typed) };
  }

  async #ask(kind: Interaction['kind'], data: Json, place: Place, source?: Snowflake): Promise<Seen> {
    const { world, dispatch, violate } = this.#discord;
    const { channel, member } = this.#at(place);
    const id = world.newId();
    const interaction: Interaction = {
      id,
      token: `interaction-token-${id}`,
      kind,
      at: world.clock(),
      user: member.user.id,
      channel: channel.id,
      followUps: [],
      ...(source !== undefined && { source }),
    };
    world.interactions.set(id, interaction);
    dispatch('INTERACTION_CREATE', interactionPayload(world, interaction, data));

    const answered = await this.#waitFor(
      () => {
        const now = mustHave(world.interactions, id);
        return now.callback === undefined ? undefined : now;
      },
      new Date(interaction.at.getTime() + FIRST_ANSWER_MS),
    );
    if (!answered) {
      violate(`a ${kind} got no answer within 3 s`);
      return { kind: 'no-response' };
    }
    return this.#see(answered);
  }

  async #see({ id, modal, choices, reply }: Interaction): Promise<Seen> {
    const { world } = this.#discord;
    if (modal) return { kind: 'form', form: modal, interaction: id };
    if (choices) return { kind: 'choices', choices };
    const until = new Date(world.clock().getTime() + this.#patienceMs);
    const message = await this.#waitFor(() => {
      const now = mustHave(world.messages, reply ?? '');
      return now.isThinking ? undefined : now;
    }, until);
    if (!message) return { kind: 'still-thinking', interaction: id };
    const isPrivate = message.seenOnlyBy !== undefined;
    return { kind: 'message', text: readAloud(shownBody(message)), message, isPrivate, interaction: id };
  }

  /** Looks again and again, by the clock that a test may move. */
  async #waitFor<T>(look: () => T | undefined, until: Date): Promise<T | undefined> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#discord.world.clock() > until) return undefined;
      await delay(5);
    }
  }
}

type Typed = {
  readonly guild: Guild;
  readonly world: World;
  readonly options: OptionValues;
  readonly focused?: string;
};

function dataOf(command: Command, path: readonly string[], typed: Typed): Json {
  const resolved: Record<string, Record<string, Json>> = {};
  const options = optionData(command.options ?? [], path, typed, resolved);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
    options,
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

/** The options as Discord nests them: a sub-command is an option that holds the others. */
function optionData(
  known: readonly CommandOption[],
  path: readonly string[],
  typed: Typed,
  resolved: Record<string, Record<string, Json>>,
): readonly Json[] {
  const [word, ...rest] = path;
  if (word !== undefined) {
    const sub = named(known, word);
    return [{ name: word, type: sub.type, options: optionData(sub.options ?? [], rest, typed, resolved) }];
  }
  return Object.entries(typed.options).map(([name, value]) => {
    const option = named(known, name);
    if (option.choices && !option.choices.some((choice) => choice.value === value))
      throw new Error(`${value} is not among the choices of ${name}`);
    return {
      name,
      type: option.type,
      value: valueOf(option, value, typed, resolved),
      ...(typed.focused === name && { focused: true }),
    };
  });
}

function valueOf(
  { type }: CommandOption,
  value: string | number | boolean,
  { world, guild }: Typed,
  resolved: Record<string, Record<string, Json>>,
): string | number | boolean {
  const resolve = (kind: string, id: Snowflake, payload: Json): Snowflake => {
    resolved[kind] = { ...resolved[kind], [id]: payload };
    return id;
  };
  const name = String(value);
  switch (type) {
    case OPTION.channel: {
      const channel = named(
        [...world.channels.values()].filter((one) => one.guild === guild.id),
        name,
      );
      return resolve('channels', channel.id, { ...channelPayload(channel, world.bot), permissions: '0' });
    }
    case OPTION.role: {
      const role = named(guild.roles, name);
      return resolve('roles', role.id, rolePayload(role, 0));
    }
    case OPTION.user: {
      const member = guild.members.find(({ user }) => user.name === name);
      if (!member) throw new Error(`${name} is not in ${guild.name}`);
      resolve('members', member.user.id, { ...memberPayload(member), permissions: '0' });
      return resolve('users', member.user.id, userPayload(member.user));
    }
    case OPTION.integer:
    case OPTION.number:
      return Number(value);
    default:
      return value;
  }
}

/** Discord sends no command whose required options are empty. */
function requireOptions(command: CommandOption, path: readonly string[], options: OptionValues): void {
  const [word, ...rest] = path;
  if (word !== undefined) {
    requireOptions(named(command.options ?? [], word), rest, options);
    return;
  }
  const missing = (command.options ?? []).find(
    ({ name, required }) => required && options[name] === undefined,
  );
  if (missing) throw new Error(`the option ${missing.name} is required`);
}

type Input = Component & {
  readonly value?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
};

/** A part of a form as it is sent back: labels and rows with their inputs' values, texts with nothing. */
function filledIn(component: Component, values: Readonly<Record<string, string>>): Json {
  const { type, id = 1, component: labelled, components } = component;
  if (labelled) return { type, id, component: inputData(labelled, values) };
  if (components) return { type, id, components: components.map((input) => inputData(input, values)) };
  return { type, id };
}

function inputData(input: Input, values: Readonly<Record<string, string>>): Json {
  const { type, id = 1, custom_id: name = '', value: written = '', required = true } = input;
  const value = values[name] ?? written;
  if (required && value === '') throw new Error(`${name} must be filled in`);
  if (value.length > (input.max_length ?? 4000)) throw new Error(`${name} is too long for the form`);
  if (value !== '' && value.length < (input.min_length ?? 0))
    throw new Error(`${name} is too short for the form`);
  return type === TEXT_INPUT
    ? { type, id, custom_id: name, value }
    : { type, id, custom_id: name, values: value === '' ? [] : value.split(',') };
}
