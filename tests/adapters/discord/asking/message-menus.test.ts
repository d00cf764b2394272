import { describe, expect, test } from 'vitest';
import { messageWords } from '#adapters/discord/asking/message-words.ts';
import type { Form } from '#command/form.ts';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../../../delivery/owed.ts';
import { aConnectedNewsroom } from '../a-connected-newsroom.ts';
import { channelRef } from '../a-newsroom.ts';

const ben = { user: 'Ben', channel: 'desk' };
const topic = {
  option: 'topic',
  label: 'Topic',
  hint: 'Such as: talks',
  kind: 'line',
  isRequired: true,
} as const;
const form: Form = {
  kind: 'form',
  path: ['watch', 'add'],
  title: 'Watch a topic',
  fields: [topic],
  given: {},
};

describe('“Watch this” on a message', () => {
  test('opens the form, filled in with what somebody wrote', async () => {
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(form) });
    const { discord, inbounds } = newsroom;
    const said = discord.people.say('**Ruritania** summit <@123456789012345678> https://wire.example/1', ben);
    const seen = await discord.people.chooseApp('Watch this', said.id, ben);
    expect(seen).toMatchObject({ kind: 'form', form: { title: 'Watch a topic' } });
    expect(inbounds[0]).toMatchObject({
      mayChange: true,
      hasForms: true,
      asked: {
        kind: 'form',
        call: { kind: 'command', path: ['watch', 'add'], options: { topic: 'Ruritania summit' } },
      },
    });
  });

  test('takes a card by its headline', async () => {
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(form) });
    const { discord, platform, inbounds } = newsroom;
    await platform.messenger.create(channelRef(discord, 'desk'), aCard(), idOf('card'));
    await discord.people.chooseApp('Watch this', discord.messagesIn('desk')[0]?.id ?? '', ben);
    expect(inbounds[0]?.asked).toMatchObject({
      call: { options: { topic: 'Ruritania and Syldavia hold talks' } },
    });
  });

  test('is not shown to who may not manage the server', async () => {
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(form) });
    const { people } = newsroom.discord;
    const said = people.say('talks', ben);
    await expect(people.chooseApp('Watch this', said.id, { ...ben, user: 'Cleo' })).rejects.toThrow(
      'Cleo is not shown /Watch this',
    );
  });

  test('answers in words where the desk has no form to show', async () => {
    await using newsroom = await aConnectedNewsroom();
    const { people } = newsroom.discord;
    const seen = await people.chooseApp('Watch this', people.say('talks', ben).id, ben);
    expect(seen).toMatchObject({ kind: 'message', text: 'answered', isPrivate: true });
  });
});

test.each([
  ['', ''],
  ['<:flag:123456789012345678> <t:1772452800:R> Iran', 'Iran'],
  ['> “Iran (deal)”\n[talks](https://wire.example)', 'Iran deal talks'],
])('%j is about %j', (content, words) => {
  expect(messageWords({ content, components: [] })).toBe(words);
});

test('a long message is cut to what a topic can be', () => {
  expect(messageWords({ content: 'word '.repeat(99), components: [] }).length).toBeLessThanOrEqual(150);
});
