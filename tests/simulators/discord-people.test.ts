import { once } from 'node:events';
import {
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  type DiscordAPIError,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { type DiscordSimulator, startDiscordSimulator } from './discord/discord-simulator.ts';
import type { Seen } from './discord/people.ts';

const ANA = { user: 'Ana', channel: 'desk' };
const CLEO = { user: 'Cleo', channel: 'desk' };
const WATCH = {
  name: 'watch',
  nameLocalizations: { fr: 'veille' },
  description: 'Watches topics',
  defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand as const,
      name: 'add',
      nameLocalizations: { fr: 'ajouter' },
      description: 'Adds a topic',
      options: [
        {
          type: ApplicationCommandOptionType.String as const,
          name: 'topic',
          description: 'What to watch',
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Channel as const,
          name: 'channel',
          description: 'Where',
        },
      ],
    },
  ],
};
const LOOK = { name: 'look', description: 'Looks' };

const stops: (() => PromiseLike<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** A bot whose whole behaviour is one function. */
async function botThat(
  behave: (interaction: Interaction) => Promise<unknown>,
): Promise<{ readonly simulator: DiscordSimulator; readonly problems: unknown[] }> {
  const simulator = await startDiscordSimulator();
  stops.push(() => simulator[Symbol.asyncDispose]());
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: simulator.apiUrl, version: '10' },
  });
  stops.push(() => client.destroy());
  const problems: unknown[] = [];
  client.on('interactionCreate', (interaction) => {
    behave(interaction).catch((error: DiscordAPIError) => problems.push(error.code ?? error));
  });
  await Promise.all([once(client, 'clientReady'), client.login(simulator.token)]);
  await client.application?.commands.set([WATCH, LOOK]);
  return { simulator, problems };
}

const asCommand = (interaction: Interaction) => interaction as ChatInputCommandInteraction;

const messageOf = (seen: Seen) => {
  if (seen.kind !== 'message') throw new Error(`saw ${seen.kind}`);
  return seen;
};

describe('a command', () => {
  test('is answered for all, or for the one who asked', async () => {
    const { simulator } = await botThat(async (interaction) => {
      const command = asCommand(interaction);
      if (command.commandName === 'look') return command.reply('For all');
      const topic = command.options.getString('topic', true);
      const channel = command.options.getChannel('channel');
      return command.reply({ content: `${topic} in ${channel?.name}`, flags: MessageFlags.Ephemeral });
    });
    const options = { topic: 'Macron Putin call', channel: 'night' };
    const own = await simulator.people.slash('watch add', options, ANA);
    expect(own).toMatchObject({ text: 'Macron Putin call in night', isPrivate: true });
    expect(await simulator.people.slash('look', {}, CLEO)).toMatchObject({
      text: 'For all',
      isPrivate: false,
    });
    expect(simulator.readChannel('desk')).toBe('For all');
    expect(simulator.violations()).toEqual([]);
  });

  test('may be answered later, changed, and followed by more', async () => {
    const { simulator } = await botThat(async (interaction) => {
      const command = asCommand(interaction);
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      await command.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.TextDisplay, content: 'Done' }],
      });
      await command.followUp({ content: 'One more thing', flags: MessageFlags.Ephemeral });
    });
    const seen = messageOf(await simulator.people.slash('look', {}, ANA));
    expect(seen).toMatchObject({ text: 'Done', isPrivate: true });
    await expect
      .poll(() => simulator.people.followUps(seen.interaction).map(({ seenOnlyBy }) => seenOnlyBy))
      .toEqual([seen.message.seenOnlyBy]);
    expect(simulator.messagesIn('desk')).toEqual([]);
    expect(simulator.violations()).toEqual([]);
  });

  test('tells the bot which message became of its answer', async () => {
    const ids: (string | undefined)[] = [];
    const { simulator, problems } = await botThat(async (interaction) => {
      const { resource } = await asCommand(interaction).reply({ content: 'x', withResponse: true });
      ids.push(resource?.message?.id);
    });
    const { message } = messageOf(await simulator.people.slash('look', {}, ANA));
    await expect.poll(() => ids).toEqual([message.id]);
    expect(problems).toEqual([]);
  });

  test('that is only thought about stays so', async () => {
    const { simulator } = await botThat((interaction) => asCommand(interaction).deferReply());
    const seen = simulator.people.slash('look', {}, ANA);
    await expect.poll(() => simulator.messagesIn('desk').some(({ isThinking }) => isThinking)).toBe(true);
    simulator.clock.moveBy(6_000);
    expect(await seen).toMatchObject({ kind: 'still-thinking' });
  });

  test('that is answered after three seconds was not answered', async () => {
    const { simulator, problems } = await botThat(async (interaction) => {
      simulator.clock.moveBy(3_100);
      await asCommand(interaction).reply('Too late');
    });
    expect(await simulator.people.slash('look', {}, ANA)).toEqual({ kind: 'no-response' });
    await expect.poll(() => problems).toEqual([10062]);
    expect(simulator.violations()).toEqual([expect.stringContaining('no answer within 3 s')]);
  });

  test('that is answered twice is a violation', async () => {
    const { simulator, problems } = await botThat(async (interaction) => {
      const { id, token, client } = interaction;
      for (const content of ['Once', 'Twice'])
        await client.rest.post(`/interactions/${id}/${token}/callback`, {
          body: { type: 4, data: { content } },
          auth: false,
        });
    });
    expect(await simulator.people.slash('look', {}, ANA)).toMatchObject({ text: 'Once' });
    await expect.poll(() => problems).toEqual([40060]);
    expect(simulator.violations()).toEqual([expect.stringContaining('already been acknowledged')]);
  });

  test('can be answered for a quarter of an hour, not longer', async () => {
    const { simulator, problems } = await botThat(async (interaction) => {
      await asCommand(interaction).reply('Now');
      simulator.clock.moveBy(16 * 60_000);
      await asCommand(interaction).editReply('Much later');
    });
    expect(await simulator.people.slash('look', {}, ANA)).toMatchObject({ text: 'Now' });
    await expect.poll(() => problems).toEqual([50027]);
  });

  test('is offered only to those who may use it, and sent only when it is complete', async () => {
    const { simulator } = await botThat((interaction) => asCommand(interaction).reply('x'));
    const { people } = simulator;
    await expect(people.slash('watch add', { topic: 'x' }, CLEO)).rejects.toThrow(/Cleo is not shown/);
    await expect(people.slash('watch add', {}, ANA)).rejects.toThrow(/topic is required/);
    await expect(people.slash('watch sell', {}, ANA)).rejects.toThrow(/no sell/);
    const ben = { user: 'Ben', channel: 'desk' };
    expect(await people.slash('watch add', { topic: 'x' }, ben)).toMatchObject({ text: 'x' });
  });

  test('is known to people by its name in their language', async () => {
    const { simulator } = await botThat((interaction) => asCommand(interaction).reply(interaction.locale));
    simulator.inviteBot({
      name: 'Rédaction',
      channels: [{ name: 'bureau' }],
      members: [{ name: 'Denise', locale: 'fr' }],
    });
    const denise = { user: 'Denise', channel: 'bureau' };
    expect(await simulator.people.slash('veille ajouter', { topic: 'x' }, denise)).toMatchObject({
      text: 'fr',
    });
    await expect(simulator.people.slash('veille ajouter', { topic: 'x' }, ANA)).rejects.toThrow(/no veille/);
  });

  test('offers choices while somebody types', async () => {
    const { simulator } = await botThat(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed} call`, value: `${typed} call` }]);
    });
    expect(await simulator.people.autocomplete('watch add', 'topic', 'Macron Putin', ANA)).toEqual({
      kind: 'choices',
      choices: [{ name: 'Macron Putin call', value: 'Macron Putin call' }],
    });
    expect(simulator.violations()).toEqual([]);
  });
});

const withButtons = (content: string, disabled = false) => ({
  content,
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: 2, label: 'Undo', custom_id: 'undo', disabled },
        { type: ComponentType.Button, style: 2, label: 'Change', custom_id: 'change' },
      ],
    } as const,
  ],
});
const form = {
  custom_id: 'form',
  title: 'Change',
  components: [
    {
      type: ComponentType.Label,
      label: 'Name',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'name',
        style: TextInputStyle.Short,
        max_length: 20,
      },
    } as const,
  ],
};

describe('a button', () => {
  test('of a private answer is there for nobody else', async () => {
    const { simulator } = await botThat((interaction) =>
      asCommand(interaction).reply({ ...withButtons('Watching'), flags: MessageFlags.Ephemeral }),
    );
    const { message } = messageOf(await simulator.people.slash('look', {}, ANA));
    await expect(simulator.people.press(message.id, 'Undo', CLEO)).rejects.toThrow(/Cleo does not see/);
  });

  async function behave(interaction: Interaction): Promise<unknown> {
    if (interaction.isModalSubmit()) {
      const submitted: ModalSubmitInteraction = interaction;
      return submitted.reply(`Named ${submitted.fields.getTextInputValue('name')}`);
    }
    if (!interaction.isButton()) return asCommand(interaction).reply(withButtons('Watching'));
    const button: ButtonInteraction = interaction;
    if (button.customId === 'change') return button.showModal(form);
    return button.update(withButtons('No longer watching', true));
  }

  test('changes its own message', async () => {
    const { simulator } = await botThat(behave);
    const { message } = messageOf(await simulator.people.slash('look', {}, ANA));
    const pressed = messageOf(await simulator.people.press(message.id, 'Undo', CLEO));
    expect(pressed.message.id).toBe(message.id);
    expect(simulator.readChannel('desk')).toContain('No longer watching');
    await expect(simulator.people.press(message.id, 'Undo', ANA)).rejects.toThrow(/greyed out/);
    await expect(simulator.people.press(message.id, 'Sell', ANA)).rejects.toThrow(/no button Sell/);
    expect(simulator.violations()).toEqual([]);
  });

  test('opens a form, which is sent as people may fill it in', async () => {
    const { simulator } = await botThat(behave);
    const { people } = simulator;
    const { message } = messageOf(await people.slash('look', {}, ANA));
    const seen = await people.press(message.id, 'change', ANA);
    expect(seen).toMatchObject({ kind: 'form', form: { title: 'Change' } });
    await expect(people.submit(seen, { name: '' }, ANA)).rejects.toThrow(/must be filled in/);
    await expect(people.submit(seen, { name: 'x'.repeat(21) }, ANA)).rejects.toThrow(/too long/);
    expect(await people.submit(seen, { name: 'Talks' }, ANA)).toMatchObject({ text: 'Named Talks' });
    expect(simulator.violations()).toEqual([]);
  });

  test('cannot be answered like a command that completes words', async () => {
    const { simulator, problems } = await botThat(async (interaction) => {
      if (!interaction.isButton()) return behave(interaction);
      return interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 8, data: { choices: [] } },
        auth: false,
      });
    });
    const { message } = messageOf(await simulator.people.slash('look', {}, ANA));
    const pressed = simulator.people.press(message.id, 'Undo', ANA);
    await expect.poll(() => problems).toEqual([50035]);
    simulator.clock.moveBy(3_100);
    expect(await pressed).toEqual({ kind: 'no-response' });
  });
});
