import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { postKey } from '#delivery/delivery-key.ts';
import { type ChannelId, idOf } from '#kernel/id.ts';
import { aPost, NOON } from '../../delivery/owed.ts';
import { aWeb, rss } from '../../feed/a-web.ts';
import { type Block, contentOf } from '../../simulators/slack/world.ts';
import { desk } from './a-slack.ts';
import { anna, aSlackDesk, inputs, shown, words } from './a-slack-desk.ts';

test('a desk watches a topic by a nearly right command, sees it in the list, and undoes it', async () => {
  await using at = await aSlackDesk();
  const nearly = await at.type('wach ad Iran');
  expect(words(nearly)).toMatch(/^Did you mean `?(?:\/readout )?watch add Iran`?\?\nYes$/i);

  const added = await at.press('do-0', nearly);
  expect(words(added)).toContain('*#desk now watches “Iran”.*');
  const subscriptions = await at.ledger.subscriptions.listByChannel(desk.id);
  expect(subscriptions.map(({ name, createdBy }) => [name, createdBy])).toEqual([['Iran', 'U0ANNA']]);
  expect(words(await at.type('watch list'))).toContain('Iran');

  const undo = contentOf(added).blocks?.at(-1)?.['elements'] as readonly { readonly action_id: string }[];
  const removed = await at.press(undo.at(-1)?.action_id ?? '', added);
  expect(words(removed)).toContain('*Taken back:* `watch add Iran`');
  expect(await at.ledger.subscriptions.listByChannel(desk.id)).toEqual([]);
  expect(at.violations()).toEqual([]);
});

test('French words and a bad query are answered, and nothing is saved', async () => {
  await using at = await aSlackDesk();
  expect(words(await at.type('veille ajouter Macron (Putin call'))).toContain('Macron (Putin call');
  expect(await at.ledger.subscriptions.listByChannel(desk.id)).toEqual([]);
  expect(at.violations()).toEqual([]);
});

test('a list that is pasted with a topic a line is as many topics', async () => {
  await using at = await aSlackDesk();
  await at.type('readout-admin import Iran talks\nSyria truce\n\nUkraine aid');
  expect((await at.watches()).toSorted()).toEqual(['Iran talks', 'Syria truce', 'Ukraine aid']);
  expect(at.violations()).toEqual([]);
});

test('a watch moves to no channel that its mover sees and is not in', async () => {
  await using at = await aSlackDesk();
  const clara = { user: 'U0CLARA', channel: 'C0NEWSROOM' };
  await at.type('watch add Iran', clara);
  const reply = await at.type('watch edit to:<#C0DESK|desk> Iran', clara);
  expect(JSON.stringify(contentOf(reply))).toContain('vous ne gérez pas ce que suit #desk');
  expect(await at.ledger.subscriptions.listByChannel(desk.id)).toEqual([]);
  const anna = { user: 'U0ANNA', channel: 'C0NEWSROOM' };
  await at.type('watch edit to:<#C0DESK|desk> Iran', anna);
  expect(await at.ledger.subscriptions.listByChannel(desk.id)).toHaveLength(1);
  expect(at.violations()).toEqual([]);
});

test('a workspace adds a feed, lists it, takes the list as text, removes it, and undoes that', async () => {
  const address = 'https://news.example/world.xml';
  const { web } = aWeb({ [address]: { body: rss('Harbour & Co') } });
  await using at = await aSlackDesk(web);
  const own = async () => (await at.ledger.ownFeeds.listByWorkspace(desk.workspace)).map(({ name }) => name);
  expect(words(await at.type(`feed add <${address}>`))).toContain('*Added: Harbour &amp; Co*');
  expect(await own()).toEqual(['Harbour & Co']);
  expect(words(await at.type('feed list'))).toContain('news.example/world.xml');
  expect(words(await at.type('feed export'))).toContain(`xmlUrl="${address}"`);

  const removed = await at.type('feed remove 1');
  expect(await own()).toEqual([]);
  expect(words(await at.press('do-0', removed))).toContain('`feed remove Harbour &amp; Co`');
  expect(await own()).toEqual(['Harbour & Co']);
  expect(at.violations()).toEqual([]);
});

type SlackDesk = Awaited<ReturnType<typeof aSlackDesk>>;

describe('forms', () => {
  test('the command alone opens the form by which a topic is watched, and its answer takes its place', async () => {
    await using at = await aSlackDesk();
    const form = await at.form(at.simulator.people.slash('', anna));
    expect(form.shown['title']).toMatchObject({ text: 'Watch a topic' });
    expect(inputs(form).map(([id]) => id)).toEqual(['topic', 'digest', 'anyway', 'in']);

    const sent = await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' });
    expect(sent.kind).toBe('updated');
    expect(shown(form)).toContain('*#desk now watches “Iran”.*');
    expect(await at.watches()).toEqual(['Iran']);
    await at.simulator.people.pressInView('do-1', { view: form.id });
    await at.simulator.until(() => shown(form).includes('Taken back'));
    expect(await at.watches()).toEqual([]);
    expect(at.violations()).toEqual([]);
  });

  test('what was forgotten is asked in a form, with what was said already in it', async () => {
    await using at = await aSlackDesk();
    const form = await at.form(at.simulator.people.slash('veille ajouter synthèse:07:30', anna));
    expect(inputs(form)).toEqual([
      ['topic', undefined],
      ['digest', '07:30'],
      ['anyway', undefined],
      ['in', undefined],
    ]);
    expect(at.violations()).toEqual([]);
  });

  test('what is wrong is said beside its field, and the form stays open', async () => {
    await using at = await aSlackDesk();
    const form = await at.form(at.simulator.people.slash('watch add digest:25:99', anna));
    const view = form.shown['blocks'] as readonly Block[];
    expect(view).toHaveLength(4);
    const sent = await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' });
    expect(sent).toMatchObject({ kind: 'errors', errors: { digest: expect.any(String) as string } });
    expect(await at.watches()).toEqual([]);
    expect(at.violations()).toEqual([]);
  });

  test('a form that Slack hands over twice is carried out once, and shows the same', async () => {
    await using at = await aSlackDesk();
    const form = await at.form(at.simulator.people.slash('', anna));
    const sent = await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' }, true);
    expect(sent.kind).toBe('updated');
    expect(await at.watches()).toEqual(['Iran']);
    expect(shown(form)).toContain('*#desk now watches “Iran”.*');
    expect(at.violations()).toEqual([]);
  });

  test('a button opens the form of what was just watched, filled in', async () => {
    await using at = await aSlackDesk();
    const added = await at.type('watch add Iran');
    const form = await at.form(at.simulator.people.press('form-0', { ...anna, ts: added.ts }));
    expect(form.shown['title']).toMatchObject({ text: 'Change a watch' });
    const sent = await at.simulator.people.submitView(form.id, { 'suggest-groups': 'S0EDITORS' });
    expect(sent.kind).toBe('updated');
    const [watch] = await at.ledger.subscriptions.listByChannel(desk.id);
    expect(watch?.mention).toBe('<!subteam^S0EDITORS>');
    expect(at.violations()).toEqual([]);
  });

  test('the form of a watch shows the group that it mentions, and an emptied one mentions nobody', async () => {
    await using at = await aSlackDesk();
    const added = await at.type('watch add Iran');
    const open = () => at.form(at.simulator.people.press('form-0', { ...anna, ts: added.ts }));
    const mention = async () => (await at.ledger.subscriptions.listByChannel(desk.id))[0]?.mention;
    const chosen = await open();
    await at.simulator.people.submitView(chosen.id, { 'suggest-groups': 'S0EDITORS' });
    expect(shown(chosen)).toContain('New cards mention @editors.');

    const standing = await open();
    expect(shown(standing)).toContain('@editors');
    await at.simulator.people.submitView(standing.id, {});
    expect(await mention()).toBe('<!subteam^S0EDITORS>');

    const emptied = await open();
    await at.simulator.people.submitView(emptied.id, { 'suggest-groups': [] });
    expect(shown(emptied)).toContain('Nobody is mentioned.');
    expect(await mention()).toBeUndefined();
    expect(at.violations()).toEqual([]);
  });

  test('a watch moves by the form only to a channel that its sender sees', async () => {
    await using at = await aSlackDesk();
    const added = await at.type('watch add Iran');
    const form = await at.form(at.simulator.people.press('form-0', { ...anna, ts: added.ts }));
    // Anna is not in this private channel.
    const sent = await at.simulator.people.submitView(form.id, { 'channel-to': 'C0EMBASSY' });
    expect(JSON.stringify(sent)).not.toContain('embassy');
    expect(await at.watches()).toEqual(['Iran']);
    const elsewhere = {
      ...form,
      ...(await at.form(at.simulator.people.press('form-0', { ...anna, ts: added.ts }))),
    };
    await at.simulator.people.submitView(elsewhere.id, { 'channel-to': 'C0NEWSROOM' });
    expect(await at.watches()).toEqual([]);
    expect(at.violations()).toEqual([]);
  });

  test('a menu in a form offers the user groups of the workspace', async () => {
    await using at = await aSlackDesk();
    const added = await at.type('watch add Iran');
    const form = await at.form(at.simulator.people.press('form-0', { ...anna, ts: added.ts }));
    const offered = await at.simulator.people.suggest('suggest-groups', { view: form.id, value: 'ed' });
    expect(offered).toMatchObject([{ value: 'S0EDITORS', text: { text: '@editors' } }]);
    expect(at.violations()).toEqual([]);
  });

  test('a menu in a form offers who has left the channel nothing that only those who manage may see', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.type('readout-admin settings looking:managers');
    const form = await at.form(at.simulator.people.slash('watch digest', anna));
    const offered = () => at.simulator.people.suggest('suggest-watches', { view: form.id, value: 'ir' });
    expect(await offered()).toMatchObject([{ value: 'Iran' }]);
    const { members } = at.simulator.world.channels.find(({ id }) => id === 'C0DESK')!;
    members.splice(members.indexOf('U0ANNA'), 1);
    expect(await offered()).toEqual([]);
    expect(at.violations()).toEqual([]);
  });

  test('a form that Slack does not open any more is told, and can be asked for again', async () => {
    await using at = await aSlackDesk();
    at.simulator.faults.add({ method: 'views.open', effect: { kind: 'error', error: 'expired_trigger_id' } });
    const told = await at.type('');
    expect(words(told)).toBe(
      'Slack did not open the form, perhaps because we took too long. Nothing was changed.\nTry again',
    );
    const form = await at.form(at.simulator.people.press('form-0', { ...anna, ts: told.ts }));
    expect(form.shown['title']).toMatchObject({ text: 'Watch a topic' });
  });

  test('the shortcut on a message opens the form with what the message is about', async () => {
    await using at = await aSlackDesk();
    const told = await at.type('help');
    const form = await at.form(
      at.simulator.people.useMessageShortcut('watch-this', { ...anna, ts: told.ts }),
    );
    const [topic] = inputs(form);
    expect(topic?.[0]).toBe('topic');
    expect(String(topic?.[1])).not.toMatch(/[*`_]/);
    expect(at.violations()).toEqual([]);
  });
});

/** Somebody's message stands in a channel, and another uses the shortcut on it. */
async function watchThis(at: SlackDesk, text: string, by = anna) {
  const channel = at.simulator.world.channels.find(({ id }) => id === by.channel);
  const at0 = '2026-03-02T12:00:00.000Z';
  const ts = '1772452800.000100';
  channel?.messages.push({ ts, user: 'U0BORIS', isBroadcast: false, versions: [{ at: at0, text }] });
  return at.form(at.simulator.people.useMessageShortcut('watch-this', { ...by, ts }));
}

describe('the shortcut “Watch this”', () => {
  test.each([
    ['Ruritania &amp; Syldavia talk', 'Ruritania & Syldavia talk'],
    ['<@U0ANNA> <!here> *Ruritania* talks in <#C0NEWSROOM|newsroom>', 'Ruritania talks in'],
    ['<https://news.example/a|Ruritania yields> :rotating_light:', 'Ruritania yields'],
    ['<https://news.example/a> Talks at 12:30', 'Talks at 12:30'],
    ['> _Ruritania_ ~yields~ `today`', 'Ruritania yields today'],
  ])('on “%s” fills the form with “%s”', async (text, topic) => {
    await using at = await aSlackDesk();
    const form = await watchThis(at, text);
    expect(inputs(form)[0]).toEqual(['topic', topic]);
    expect(at.violations()).toEqual([]);
  });

  test('on a message made to keep a reader busy opens the form', async () => {
    await using at = await aSlackDesk();
    const form = await watchThis(at, `${'<@'.repeat(9_000)}${'<https:'.repeat(3_000)}:${'a'.repeat(9_000)}`);
    expect(inputs(form)[0]?.[0]).toBe('topic');
  });

  test('on a message without words opens the form empty', async () => {
    await using at = await aSlackDesk();
    const form = await watchThis(at, '<https://news.example/a>');
    expect(inputs(form)[0]).toEqual(['topic', undefined]);
    expect(at.violations()).toEqual([]);
  });

  test('on a very long message fills in as much as a topic may hold', async () => {
    await using at = await aSlackDesk();
    const form = await watchThis(at, 'Ruritania talks 👩‍👩‍👧‍👦 '.repeat(400));
    expect(String(inputs(form)[0]?.[1]).length).toBeLessThanOrEqual(150);
    expect(at.violations()).toEqual([]);
  });

  test('where Readout is not watches all the same, and says how to invite it', async () => {
    await using at = await aSlackDesk();
    const form = await watchThis(at, 'Iran', { user: 'U0ANNA', channel: 'C0NEWSROOM' });
    await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' });
    expect(shown(form)).toMatch(/^\*I am not in #newsroom\.\*[^]*now watches “Iran”/);
    expect(at.violations()).toEqual([]);
  });
});

/** The card of a story stands in #desk, with a line below it and another message. */
async function aCardInDesk(at: SlackDesk) {
  // The channel becomes known with the first word that is typed there.
  await at.type('help');
  const shortName = await at.report('Norland and Surland talk', 3);
  const story = await at.ledger.stories.findByShortName(shortName, desk.workspace);
  if (story === undefined) throw new Error('There is no such story.');
  const ts = { card: '1772452800.000100', line: '1772452900.000200', other: '1772453000.000300' };
  const post = aPost({
    key: postKey(desk, story.id),
    channel: desk.id,
    story: story.id,
    state: 'sent',
    shown: 1,
  });
  await at.ledger.deliveries.savePost({ ...post, message: ts.card as MessageId });
  const versions = [{ at: '2026-03-02T12:00:00.000Z', text: 'Norland and Surland talk' }];
  const said = { user: 'U0BORIS', isBroadcast: false, versions };
  const channel = at.simulator.world.channels.find(({ id }) => id === 'C0DESK');
  channel?.messages.push(
    { ...said, ts: ts.card },
    { ...said, ts: ts.line, threadTs: ts.card },
    { ...said, ts: ts.other },
  );
  return { ...ts, shortName };
}

async function choose(at: SlackDesk, ts: string, by = anna) {
  const used = await at.simulator.people.useMessageShortcut('show-story', { ...by, ts });
  return at.simulator.until(() => used.replies().find((one) => words(one) !== ''));
}

describe('the shortcut “Show this story”', () => {
  test.each(['card', 'line'] as const)(
    'on the %s of a story shows that story to who asked alone',
    async (where) => {
      await using at = await aSlackDesk();
      const told = await aCardInDesk(at);
      const reply = await choose(at, told[where]);
      expect(words(reply)).toContain(told.shortName);
      expect(words(reply)).toContain('Norland and Surland talk');
      expect(reply.visibleTo).toBe('U0ANNA');
      const seenByAll = at.simulator.messages('C0DESK').filter(({ visibleTo }) => visibleTo === undefined);
      expect(seenByAll.map(({ ts }) => ts)).toEqual([told.card, told.line, told.other]);
      expect(at.violations()).toEqual([]);
    },
  );

  test.each([
    ['U0ANNA', 'That message is no card of mine.'],
    ['U0CLARA', "Ce message n'est pas une de mes fiches."],
  ])('on another message says to %s what to do', async (user, sentence) => {
    await using at = await aSlackDesk();
    const { other, shortName } = await aCardInDesk(at);
    const reply = await choose(at, other, { ...anna, user });
    expect(words(reply)).toContain(sentence);
    expect(words(reply)).not.toContain(shortName);
    expect(at.violations()).toEqual([]);
  });

  test('has a look-up that names no story say where it is', async () => {
    await using at = await aSlackDesk();
    expect(words(await at.type('story sides'))).toContain('it is *Show this story*');
    expect(at.violations()).toEqual([]);
  });
});

describe('answers', () => {
  test('are private, and one button shows them to the channel', async () => {
    await using at = await aSlackDesk();
    const latest = await at.type('news latest');
    expect(latest.visibleTo).toBe('U0ANNA');
    const buttons = contentOf(latest).blocks?.at(-1)?.['elements'] as readonly Block[];
    const showHere = buttons.find((button) => JSON.stringify(button).includes('Show here'));
    const here = await at.press(String(showHere?.['action_id']), latest);
    expect(here.visibleTo).toBeUndefined();
    expect(at.violations()).toEqual([]);
  });

  test('speak the language of whoever asks', async () => {
    await using at = await aSlackDesk();
    const clara = { user: 'U0CLARA', channel: 'C0NEWSROOM' };
    expect(words(await at.type('watch list', clara))).toContain('#newsroom ne suit encore rien.');
  });

  test('a button that is not known any more says so', async () => {
    await using at = await aSlackDesk();
    const told = await at.type('watch list');
    const old = {
      type: 'actions',
      block_id: 'old',
      elements: [{ type: 'button', action_id: 'older', text: { type: 'plain_text', text: 'Old' } }],
    };
    told.versions.push({ ...contentOf(told), blocks: [old] });
    const pressed = await at.simulator.people.press('older', { ...anna, ts: told.ts });
    const [reply] = await at.simulator.until(() => pressed.replies().length > 0 && pressed.replies());
    expect(contentOf(reply!).text).toBe('This button does nothing any more.');
    expect(at.violations()).toEqual([]);
  });
});

describe('the Home tab', () => {
  test('shows what is watched in the channels that its reader sees, in the reader’s language', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.type('watch add Ukraine', { user: 'U0BORIS', channel: 'C0EMBASSY' });
    await at.simulator.people.openHome('U0BORIS');
    const all = shown(await at.home('U0BORIS', 'Ukraine'));
    expect(all).toMatch(/#desk watches 1 topic[^]*Iran[^]*#embassy watches 1 topic[^]*Ukraine/);
    expect(all).toContain('/readout watch add');

    await at.simulator.people.openHome('U0ANNA');
    expect(shown(await at.home('U0ANNA', 'Iran'))).not.toMatch(/embassy|Ukraine/);
    await at.simulator.people.openHome('U0CLARA');
    const outside = shown(await at.home('U0CLARA', 'Iran'));
    expect(outside).toMatch(/#desk suit 1 sujet/);
    expect(outside).not.toMatch(/Suspendre|Modifier|Retirer/);
    expect(at.violations()).toEqual([]);
  });

  test('whoever is not in a channel any more changes nothing of it, though the button stands before them', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'Pause');
    const members = at.simulator.world.channels.find(({ id }) => id === 'C0DESK')!.members;
    members.splice(members.indexOf('U0ANNA'), 1);
    const told = await at.form(at.simulator.people.pressInView('do-0', { view: home.id }));
    await at.simulator.until(() => shown(told).includes('You can look, not change.'));
    expect(await at.ledger.subscriptions.listByChannel(desk.id)).toMatchObject([{ isPaused: false }]);
    expect(at.violations()).toEqual([]);
  });

  test('pauses a watch: a window tells it, with a way back, and the tab shows it', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'Pause');
    const told = await at.form(at.simulator.people.pressInView('do-0', { view: home.id }));
    await at.simulator.until(() => shown(told).includes('Iran'));
    expect(shown(told)).toContain('Undo');
    await at.home('U0ANNA', 'Resume');
    expect((await at.ledger.subscriptions.listByChannel(desk.id))[0]?.isPaused).toBe(true);
    expect(at.violations()).toEqual([]);
  });

  test('changes a watch by its form', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'Change');
    const form = await at.form(at.simulator.people.pressInView('form-1', { view: home.id }));
    await at.simulator.until(() => inputs(form).length > 0);
    const sent = await at.simulator.people.submitView(form.id, { 'line-digest': '07:30' });
    expect(sent.kind).toBe('updated');
    expect((await at.ledger.subscriptions.listByChannel(desk.id))[0]?.digest?.at).toBe('07:30');
    expect(at.violations()).toEqual([]);
  });

  test('tells of a channel in which Readout is not how to invite it', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran', { user: 'U0ANNA', channel: 'C0NEWSROOM' });
    await at.simulator.people.openHome('U0ANNA');
    expect(shown(await at.home('U0ANNA', '#newsroom'))).toContain(
      '*I am not in #newsroom.* `/invite @readout`',
    );
    expect(at.violations()).toEqual([]);
  });

  test('a window that stands open is of no use to who is no longer let into its channel', async () => {
    await using at = await aSlackDesk();
    const embassy = at.simulator.world.channels.find(({ id }) => id === 'C0EMBASSY')!;
    const form = await at.form(at.simulator.people.slash('', { user: 'U0BORIS', channel: 'C0EMBASSY' }));
    embassy.members.splice(embassy.members.indexOf('U0BORIS'), 1);
    const sent = await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' });
    expect(sent).toMatchObject({ errors: { topic: 'Only who sees this channel can ask about it.' } });
    expect(await at.ledger.subscriptions.listByWorkspace(desk.workspace)).toEqual([]);
    expect(at.violations()).toEqual([]);
  });

  test('a window of a private channel that Readout is not in is not believed, and says what to do', async () => {
    await using at = await aSlackDesk();
    const board = { user: 'U0BORIS', channel: 'C0BOARD' };
    const form = await at.form(at.simulator.people.slash('', board));
    const sent = await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' });
    expect(sent).toMatchObject({
      errors: { topic: expect.stringMatching(/^I am not in this private channel.*\/invite @Readout/) },
    });
    expect(await at.ledger.subscriptions.listByWorkspace(desk.workspace)).toEqual([]);
    await at.type('watch add Iran', board);
    expect(await at.ledger.subscriptions.listByWorkspace(desk.workspace)).toHaveLength(1);
    expect(at.violations()).toEqual([]);
  });
});

describe('a channel in which Readout is not', () => {
  const inNewsroom = { user: 'U0ANNA', channel: 'C0NEWSROOM' };
  const newsroom: ChannelId = idOf('channel', 'slack', 'T0DESK', 'C0NEWSROOM');

  test('keeps its watch, says how to invite Readout, and can be tried again', async () => {
    await using at = await aSlackDesk();
    const added = await at.type('watch add Iran', inNewsroom);
    expect(words(added)).toMatch(
      /^\*I am not in #newsroom\.\* `\/invite @readout` there[^]*now watches “Iran”[^]*Try again/,
    );
    expect(await at.watches(newsroom)).toEqual(['Iran']);

    const still = await at.press('do-0', added, inNewsroom);
    expect(words(still)).toMatch(/^\*I am not in #newsroom\.\*[^]*already watches/);
    at.simulator.world.channels.find(({ id }) => id === 'C0NEWSROOM')?.members.push('U0READOUT');
    const there = await at.press('do-0', still, inNewsroom);
    expect(words(there)).not.toContain('I am not in');
    expect(await at.watches(newsroom)).toEqual(['Iran']);
    expect(at.violations()).toEqual([]);
  });

  test('is posted into again as soon as somebody invites Readout', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran', inNewsroom);
    const since = NOON.toISOString();
    const stop = {
      channel: newsroom,
      kind: 'refused',
      since,
      until: since,
      refusals: 3,
      reason: 'not_in_channel',
    } as const;
    await at.ledger.stops.save(stop);
    const joined = {
      type: 'member_joined_channel',
      channel: 'C0NEWSROOM',
      channel_type: 'C',
      team: 'T0DESK',
    };
    await at.simulator.people.event({ ...joined, user: 'U0BORIS' });
    expect(await at.ledger.stops.list()).toHaveLength(1);
    await at.simulator.people.event({ ...joined, user: 'U0READOUT' });
    await at.logged('slack.let_in');
    expect(await at.ledger.stops.list()).toEqual([]);
  });
});
