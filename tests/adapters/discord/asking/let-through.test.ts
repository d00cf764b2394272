import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { receiveWith } from '#command/receive.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from '../../../command/a-desk.ts';
import type { Place, Seen } from '../../../simulators/discord/people.ts';
import type { WorldSeed } from '../../../simulators/discord/world.ts';
import { aConnectedNewsroom } from '../a-connected-newsroom.ts';
import { channelRef } from '../a-newsroom.ts';

const dora = { user: 'Dora', channel: 'desk' };
const WORLD: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }, { name: 'night' }],
      roles: [{ name: 'Desk' }],
      members: [{ name: 'Ana' }, { name: 'Dora', roles: ['Desk'] }, { name: 'Cleo' }],
    },
  ],
};

/** A server that gives its role Desk these commands under Server Settings → Integrations; nobody else but Ana has them. */
async function aServerThatGives(...given: readonly string[]) {
  const at = await aDesk();
  const receive = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  const { discord, ...newsroom } = await aConnectedNewsroom({ receive, world: WORLD });
  const give = (...names: readonly string[]) => {
    for (const name of names) discord.letUse(name, ['Desk'], 'Newsroom');
  };
  give(...given);
  return {
    discord,
    people: discord.people,
    watchesIn: async (channel: string) =>
      at.desk.ledger.subscriptions.listByChannel(channelRef(discord, channel).id),
    /** Somebody takes Dora's role away. */
    dismissDora: () => {
      for (const guild of discord.world.guilds.values())
        discord.world.guilds.set(guild.id, {
          ...guild,
          members: guild.members.map((one) => (one.user.name === 'Dora' ? { ...one, roles: [] } : one)),
        });
    },
    async [Symbol.asyncDispose]() {
      await newsroom[Symbol.asyncDispose]();
      await at[Symbol.asyncDispose]();
    },
  };
}

function told(seen: Seen) {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return { text: seen.text, id: seen.message.id };
}

/** The form by which Dora changes what she watched just now. */
async function aFormOpened(at: Awaited<ReturnType<typeof aServerThatGives>>, place: Place = dora) {
  const added = told(await at.people.slash('watch add', { topic: 'Iran' }, place));
  const form = await at.people.press(added.id, 'Change', place);
  if (form.kind !== 'form') throw new Error(`no form was shown, but ${form.kind}`);
  return form;
}

const REFUSED = /You can look.*E-/;

test('who was given a command uses what its answers offer', async () => {
  await using at = await aServerThatGives('watch');
  const changed = await at.people.submit(await aFormOpened(at), { urgent: 'yes' }, dora);
  expect(told(changed).text).not.toMatch(REFUSED);
  expect(await at.watchesIn('desk')).toMatchObject([{ name: 'Iran', isUrgent: true }]);
});

test('who was given a command opens a form also behind a button that is too long for Discord', async () => {
  await using at = await aServerThatGives('watch');
  const topic = Array.from({ length: 12 }, (_, place) => `harbour-${place}`).join(' ');
  const added = told(await at.people.slash('watch add', { topic }, dora));
  const form = await at.people.press(added.id, 'Change', dora);
  expect(form.kind).toBe('form');
  expect(told(await at.people.submit(form, { urgent: 'yes' }, dora)).text).not.toMatch(REFUSED);
  expect(await at.watchesIn('desk')).toMatchObject([{ name: topic, isUrgent: true }]);
});

test('who was given “Watch this” alone watches what they filled in, and changes nothing else', async () => {
  await using at = await aServerThatGives('Watch this');
  const said = at.discord.people.say('Iran', { user: 'Cleo', channel: 'desk' });
  const form = await at.people.chooseApp('Watch this', said.id, dora);
  const added = told(await at.people.submit(form, { topic: 'Iran' }, dora));
  expect(added.text).toContain('now watches “Iran”');
  expect(await at.watchesIn('desk')).toMatchObject([{ name: 'Iran' }]);
  expect(told(await at.people.press(added.id, 'Change', dora)).text).toMatch(REFUSED);
});

test('a form is of use to nobody else, and in no other channel', async () => {
  await using at = await aServerThatGives('watch');
  const form = await aFormOpened(at);
  for (const place of [
    { user: 'Cleo', channel: 'desk' },
    { user: 'Dora', channel: 'night' },
  ])
    expect(told(await at.people.submit(form, { urgent: 'yes' }, place)).text).toMatch(REFUSED);
  expect((await at.watchesIn('desk'))[0]).not.toHaveProperty('isUrgent');
});

test('a forged form calls no command that was not given', async () => {
  await using at = await aServerThatGives('watch');
  const form = await aFormOpened(at);
  for (const id of ['fill:readout-admin settings?cards=1', 'fill:feed remove?feed=World+Wire']) {
    const forged = { ...form, form: { ...form.form, custom_id: id } };
    expect(told(await at.people.submit(forged, {}, dora)).text).toMatch(REFUSED);
  }
});

test.each([
  [
    'loses the role that they had',
    (at: Awaited<ReturnType<typeof aServerThatGives>>) => Promise.resolve(at.dismissDora()),
  ],
  [
    'comes a day later',
    (at: Awaited<ReturnType<typeof aServerThatGives>>) => Promise.resolve(at.discord.clock.moveBy(DAY_MS)),
  ],
])('a form is refused where whoever was given its command %s', async (_, happen) => {
  await using at = await aServerThatGives('watch');
  const form = await aFormOpened(at);
  await happen(at);
  expect(told(await at.people.submit(form, { urgent: 'yes' }, dora)).text).toMatch(REFUSED);
  expect((await at.watchesIn('desk'))[0]).not.toHaveProperty('isUrgent');
});

test('a form is refused once the server has taken its command back', async () => {
  await using at = await aServerThatGives('watch');
  const form = await aFormOpened(at);
  at.discord.letUse('watch', [], 'Newsroom');
  expect(told(await at.people.submit(form, { urgent: 'yes' }, dora)).text).toMatch(REFUSED);
  expect((await at.watchesIn('desk'))[0]).not.toHaveProperty('isUrgent');
});

test('who was let type a command in one channel has no other watch anything by it', async () => {
  await using at = await aServerThatGives('watch');
  const there = { topic: 'Iran', in: 'night' };
  expect(told(await at.people.slash('watch add', there, dora)).text).toContain(
    'you do not manage what #night watches',
  );
  at.discord.denyEveryone('night', ['VIEW_CHANNEL']);
  expect(told(await at.people.slash('watch add', there, dora)).text).toContain('that you can see');
  expect(await at.watchesIn('night')).toEqual([]);
  expect(await at.watchesIn('desk')).toEqual([]);
});
