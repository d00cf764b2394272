import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Story } from '#story/story.ts';
import { linesOf } from '../command/plain-text.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

/* Invented countries, outlets and words: nobody's statement. */
const WATCHED = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const CALL_SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';
const SPRING = '“We shall meet again in spring,” the President of Freedonia said.';
const LATER = 'Freedonia and Sylvania spoke by phone again on Tuesday night';
const BRIDGE = '“The bridge stays closed for now,” the President of Freedonia said.';

/** Another workspace, which watches the same; connected to nothing, so that what it is owed stays owed. */
const elsewhere: ChannelRef = {
  id: 'elsewhere' as ChannelId,
  workspace: 'elsewhere' as WorkspaceId,
  platform: 'discord',
  address: '1',
  name: '#elsewhere',
};

/** A card stands on two reports of The Courier, here and elsewhere. */
async function aCardHere() {
  const room = await aNewsroom();
  const { workspaces } = room.readout().ledger;
  const { workspace, platform } = elsewhere;
  await workspaces.save({ id: workspace, platform, name: 'Elsewhere', languages: ['en'], zone: 'UTC' });
  await workspaces.saveChannel(elsewhere);
  await room.ask(`watch add ${WATCHED}`, elsewhere);
  await room.round();
  room.stand.publish('courier', 'c1', CALL, `${CALL_SUMMARY} ${SPRING}`);
  await room.round();
  room.stand.publish('courier', 'c2', LATER, `${CALL_SUMMARY} ${BRIDGE}`);
  await room.round();
  await room.wait(31);
  const [story] = await room.readout().ledger.stories.listRecent({ since: new Date(0), limit: 9 });
  if (story === undefined) throw new Error('No story was told.');
  return { room, story };
}

const ask = async (room: Newsroom, words: string, channel?: ChannelRef): Promise<string> =>
  linesOf(await room.ask(words, channel)).join('\n');

/** Lets what was decided be carried, and everything be sent that is owed then. */
async function carried(room: Newsroom): Promise<string> {
  await room.readout().carryRulings();
  return (await room.wait(1)) + (await room.wait(31));
}

describe('story sides', () => {
  test('tells all words of each side with the report that has them, and why another has none', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    const said = await ask(room, `story sides ${story.shortName}`);
    expect(said).toContain(
      'S1 Rufus Trentino, as quoted by The Courier, in its English (A1): “We shall meet',
    );
    expect(said).toContain('S2 Rufus Trentino, as quoted by The Courier, in its English (A2): “The bridge');
    expect(said).toMatch(/Sylvania\nno words found so far; we do not read this side directly/);
  });

  test('takes a link to its card, only in the channel of the card', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    const { deliveries } = room.readout().ledger;
    const post = await deliveries.findPost(elsewhere.id, story.id);
    if (post === undefined) throw new Error('Nothing is owed elsewhere.');
    await deliveries.savePost({ ...post, state: 'sent', message: '33' as never });
    const link = 'https://discord.com/channels/9/1/33';
    expect(await ask(room, `story sides ${link}`, elsewhere)).toContain('who said what');
    expect(await ask(room, `story sides ${link}`)).toBe('That message stands in another channel. Ask there.');
    expect(await ask(room, `story sources ${link}4`, elsewhere)).toBe(
      'This card is not known here any more.',
    );
  });
});

describe('story sources', () => {
  test('tells of each report whose it is, when it came, and what it rests on', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, CALL_SUMMARY);
    await room.round();
    const said = await ask(room, `story sources ${story.shortName}`);
    expect(said).toMatch(
      /A1 The Courier · media, Courier Group · “Freedonia and Sylvania spoke by phone” · published .* · rests on: Freedonia/,
    );
    expect(said).toMatch(/A3 The Palace · official, FD, Freedonia · .* · rests on: Freedonia/);
  });

  test('says that a report is a later edition, and no longer at its address', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    room.stand.publish('courier', 'c2', `${LATER}, officials say`, `${CALL_SUMMARY} ${BRIDGE}`);
    await room.round();
    const { articles, stories } = room.readout().ledger;
    const [first] = await stories.articlesOf(story.id);
    await articles.setState(first as never, 'vanished', { at: new Date('2025-07-01T09:00:00Z') });
    const said = await ask(room, `story sources ${story.shortName}`);
    expect(said).toMatch(/A1 .* · no longer at its address since 2025-07-01T09:00:00.000Z/);
    expect(said).toMatch(/A2 .* · edition 2/);
  });
});

describe('story history', () => {
  test('tells each card as it was shown here, and what had changed', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    const [head, first, second, ...more] = (await ask(room, `story history ${story.shortName}`)).split('\n');
    expect(head).toContain('2 cards, the oldest first');
    expect(first).toMatch(/T08:28:01.000Z first shown$/);
    expect(second).toContain('1 more of Freedonia, 1 report more');
    expect(more).toEqual([]);
  });

  test('gives the card as it stood at an hour', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    const then = await room.ask(`story history ${story.shortName} at:08:40`);
    expect(linesOf(then)[0]).toContain('As it stood at 2025-07-01T08:40:59.999Z');
    expect(then.cards?.map(({ sources }) => sources.length)).toEqual([1]);
    expect((await room.ask(`story history ${story.shortName} at:1min`)).cards?.[0]?.sources).toHaveLength(2);
    expect(await ask(room, `story history ${story.shortName} at:08:01`)).toContain(
      'No card of it stood here',
    );
    expect(await ask(room, `story history ${story.shortName} at:noon`)).toContain('is no time of a card');
  });

  test('knows the cards of this channel alone', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    expect(await ask(room, `story history ${story.shortName}`, elsewhere)).toContain(
      `No card of ${story.shortName} is known to have stood in #elsewhere.`,
    );
  });
});

const postOf = (room: Newsroom, story: Story, channel: ChannelId) =>
  room.readout().ledger.deliveries.findPost(channel, story.id);

describe('what a workspace hides', () => {
  test('an article leaves its cards with a correction, and stays everywhere else', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    const said = await ask(room, `story hide ${story.shortName} a2`);
    expect(said).toContain(`A2 is hidden in this workspace: The Courier, “${LATER}”.`);
    const printed = (await carried(room)).replaceAll(/\s+┃?\s*/g, ' ');
    expect(printed).toContain('“The bridge stays closed for now” (The Courier) was taken off here by people');
    expect(printed).toContain('CORRECTION on “Freedonia Sylvania call”');
    expect(printed).toContain('1 outlet · rests on: Freedonia');

    const there = await postOf(room, story, elsewhere.id);
    expect(JSON.stringify(there?.card)).toContain('The bridge stays closed');
    expect(JSON.stringify(there?.card)).not.toContain('taken off');
    const shown = await room.ask(`story show ${story.shortName}`);
    expect(shown.cards?.[0]?.sources).toHaveLength(1);
    const shownThere = await room.ask(`story show ${story.shortName}`, elsewhere);
    expect(shownThere.cards?.[0]?.sources).toHaveLength(2);
    expect(await ask(room, `story sides ${story.shortName}`)).toContain('Hidden in this workspace: A2.');
    expect(await ask(room, `story sides ${story.shortName}`, elsewhere)).not.toContain('Hidden');
  });

  test('stays hidden when more is reported, and what comes is counted', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    await room.ask(`story hide ${story.shortName} S2`);
    await carried(room);
    room.stand.publish('courier', 'c2', `${LATER}, officials say`, `${CALL_SUMMARY} ${BRIDGE}`);
    room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, CALL_SUMMARY);
    const printed = (await room.round()) + (await room.wait(31));
    expect(printed).toContain('2 outlets · rest on: Freedonia');
    const card = (await room.ask(`story show ${story.shortName}`)).cards?.[0];
    expect(card?.sides.flatMap(({ quotes }) => quotes.map(({ words }) => words))).not.toContainEqual(
      expect.stringContaining('bridge'),
    );
    expect(card?.summary.map(({ words }) => words).join(' ')).not.toContain('bridge');
  });

  test('counts again when it is shown again, as for everyone', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    const hidden = await room.ask(`story hide ${story.shortName} A2`);
    await carried(room);
    expect(hidden.actions?.[0]?.command).toMatch(/^undo /);
    await room.ask(`story hide ${story.shortName} A2 --off`);
    expect(await carried(room)).not.toContain('CORRECTION');
    const { hidden: store } = room.readout().ledger;
    expect(await store.findAccount('terminal' as WorkspaceId, story.id)).toBeUndefined();
    const card = (await room.ask(`story show ${story.shortName}`)).cards?.[0];
    expect([card?.sources.length, card?.takenOff]).toEqual([2, []]);
  });

  test('is not said of words that were shown again before anybody read it, and is when hidden again', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    await room.ask(`story hide ${story.shortName} A2`);
    await room.readout().carryRulings();
    await room.ask(`story hide ${story.shortName} A2 --off`);
    expect(await carried(room)).not.toContain('CORRECTION');
    await room.ask(`story hide ${story.shortName} A2`);
    expect(await carried(room)).toContain('CORRECTION');
  });

  test('is told to the operator with the command that makes it hold for all, and stands in the audit', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    await room.ask(`story hide ${story.shortName} A2`, elsewhere);
    const { notices, workspaces } = room.readout().ledger;
    const told = await notices.claim(new Date('2025-07-01T12:00:00Z'), 1_000, 9);
    expect(told.map(({ channel, line }) => [channel, JSON.stringify(line)])).toEqual([
      [OPERATOR_CHANNEL, expect.stringContaining(`readout story split ${story.shortName} A2`)],
    ]);
    const [row] = await workspaces.listAudit(elsewhere.workspace, 1);
    expect(row).toMatchObject({ what: 'story hide', detail: expect.stringContaining('A2') });
  });

  test('is never all of a story, and is asked for where nothing is named', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    await room.ask(`story hide ${story.shortName} A1`);
    const last = await room.ask(`story hide ${story.shortName} A2`);
    expect([last.kind, linesOf(last)[0]]).toEqual(['refused', expect.stringContaining('Mute it instead')]);
    const which = await room.ask(`story hide ${story.shortName} what:statements`);
    expect(which.actions?.map(({ command }) => command)).toEqual([`story hide ${story.shortName} what:S2`]);
    expect(linesOf(await room.ask(`story hide ${story.shortName} A9`))[0]).toContain('has no A9');
    expect(linesOf(await room.ask(`story hide ${story.shortName} A1`))[0]).toContain('already');
    expect(linesOf(await room.ask(`story hide ${story.shortName} A2 --off`))[0]).toContain('is not hidden');
  });

  test('is over when the operator splits what was hidden off: it is news of its own then', async () => {
    const { room, story } = await aCardHere();
    await using _ = room;
    await room.ask(`story hide ${story.shortName} A2`);
    const { rulings, stories, subscriptions } = room.readout().ledger;
    const [, second] = await stories.articlesOf(story.id);
    const split = { kind: 'split', story: story.id, articles: second ? [second] : [] } as const;
    await rulings.ask({ decision: split, by: 'Ana', at: new Date('2025-07-01T09:30:00Z') });
    const printed = await carried(room);
    expect(printed).toContain('· new');
    const left = await room.readout().ledger.hidden.listIn(second ? [second] : []);
    expect(left).toEqual([]);
    expect(await subscriptions.countUnaccounted()).toBe(0);
    expect(await stories.count()).toBe(2);
  });
});
