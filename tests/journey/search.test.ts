import { expect, test } from 'vitest';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { wordsToFind } from '#match/words-to-find.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { configWith } from '../config/small-config.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';

/** The titles that hold what this query asks for, newest first. */
async function found(room: Newsroom, query: string): Promise<readonly string[]> {
  const { articles } = room.readout().ledger;
  const all = wordsToFind(partsOf(query, configWith({}).lexicon), configWith({}).lexicon);
  const ids = await articles.listHolding({ all, since: new Date(0), limit: 10 });
  return (await articles.findMany(ids)).map(({ title }) => title);
}

function partsOf(query: string, lexicon: Lexicon) {
  const parsed = parseQuery(query, lexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.topic.parts;
}

test('an article is found by whom and what it names, in other words, and by any word of its text', async () => {
  await using room = await aNewsroom();
  room.stand.publish('courier', 'c1', CALL, 'The harbour was their subject.');
  room.stand.publish('courier', 'c2', 'A flood closes three roads', 'Sylvania sends help.');
  await room.round();
  expect(await found(room, 'Sylvania Freedonia call')).toEqual([CALL]);
  expect(await found(room, 'Freedonia harbours')).toEqual([CALL]);
  expect(await found(room, 'Freedonia roads')).toEqual([]);
  expect(await found(room, '"three roads"')).toEqual(['A flood closes three roads']);
  expect(await found(room, 'Sylvania')).toHaveLength(2);
  expect(await found(room, 'harbour OR flood')).toHaveLength(2);
});

test('articles of an earlier version get their words while the program runs', async () => {
  await using room = await aNewsroom();
  room.stand.publish('courier', 'c1', CALL, 'The harbour was their subject.');
  await room.round();
  room.sql('delete from article_words');
  expect(await found(room, 'Freedonia')).toEqual([]);
  expect(await room.readout().indexOlder()).toBe(false);
  expect(await found(room, 'Freedonia call')).toEqual([CALL]);
  expect(await room.readout().ledger.articles.listUnindexed(10)).toEqual([]);
});

test('an article whose outlet is gone is passed over, and not looked at again', async () => {
  await using room = await aNewsroom();
  room.stand.publish('courier', 'c1', CALL, 'The harbour was their subject.');
  await room.round();
  room.sql("delete from article_words; update articles set outlet = 'gone'");
  expect(await room.readout().indexOlder()).toBe(false);
  expect(await room.readout().ledger.articles.listUnindexed(10)).toEqual([]);
});
