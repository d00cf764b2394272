import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { storyHide } from '#command/story/story-hide.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import type { Story } from '#story/story.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const undoChange = undoOf(() => commands);

/** A story of two reports, A1 and A2. */
async function aStoryOfTwo(languages?: readonly string[]) {
  const at = await aDesk(languages);
  const { stories } = at.desk.ledger;
  const shortName = await at.report('Norland and Surland talk', 3);
  const story = (await stories.findByShortName(shortName)) as Story;
  const other = (await stories.findByShortName(await at.report('A flood closes three roads', 2))) as Story;
  await stories.merge(story.id, other.id);
  return { ...at, story, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

const undo = { channel, who: 'Ana', options: { token: 'token-1' } };

test('what was hidden is shown again by Undo, and the cards are told anew both times', async () => {
  await using at = await aStoryOfTwo();
  const { hidden, rulings } = at.desk.ledger;
  const reply = await at.run(storyHide, { story: at.story.shortName, what: 'A2' });
  expect(linesOf(reply)[0]).toContain('A2 is hidden in this workspace: World Wire, “A flood closes');
  expect(reply.actions?.map(({ command }) => command)).toEqual(['undo token-1']);
  const articles = await at.desk.ledger.stories.articlesOf(at.story.id);
  expect(await hidden.listIn(articles)).toHaveLength(1);

  expect((await undoChange.run(undo, at.desk)).kind).toBe('done');
  expect(await hidden.listIn(articles)).toEqual([]);
  expect((await rulings.listWaiting()).map(({ decision }) => decision)).toEqual([
    { kind: 'retell', story: at.story.id, workspace: channel.workspace },
    { kind: 'retell', story: at.story.id, workspace: channel.workspace },
  ]);
});

test('what was shown again is hidden again by Undo', async () => {
  await using at = await aStoryOfTwo();
  const named = { story: `${at.story.shortName} A2` };
  await at.run(storyHide, named);
  await at.run(storyHide, { ...named, off: 'yes' });
  const again = { ...undo, options: { token: 'token-2' } };
  expect((await undoChange.run(again, at.desk)).kind).toBe('done');
  const articles = await at.desk.ledger.stories.articlesOf(at.story.id);
  expect(await at.desk.ledger.hidden.listIn(articles)).toHaveLength(1);
});

test('reads in French as well', async () => {
  await using at = await aStoryOfTwo(['fr']);
  const which = await at.run(storyHide, { story: at.story.shortName });
  expect(linesOf(which)).toEqual([`Quel article de ${at.story.shortName} concerne un autre fait ?`]);
  expect(which.actions?.map(({ label }) => label)).toEqual([
    'A2 · World Wire: A flood closes three roads',
    'A1 · World Wire: Norland and Surland talk',
  ]);
  const reply = await at.run(storyHide, { story: at.story.shortName, what: 'A2' });
  expect(linesOf(reply)[0]).toContain('A2 est masqué dans cet espace');
});
