import { setTimeout as delay } from 'node:timers/promises';
import { commandData, menuData, type OptionValues } from './command-data.ts';
import { type Discord, mustHave } from './discord.ts';
import { formData } from './fill-form.ts';
import { CALLBACKS, FIRST_ANSWER_MS } from './interaction-routes.ts';
import {
  allComponents,
  COMPONENTS,
  type Component,
  type Json,
  type Message,
  readAloud,
  shownBody,
} from './message.ts';
import type { Snowflake } from './snowflake.ts';
import { interactionPayload } from './wire.ts';
import {
  type Channel,
  type Guild,
  type Interaction,
  type Member,
  type Modal,
  memberNamed,
  named,
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
  /** "Readout is thinking…", still, when the person lost patience. */
  | { readonly kind: 'still-thinking'; readonly interaction: Snowflake };

/** People at their keyboards. Each deed waits for what the person then sees. */
export class People {
  readonly #discord: Discord;
  readonly #patienceMs: number;

  constructor(discord: Discord, patienceMs: number) {
    this.#discord = discord;
    this.#patienceMs = patienceMs;
  }

  /** Types a command: `slash('watch add', { topic: … }, …)`. Throws where Discord would not send it for this person. */
  async slash(words: string, options: OptionValues, place: Place): Promise<Seen> {
    const { world } = this.#discord;
    return this.#ask('command', commandData({ world, ...this.#at(place), words, options }), place);
  }

  /** Chooses a command in the menu of a message, “Apps”. Throws where this person is not shown it, or not the message. */
  async chooseApp(name: string, message: Snowflake, place: Place): Promise<Seen> {
    const { world } = this.#discord;
    this.#componentsFor(message, place);
    return this.#ask('command', menuData({ world, ...this.#at(place) }, name, message), place);
  }

  /** Types into an option that offers choices while one types. */
  async autocomplete(words: string, option: string, typed: string, place: Place): Promise<Seen> {
    const { world } = this.#discord;
    const options = { [option]: typed };
    const data = commandData({ world, ...this.#at(place), words, options, focused: option });
    return this.#ask('autocomplete', data, place);
  }

  /** Presses a button by its label or custom_id. Throws where this person sees no such button, or a grey one. */
  async press(message: Snowflake, button: string, place: Place): Promise<Seen> {
    const found = this.#componentsFor(message, place).find(
      ({ type, label, custom_id: id }) => type === COMPONENTS.BUTTON && (label === button || id === button),
    );
    if (!found?.custom_id) throw new Error(`the message has no button ${button}`);
    if (found.disabled) throw new Error(`the button ${button} is greyed out`);
    const data = { component_type: COMPONENTS.BUTTON, custom_id: found.custom_id, id: found.id };
    return this.#ask('component', data, place, message);
  }

  /** Chooses in a menu of the message, by the menu's custom_id. */
  async choose(message: Snowflake, menu: string, values: readonly string[], place: Place): Promise<Seen> {
    const found = this.#componentsFor(message, place).find(({ custom_id: id }) => id === menu);
    if (!found) throw new Error(`the message has no menu ${menu}`);
    const data = { component_type: found.type, custom_id: menu, id: found.id, values };
    return this.#ask('component', data, place, message);
  }

  /** Fills in a form that was seen and sends it; values by the inputs' custom_id. */
  async submit(seen: Seen, values: Readonly<Record<string, string>>, place: Place): Promise<Seen> {
    if (seen.kind !== 'form') throw new Error(`no form was shown, but ${seen.kind}`);
    const source = mustHave(this.#discord.world.interactions, seen.interaction).source;
    return this.#ask('modal', formData(seen.form, values, this.#at(place).guild), place, source);
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
    const here = named(
      [...world.channels.values()].filter(
        (one) => guild === undefined || world.guilds.get(one.guild)?.name === guild,
      ),
      channel,
    );
    const home = mustHave(world.guilds, here.guild);
    return { guild: home, channel: here, member: memberNamed(home, user) };
  }

  #componentsFor(id: Snowflake, place: Place): readonly Component[] {
    const message = mustHave(this.#discord.world.messages, id);
    const { member } = this.#at(place);
    if (message.seenOnlyBy !== undefined && message.seenOnlyBy !== member.user.id)
      throw new Error(`${place.user} does not see this message`);
    return allComponents(shownBody(message).components);
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
    const before = this.#shown(source);
    dispatch('INTERACTION_CREATE', interactionPayload(world, interaction, data));

    const answered = await this.#waitFor(() => {
      const now = mustHave(world.interactions, id);
      return now.callback === undefined ? undefined : now;
    }, FIRST_ANSWER_MS);
    if (answered) return this.#see(answered, before);
    violate(`a ${kind} got no answer within 3 s`);
    return { kind: 'no-response' };
  }

  async #see(answered: Interaction, before: string): Promise<Seen> {
    const { world } = this.#discord;
    const { id, modal, choices, reply, callback } = answered;
    if (modal) return { kind: 'form', form: modal, interaction: id };
    if (choices) return { kind: 'choices', choices };
    const message = await this.#waitFor(() => {
      if (callback === CALLBACKS.deferUpdate) return this.#whatChanged(answered, before);
      const now = mustHave(world.messages, reply ?? '');
      return now.isThinking ? undefined : now;
    }, this.#patienceMs);
    if (!message) return { kind: 'still-thinking', interaction: id };
    const isPrivate = message.seenOnlyBy !== undefined;
    return { kind: 'message', text: readAloud(shownBody(message)), message, isPrivate, interaction: id };
  }

  /** After a button whose message stays as it is until then: a message below it, or the message when it reads otherwise. */
  #whatChanged({ id, source }: Interaction, before: string): Message | undefined {
    const below = this.followUps(id)[0];
    if (below !== undefined) return below;
    return this.#shown(source) === before ? undefined : this.#discord.world.messages.get(source ?? '');
  }

  #shown(message: Snowflake | undefined): string {
    const found = this.#discord.world.messages.get(message ?? '');
    return found === undefined ? '' : JSON.stringify(shownBody(found));
  }

  /** Looks again and again, by the clock that a test may move. */
  async #waitFor<T>(look: () => T | undefined, forMs: number): Promise<T | undefined> {
    const { clock } = this.#discord.world;
    const until = clock().getTime() + forMs;
    for (;;) {
      const found = look();
      if (found !== undefined || clock().getTime() > until) return found;
      await delay(5);
    }
  }
}
