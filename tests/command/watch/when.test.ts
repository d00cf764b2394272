import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { adminSettings } from '#command/admin/admin-settings.ts';
import { status } from '#command/admin/status.ts';
import type { Command, Reply } from '#command/command.ts';
import { hourOf, momentOf } from '#command/watch/hour-of.ts';
import { rhythmOf } from '#command/watch/rhythm-of.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchList } from '#command/watch/watch-list.ts';
import { watchMute } from '#command/watch/watch-mute.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import { watchResume } from '#command/watch/watch-resume.ts';
import { watchSample } from '#command/watch/watch-sample.ts';
import { postKey } from '#delivery/delivery-key.ts';
import { dueDigests } from '#delivery/due-digests.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { after, aPost, desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const CALL = 'Macron Putin call';
type Desk = Awaited<ReturnType<typeof aDesk>>;

async function watching(languages?: readonly string[]): Promise<Desk> {
  const at = await aDesk(languages);
  await at.run(watchAdd, { topic: CALL });
  return at;
}

const watchOf = async (at: Desk) => (await at.desk.ledger.subscriptions.listByChannel(channel.id))[0];

const undo = (reply: Reply, at: Desk): Promise<Reply> => at.press(reply, 'Undo');

describe('watch digest', () => {
  test('lets a topic come at a fixed hour, says when the next is, and can be undone', async () => {
    await using at = await watching();
    const reply = await at.run(watchDigest, { topic: CALL, days: 'weekdays', at: '8:00' });
    expect(linesOf(reply)).toEqual([
      '“Macron Putin call” comes as a digest on weekdays at 08:00 (UTC). The next: 2026-03-03T08:00:00.000Z.',
    ]);
    expect(await watchOf(at)).toMatchObject({ digest: { days: 'weekdays', at: '08:00' } });
    expect(linesOf(await at.run(watchList, {}))[1]).toContain('on weekdays at 08:00');
    expect(linesOf(await undo(reply, at))).toEqual([
      'Taken back: watch digest Macron Putin call: days:weekdays at:08:00.',
    ]);
    expect(await watchOf(at)).not.toHaveProperty('digest');
  });

  test('speaks French, and takes French days', async () => {
    await using at = await watching(['fr', 'en']);
    const reply = await at.run(watchDigest, { topic: '1', days: 'lundi', at: '7h30' });
    expect(linesOf(reply)[0]).toMatch(
      /^« Macron Putin call » arrive en synthèse chaque lundi à 07:30 \(UTC\)\./,
    );
  });

  test('names related stories too where somebody wants it, and says so', async () => {
    await using at = await watching(['fr', 'en']);
    const reply = await at.run(watchDigest, { topic: '1', related: 'yes' });
    expect(linesOf(reply)[1]).toMatch(/^Elle cite aussi les dossiers/);
    expect(await watchOf(at)).toMatchObject({ digestsRelated: true });
    await at.run(watchDigest, { topic: '1', at: '09:00' });
    expect(await watchOf(at)).toMatchObject({ digestsRelated: true });
    await at.run(watchDigest, { topic: '1', related: 'no' });
    expect(await watchOf(at)).not.toHaveProperty('digestsRelated');
  });

  test('keeps the days where only the hour is changed, and the hour where only the days are', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: CALL, days: 'monday', at: '07:00' });
    await at.run(watchDigest, { topic: CALL, at: '10:00' });
    expect(await watchOf(at)).toMatchObject({ digest: { days: 'weekly', weekday: 1, at: '10:00' } });
    await at.run(watchDigest, { topic: CALL, days: 'weekdays' });
    expect(await watchOf(at)).toMatchObject({ digest: { days: 'weekdays', at: '10:00' } });
    await at.run(watchDigest, { topic: CALL });
    expect(await watchOf(at)).toMatchObject({ digest: { days: 'weekdays', at: '10:00' } });
  });

  test('opens a form with the hour and the days that stand', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: CALL, days: 'monday', at: '07:00' });
    const form = await at.open(watchDigest, { topic: CALL });
    expect(form.fields.map(({ option, value }) => [option, value])).toEqual([
      ['at', '07:00'],
      ['days', 'monday'],
    ]);
  });

  test('goes back to cards by the form that asks for the topic alone', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: CALL });
    const form = await at.open(watchDigest, { off: 'yes' });
    expect(form.title).toBe('Cards for a topic');
    expect(form.fields.map(({ option }) => option)).toEqual(['topic']);
    const reply = await at.run(watchDigest, { ...form.given, topic: CALL });
    expect(linesOf(reply)).toEqual(['“Macron Putin call” comes at once again, a card for each story.']);
    expect(await watchOf(at)).not.toHaveProperty('digest');
  });

  test('changes nothing for what is no rhythm', async () => {
    await using at = await watching();
    const reply = await at.run(watchDigest, { topic: CALL, at: '25:00' });
    expect(reply.kind).toBe('refused');
    expect(await watchOf(at)).not.toHaveProperty('digest');
  });
});

describe('watch pause and resume', () => {
  test('pause for good, and resume', async () => {
    await using at = await watching();
    const paused = await at.run(watchPause, { topic: CALL });
    expect(linesOf(paused)).toEqual(['“Macron Putin call” is paused until somebody resumes it.']);
    expect(linesOf(await at.run(watchList, {}))[1]).toContain('paused');
    expect((await undo(paused, at)).kind).toBe('done');
    expect(await watchOf(at)).toMatchObject({ isPaused: false });
  });

  test('pause until a moment, which undoing a resumption brings back', async () => {
    await using at = await watching();
    await at.run(watchPause, { topic: CALL, until: '3d' });
    expect(await watchOf(at)).toMatchObject({ isPaused: false, mutedUntil: '2026-03-05T12:00:00.000Z' });
    const resumed = await at.run(watchResume, { topic: CALL });
    expect(await watchOf(at)).not.toHaveProperty('mutedUntil');
    await undo(resumed, at);
    expect(await watchOf(at)).toMatchObject({ mutedUntil: '2026-03-05T12:00:00.000Z' });
  });

  test('end at their moment also where the topic was paused for good', async () => {
    await using at = await watching();
    await at.run(watchPause, { topic: CALL });
    await at.run(watchPause, { topic: CALL, until: '18:00' });
    expect(await watchOf(at)).toMatchObject({ isPaused: false, mutedUntil: '2026-03-02T18:00:00.000Z' });
  });

  test('offer the hour of the channel’s own zone where a resumption is undone too late', async () => {
    await using at = await watching();
    await at.run(adminSettings, { zone: 'Europe/Paris' });
    await at.run(watchPause, { topic: CALL, until: '18:00' });
    const resumed = await at.run(watchResume, { topic: CALL });
    const late = await at.press(resumed, 'Undo', after(HOUR_MS));
    const again = late.actions?.[0]?.command;
    expect(again).toBe(`watch pause until:2026-03-02T18:00 ${CALL}`);
  });

  test('leave nothing owed for the digests of the hours between', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: CALL, at: '08:00' });
    await at.run(watchPause, { topic: CALL });
    const later = after(3 * DAY_MS);
    const options = { topic: CALL };
    await watchResume.run({ channel, who: 'Ana', options }, { ...at.desk, clock: () => later });
    expect(await watchOf(at)).toMatchObject({ isPaused: false, digestSince: later.toISOString() });
    expect(await dueDigests(at.desk.ledger, later)).toEqual([]);
  });

  test('take no moment that is over', async () => {
    await using at = await watching();
    expect((await at.run(watchPause, { topic: CALL, until: '2020-01-01' })).kind).toBe('refused');
  });
});

describe('watch edit', () => {
  test('sets what a story has to rest on and whether it passes quiet hours, and undoes it', async () => {
    await using at = await watching();
    const reply = await at.run(watchEdit, { topic: CALL, needs: 'two-origins', urgent: 'yes' });
    expect(linesOf(reply)[0]).toMatch(/^“Macron Putin call” is told once two origins report it.* Urgent: /);
    expect(await watchOf(at)).toMatchObject({ needs: 'two-origins', isUrgent: true });
    await undo(reply, at);
    expect(await watchOf(at)).not.toHaveProperty('needs');
    expect(await watchOf(at)).not.toHaveProperty('isUrgent');
  });
});

describe('watch mute', () => {
  test('silences one story here, and undoes it', async () => {
    await using at = await watching();
    const story = await at.report('Macron and Putin spoke by phone on Monday');
    const reply = await at.run(watchMute, { story, until: '12h' });
    expect(linesOf(reply)).toEqual([
      `This channel hears no more of ${story} until 2026-03-03T00:00:00.000Z, but for what takes it back.`,
    ]);
    expect((await undo(reply, at)).kind).toBe('done');
    expect(linesOf(await at.run(watchMute, { story, off: 'yes' }))).toEqual([`${story} is not muted here.`]);
  });

  test.each([
    ['en', 'manages', /^#night hears no more of R-/],
    ['fr', 'manages', /^#night n'entend plus parler de R-/],
    ['en', 'takes-part', /^Not saved: as far as I can tell you do not manage what #night watches/],
  ] as const)('in a thread counts for the channel of its card (%s, %s)', async (language, standing, told) => {
    await using at = await aDesk([language]);
    const night = { ...channel, id: 'night' as ChannelId, name: '#night' };
    const thread = {
      ...channel,
      id: 'thread' as ChannelId,
      platform: 'discord',
      name: '#on the call',
    } as const;
    const shortName = await at.report('Macron and Putin spoke by phone on Monday');
    const story = await at.desk.ledger.stories.findByShortName(shortName);
    if (story === undefined) throw new Error('The report made no story.');
    for (const one of [night, thread]) await at.desk.ledger.workspaces.saveChannel(one);
    const card = { story, channel: night };
    const ask = { channel: thread, who: 'Ana', card, standing: async () => standing };
    const reply = await watchMute.run({ ...ask, options: { story: shortName } }, at.desk);
    expect(linesOf(reply)[0]).toMatch(told);
    const mutes = [night, thread].map(({ id }) => at.desk.ledger.subscriptions.findMute(id, story.id));
    expect((await Promise.all(mutes)).map(Boolean)).toEqual([standing === 'manages', false]);
  });

  test('is shown on the card that stands, and taken off it by its undo', async () => {
    await using at = await watching();
    const shortName = await at.report('Macron and Putin spoke by phone on Monday');
    const { stories, deliveries } = at.desk.ledger;
    const story = await stories.findByShortName(shortName, channel.workspace);
    if (story === undefined) throw new Error('The report made no story.');
    const standing = { message: '1' as MessageId, state: 'sent', shown: 1 } as const;
    await deliveries.savePost(aPost({ story: story.id, ...standing }));
    const card = async () => (await deliveries.findPost(channel.id, story.id))?.card;
    const reply = await at.run(watchMute, { story: shortName });
    expect((await card())?.muted).toContainEqual({ kind: 'person', id: 'Ana' });
    await undo(reply, at);
    expect(await card()).not.toHaveProperty('muted');
  });
});

test('a story is named by a link to its card, to be muted or shown as a sample', async () => {
  await using at = await watching();
  const shortName = await at.report('Macron and Putin spoke by phone on Monday');
  const story = await at.desk.ledger.stories.findByShortName(shortName);
  if (story === undefined) throw new Error('there is no story');
  const message = '1525000000000000001' as MessageId;
  await at.desk.ledger.deliveries.savePost(
    aPost({ story: story.id, key: postKey(channel, story.id), state: 'sent', shown: 1, message }),
  );
  const here = { ...channel, address: '2' };
  const linked = 'https://discord.com/channels/1/2/1525000000000000001';
  const ask = (command: Command, typed: string) =>
    command.run({ channel: here, who: 'Ana', options: { story: typed } }, at.desk);
  expect(linesOf(await ask(watchMute, `<${linked}|the card>`))[0]).toContain(shortName);
  expect(linesOf(await ask(watchSample, linked))[0]).toContain(shortName);
  expect((await ask(watchMute, linked.replace('/2/', '/3/'))).kind).toBe('refused');
});

describe('settings', () => {
  test('are told, changed and undone', async () => {
    await using at = await watching();
    const reply = await at.run(adminSettings, { zone: 'Europe/Paris', quiet: '22:00-07:00', cards: '3' });
    expect(linesOf(reply)).toEqual([
      '#desk: time zone Europe/Paris · quiet hours 22:00–07:00 · at most 3 cards an hour · mentions: 2 an hour, 6 a day.',
    ]);
    await undo(reply, at);
    expect(linesOf(await at.run(adminSettings, {}))).toEqual([
      '#desk: time zone UTC · quiet hours off · at most 6 cards an hour · mentions: 2 an hour, 6 a day.',
      'In this workspace anyone may look things up; watches are managed by those whom the platform lets.',
    ]);
    expect(await at.desk.ledger.workspaces.listAudit(channel.workspace, 9)).toMatchObject([
      { what: 'undo' },
      { what: 'readout-admin settings', detail: 'zone:Europe/Paris quiet:22:00-07:00 cards:3' },
      { what: 'watch add' },
    ]);
  });

  test('of the channel and of the workspace are changed in one, and taken back in one', async () => {
    await using at = await watching();
    const reply = await at.run(adminSettings, { cards: '5', looking: 'managers' });
    expect(linesOf(reply).join(' ')).toMatch(/at most 5 cards an hour.* only those who manage/);
    await undo(reply, at);
    const { subscriptions, workspaces } = at.desk.ledger;
    expect(await subscriptions.findSettings(channel.id)).toMatchObject({ cardsAnHour: 6 });
    expect(await workspaces.findPolicy(channel.workspace)).toMatchObject({ looking: 'anyone' });
  });

  test('take the right to manage away from a role again', async () => {
    await using at = await watching();
    const ask = { channel, who: 'Ana', options: { manager: 'R1' }, callable: { R1: '<@&R1>' } };
    await adminSettings.run(ask, at.desk);
    expect(await at.desk.ledger.workspaces.findPolicy(channel.workspace)).toMatchObject({ managers: ['R1'] });
    await at.run(adminSettings, { 'no-manager': 'yes' });
    expect(await at.desk.ledger.workspaces.findPolicy(channel.workspace)).toMatchObject({ managers: [] });
  });

  test('of another zone owe no digest for an hour that has come there already', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: CALL, at: '13:00' });
    await at.run(adminSettings, { zone: 'Asia/Tokyo' });
    expect(await dueDigests(at.desk.ledger, at.desk.clock())).toEqual([]);
  });

  test.each([
    { zone: 'Paris' },
    { quiet: '22:00' },
    { quiet: '22:00-22:00' },
    { cards: '0' },
    { pings: 'many' },
  ])('change nothing for %o, and say which option is wrong', async (options) => {
    await using at = await watching();
    const [option] = Object.keys(options);
    expect(await at.run(adminSettings, options)).toMatchObject({ kind: 'refused', option });
    expect(await at.desk.ledger.subscriptions.findSettings(channel.id)).toBeUndefined();
  });
});

describe('the account', () => {
  test('adds up, and says so when a story that matched stands nowhere', async () => {
    await using at = await watching();
    const lines = async () => linesOf(await at.run(status, {})).join('\n');
    expect(await lines()).toContain('No story has matched a topic yet.');
    const story = await at.report('Macron and Putin spoke by phone on Monday');
    const watch = await watchOf(at);
    const found = await at.desk.ledger.stories.findByShortName(story);
    if (watch === undefined || found === undefined) throw new Error('There is a watch and a story.');
    const [stored] = await at.desk.ledger.articles.findStored([found.firstArticle]);
    if (stored === undefined) throw new Error('There is an article.');
    await at.desk.ledger.articles.save({ ...stored.article, isArchive: false }, 'read');
    await at.desk.ledger.subscriptions.update({ ...watch, createdAt: '2026-03-02T08:00:00.000Z' });
    await at.desk.ledger.stories.saveMatches([
      {
        topic: watch.topic,
        article: found.firstArticle,
        tier: 'strong',
        score: 1,
        status: 'happened',
        direction: 'as-asked',
        evidence: [],
      },
    ]);
    expect(await lines()).toContain('1 of them stands nowhere: that is our fault, tell the operator.');
    await at.desk.ledger.subscriptions.setStoryState(
      watch.id,
      found.id,
      'held',
      new Date('2026-03-02T12:00:00Z'),
    );
    expect(await lines()).toContain('Stories that matched a topic: 1 = 1 held.');
  });
});

test('hours, moments and rhythms are read as people type them', () => {
  expect(['8:00', '08:00', '8h', '23h59', '24:00', '8', ''].map(hourOf)).toEqual([
    '08:00',
    '08:00',
    '08:00',
    '23:59',
    undefined,
    undefined,
    undefined,
  ]);
  const lookalikes = ['８：００', '8∶00', '8꞉00', '8 h', '8 heures', '8 h 00', '8\u00a0h\u202f00', '8H00'];
  expect(lookalikes.map(hourOf)).toEqual(lookalikes.map(() => '08:00'));
  const now = new Date('2026-03-02T12:00:00Z');
  const until = (typed: string) => momentOf(typed, 'Europe/Paris', now)?.toISOString();
  expect(until('07:00')).toBe('2026-03-03T06:00:00.000Z');
  for (const hour of ['7 h 00', '7 h', '07 h', '7 H', '7\u202fh'])
    expect([hour, until(hour)]).toEqual([hour, '2026-03-03T06:00:00.000Z']);
  for (const span of ['8h', '8H', '8 hours', '8 heures', '8heures', '480 min'])
    expect([span, until(span)]).toEqual([span, '2026-03-02T20:00:00.000Z']);
  for (const span of ['3d', '3 d', '3 days', '3j', '3 jours', '72 hours', '72 h'])
    expect([span, until(span)]).toEqual([span, '2026-03-05T12:00:00.000Z']);
  expect(until('2 semaines')).toBe('2026-03-16T12:00:00.000Z');
  expect([until('8 parsecs'), until('0h'), until('h')]).toEqual([undefined, undefined, undefined]);
  expect(until('2026-03-05T07：00')).toBe('2026-03-05T06:00:00.000Z');
  expect(until('90m')).toBe('2026-03-02T13:30:00.000Z');
  expect(until('2026-03-05')).toBe('2026-03-04T23:00:00.000Z');
  expect(until('2026-02-30')).toBeUndefined();
  expect(until('2026-03-02T13:00')).toBeUndefined();
  expect(rhythmOf('jeudi', undefined)).toEqual({ days: 'weekly', at: '08:00', weekday: 4 });
  expect(rhythmOf('someday', '08:00')).toBeUndefined();
});
