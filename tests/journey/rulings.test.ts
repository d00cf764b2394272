import { describe, expect, test } from 'vitest';
import type { ActorId } from '#lexicon/actor.ts';
import type { Decision } from '#story/ruling.ts';
import type { Story } from '#story/story.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

/* Invented countries, outlets and words: nobody's statement. */
const CALL = 'Freedonia and Sylvania spoke by phone';
const CALL_SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';
const SAID = '“We shall meet again in spring,” the President of Freedonia said.';
const LATER = 'Freedonia and Sylvania spoke by phone again on Tuesday night';
const LATER_SAID = '“The bridge stays closed for now,” the President of Freedonia said.';

/** Every feed has been visited once, so that what comes now is news. */
async function afterFirstVisits(): Promise<Newsroom> {
  const room = await aNewsroom();
  expect(await room.round()).toBe('');
  return room;
}

/** One card stands on two reports that tell of two calls. */
async function oneCardOfTwoCalls() {
  const room = await afterFirstVisits();
  room.stand.publish('courier', 'c1', CALL, `${CALL_SUMMARY} ${SAID}`);
  await room.round();
  room.stand.publish('courier', 'c2', LATER, `${CALL_SUMMARY} ${LATER_SAID}`);
  await room.round();
  const [story, ...others] = await storiesIn(room);
  expect(others).toEqual([]);
  if (story === undefined) throw new Error('No story was told.');
  const [first, second] = await room.readout().ledger.stories.articlesOf(story.id);
  if (first === undefined || second === undefined) throw new Error('Two reports were not kept.');
  return { room, story, first, second };
}

const storiesIn = (room: Newsroom): Promise<readonly Story[]> =>
  room.readout().ledger.stories.listRecent({ since: new Date(0), limit: 9 });

/** The terminal breaks long lines. */
const inOneLine = (printed: string): string =>
  printed.replaceAll(/\n(?:┃|↳)? +/g, ' ').replaceAll(/(?<=\w|\))\n(?=\w)/g, ' ');

/** What somebody decided, carried; gives what came of it, and what was printed then. */
async function decide(room: Newsroom, decision: Decision) {
  const { rulings } = room.readout().ledger;
  const number = await rulings.ask({ decision, by: 'Ana', at: new Date('2025-07-01T09:00:00Z') });
  const timesOwed = room.timesOwed();
  expect(await room.readout().carryRulings()).toBe(1);
  expect(await rulings.listWaiting()).toEqual([]);
  const ringsForIt = room.timesOwed() - timesOwed;
  // Longer than an edit waits that only counts, and in two steps, so that what answers a card finds it.
  const printed = (await room.wait(1)) + (await room.wait(31));
  return { outcome: (await rulings.find(number))?.outcome, printed: inOneLine(printed), ringsForIt };
}

/** An operator who has found out that the second report tells of another event. */
async function afterSplit() {
  const { room, story, first, second } = await oneCardOfTwoCalls();
  const split: Decision = { kind: 'split', story: story.id, articles: [second] };
  return { room, story, first, second, ...(await decide(room, split)) };
}

describe('a story that the operator splits', () => {
  test('keeps its card for the part with its first article; the other is told as the news it is', async () => {
    const { room, story, first, second, outcome, printed, ringsForIt } = await afterSplit();
    await using _ = room;
    expect(ringsForIt).toBe(1);
    const { stories, deliveries, subscriptions } = room.readout().ledger;
    expect(await stories.articlesOf(story.id)).toEqual([first]);
    const other = (await storiesIn(room)).find(({ id }) => id !== story.id);
    expect(await stories.articlesOf(other?.id as Story['id'])).toEqual([second]);
    expect(outcome).toBe(`${story.shortName} keeps 1 article; 1 article is ${other?.shortName} now.`);
    expect(printed).toContain(`━━ ${other?.shortName} · new`);
    expect(printed).toContain(`━━ ${story.shortName} · updated`);
    expect(await deliveries.postsOf(other?.id as Story['id'])).toHaveLength(1);
    expect(await subscriptions.countUnaccounted()).toBe(0);
  });

  test('says where words went that its card had shown under a side', async () => {
    const { room, story, printed } = await afterSplit();
    await using _ = room;
    const other = (await storiesIn(room)).find(({ id }) => id !== story.id);
    expect(printed).toContain(
      `“The bridge stays closed for now” (The Courier) is about another event, told in ${other?.shortName} now`,
    );
    expect(printed).toContain('It stood here under Freedonia from');
  });

  test('is never made one again by a later report that is close to both, or after a restart', async () => {
    const { room, story } = await afterSplit();
    await using _ = room;
    await room.restart();
    room.stand.publish('palace', 'p1', LATER, `${CALL_SUMMARY} ${SAID} ${LATER_SAID}`);
    await room.round();
    const left = await storiesIn(room);
    expect(left).toHaveLength(2);
    expect(left.map(({ id }) => id)).toContain(story.id);
  });

  test('would be one again by such a report, had nobody ruled them apart', async () => {
    const { room, story, first, second } = await afterSplit();
    await using _ = room;
    const { rulings, stories } = room.readout().ledger;
    await rulings.letTogether([first], [second]);
    room.stand.publish('palace', 'p1', LATER, `${CALL_SUMMARY} ${SAID} ${LATER_SAID}`);
    const printed = inOneLine((await room.round()) + (await room.wait(31)));
    expect(await storiesIn(room)).toMatchObject([{ id: story.id }]);
    expect(await stories.articlesOf(story.id)).toHaveLength(3);
    expect(printed).toContain(`NOW PART OF ▸ ${story.shortName}`);
  });

  test('opens no card for what is old by then, and says that it expired', async () => {
    const { room, story, second } = await oneCardOfTwoCalls();
    await using _ = room;
    await room.wait(13 * 60);
    const { printed } = await decide(room, { kind: 'split', story: story.id, articles: [second] });
    expect(printed).not.toContain('· new');
    expect(printed).toContain('· updated');
    const { subscriptions } = room.readout().ledger;
    expect(await subscriptions.countUnaccounted()).toBe(0);
    expect(await subscriptions.countStoryStates()).toMatchObject({ expired: 1 });
  });

  test('stays as it is where nothing of it would be left', async () => {
    const { room, story, first, second } = await oneCardOfTwoCalls();
    await using _ = room;
    const all: Decision = { kind: 'split', story: story.id, articles: [first, second] };
    expect((await decide(room, all)).outcome).toMatch(/^Nothing was changed/);
    expect(await storiesIn(room)).toHaveLength(1);
  });
});

describe('two stories that the operator merges', () => {
  test('live on under the older card; the younger says where it went', async () => {
    const { room, story } = await afterSplit();
    await using _ = room;
    const other = (await storiesIn(room)).find(({ id }) => id !== story.id) as Story;
    const merge: Decision = { kind: 'merge', story: other.id, other: story.id };
    const { outcome, printed } = await decide(room, merge);
    expect(outcome).toBe(`${other.shortName} is part of ${story.shortName} now, which has 2 articles.`);
    expect(printed).toContain(`NOW PART OF ▸ ${story.shortName}`);
    const { stories } = room.readout().ledger;
    expect((await stories.find(other.id))?.mergedInto).toBe(story.id);
    expect(await storiesIn(room)).toHaveLength(1);
  });

  test('take in later reports together, though they were kept apart before', async () => {
    const { room, story } = await afterSplit();
    await using _ = room;
    const other = (await storiesIn(room)).find(({ id }) => id !== story.id) as Story;
    await decide(room, { kind: 'merge', story: story.id, other: other.id });
    expect(await room.readout().ledger.rulings.areApart(story.id, other.id)).toBe(false);
    await room.restart();
    room.stand.publish('palace', 'p1', LATER, `${CALL_SUMMARY} ${LATER_SAID}`);
    await room.round();
    expect(await storiesIn(room)).toMatchObject([{ id: story.id }]);
    expect(await room.readout().ledger.stories.articlesOf(story.id)).toHaveLength(3);
  });

  test('are split again under the names that they had', async () => {
    const { room, story, second } = await afterSplit();
    await using _ = room;
    const other = (await storiesIn(room)).find(({ id }) => id !== story.id) as Story;
    await decide(room, { kind: 'merge', story: story.id, other: other.id });
    const { printed } = await decide(room, { kind: 'split', story: story.id, articles: [second] });
    expect((await storiesIn(room)).map(({ shortName }) => shortName)).toContain(other.shortName);
    expect(printed).toContain(`━━ ${other.shortName} · updated`);
  });
});

describe('a side that the operator rules', () => {
  test('takes the words off where they stood, says so, and holds in a new edition', async () => {
    const { room, story, second } = await oneCardOfTwoCalls();
    await using _ = room;
    const { stories } = room.readout().ledger;
    const [said] = await stories.statementsOf([second]);
    const ruled = { article: second, speakerWords: said?.speakerWords ?? '' };
    const { outcome, printed } = await decide(room, { kind: 'side', story: story.id, ruled });
    expect(outcome).toContain('speaks for no side there.');
    expect(printed).toContain('does not stand for Freedonia, as the operator decided');

    room.stand.publish('courier', 'c2', `${LATER}, officials say`, `${CALL_SUMMARY} ${LATER_SAID}`);
    await room.round();
    const [edited] = await stories.statementsOf([second]);
    expect(edited).toMatchObject({ words: said?.words, sides: [] });
    const { sides = [] } = (await stories.find(story.id))?.account ?? {};
    expect(sides.flatMap(({ statements }) => statements)).not.toContainEqual(
      expect.objectContaining({ statement: edited?.id }),
    );
  });

  test('puts them where it says, and back again when it is lifted', async () => {
    const { room, story, second } = await oneCardOfTwoCalls();
    await using _ = room;
    const { stories } = room.readout().ledger;
    const [said] = await stories.statementsOf([second]);
    const ruled = { article: second, speakerWords: said?.speakerWords ?? '' };
    const SYLVANIA = 'sylvania' as ActorId;
    await decide(room, { kind: 'side', story: story.id, ruled: { ...ruled, side: SYLVANIA } });
    const sidesOf = async () => (await stories.statementsOf([second]))[0]?.sides;
    expect(await sidesOf()).toEqual([SYLVANIA]);
    const spoke = (await stories.find(story.id))?.account.sides.filter((one) => one.spokeAt !== undefined);
    expect(spoke?.map(({ side }) => side).toSorted()).toEqual(['freedonia', SYLVANIA]);
    await decide(room, { kind: 'side', story: story.id, ruled, isLifted: true });
    expect(await sidesOf()).toEqual(['freedonia']);
    // What was put under the wrong side by a ruling stood there, and that stays said.
    const { corrections = [] } = (await stories.find(story.id))?.account ?? {};
    expect(corrections.map(({ side }) => side)).toEqual([SYLVANIA]);
  });
});

describe('a ruling that fails', () => {
  test('is closed with its error, changes nothing and stops none after it', async () => {
    const { room, story, second } = await oneCardOfTwoCalls();
    await using _ = room;
    room.sql(
      'CREATE TRIGGER no_pairs BEFORE INSERT ON apart_articles BEGIN SELECT RAISE(ABORT, "full"); END',
    );
    const { outcome } = await decide(room, { kind: 'split', story: story.id, articles: [second] });
    expect(outcome).toMatch(/^Nothing was changed, by a fault of ours/);
    expect(room.logged).toContain('ruling.failed');
    expect(await storiesIn(room)).toHaveLength(1);
    expect(await room.readout().ledger.stories.articlesOf(story.id)).toHaveLength(2);
  });
});
