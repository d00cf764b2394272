import { describe, expect, test } from 'vitest';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';
const CALL_SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';

const NEWS_OF_A_VILLAGE = [
  'A flood closes three roads',
  'The bakery sells its oven',
  'Snow delays the northern ferry',
  'A museum finds forgotten letters',
];

/** Has the database refuse to keep what is called unreadable, wherever it stands among others. */
const REFUSING = `create trigger refusing before insert on articles
  when new.title like '%unreadable%' and new.state = 'read' begin select raise(abort, 'made to fail'); end`;

function countCommits(room: Newsroom): () => number {
  const { ledger } = room.readout();
  const transaction = ledger.transaction.bind(ledger);
  let commits = 0;
  ledger.transaction = (work) => {
    commits += 1;
    return transaction(work);
  };
  return () => commits;
}

describe('the archive of a feed, read for the first time', () => {
  test('is kept with one commit, and each feed with another', async () => {
    await using room = await aNewsroom();
    const { articles, feeds } = room.readout().ledger;
    const commits = countCommits(room);
    for (const title of NEWS_OF_A_VILLAGE) room.stand.publish('courier', title, title);
    await room.round();
    expect((await articles.count()).articles).toBe(NEWS_OF_A_VILLAGE.length);
    expect(commits()).toBe((await feeds.listAll()).length + 1);
  });

  test('groups two reports of one event, though they are kept together', async () => {
    await using room = await aNewsroom();
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    room.stand.publish('courier', 'c2', `${CALL} on Tuesday`, `${CALL_SUMMARY} Both called it useful.`);
    await room.round();
    const { stories, articles } = room.readout().ledger;
    const [story, ...others] = await stories.listRecent({ since: new Date(0), limit: 9 });
    expect(others).toEqual([]);
    expect(story?.account.outlets).toBe(1);
    expect(await stories.articlesOf(story?.id ?? ('' as never))).toHaveLength(2);
    expect((await articles.count()).articles).toBe(2);
  });

  test('is kept but for what cannot be, which waits as unread', async () => {
    await using room = await aNewsroom();
    room.sql(REFUSING);
    for (const title of NEWS_OF_A_VILLAGE) room.stand.publish('courier', title, title);
    room.stand.publish('courier', 'c9', 'An unreadable report');
    await room.round();
    const { articles, stories } = room.readout().ledger;
    expect(room.logged.filter((event) => event === 'article.unread')).toHaveLength(1);
    expect((await articles.listInState('read', 9)).map(({ title }) => title).toSorted()).toEqual(
      NEWS_OF_A_VILLAGE.toSorted(),
    );
    expect(await articles.listInState('unread', 9)).toMatchObject([{ title: 'An unreadable report' }]);
    expect(await stories.count()).toBe(NEWS_OF_A_VILLAGE.length);
    await room.round();
    expect(room.stand.answered('courier')).toEqual([200, 304]);
  });
});
