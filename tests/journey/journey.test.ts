import { describe, expect, test } from 'vitest';
import type { OutletId } from '#feed/outlet.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';
const CALL_SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';
/** The same call, as another outlet heads it. */
const SAME_CALL = 'Freedonia and Sylvania spoke by phone on Tuesday';

const headsIn = (printed: string): readonly string[] =>
  [...printed.matchAll(/^━━ R-\w+ · (new|updated)/gm)].map(([, head = '']) => head);

/** The first line of each card, below the line that says what became of it. */
const headlinesIn = (printed: string): readonly string[] =>
  [...printed.matchAll(/^━━ R-\w+ · (?:new|updated).*\n+┃? *(.*)/gm)].map(([, words = '']) => words.trim());

const courier = 'courier' as OutletId;
const parkedIn = (room: Newsroom) => room.readout().ledger.articles.countInState('parked');

/** Every feed has been visited once, so that what comes now is news. */
async function afterFirstVisits(): Promise<Newsroom> {
  const room = await aNewsroom();
  expect(await room.round()).toBe('');
  return room;
}

/** A card on the call stands in the channel, from The Courier. */
async function afterFirstCard(): Promise<Newsroom> {
  const room = await afterFirstVisits();
  room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
  expect(headsIn(await room.round())).toEqual(['new']);
  return room;
}

describe('news', () => {
  test('of the first visit is the archive: nothing is posted, and people find it', async () => {
    await using room = await aNewsroom();
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    const { ledger } = room.readout();
    expect((await ledger.articles.count()).articles).toBe(1);
    expect(await ledger.stories.count()).toBe(1);
    expect(await ledger.deliveries.countStates()).toEqual({ posts: {}, pointers: {} });
  });

  test('that meets a topic gives one card; what meets none gives nothing', async () => {
    await using room = await afterFirstVisits();
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    room.stand.publish('courier', 'c2', 'A flood closes three roads', 'Nobody was hurt in the flood.');
    const printed = await room.round();
    expect(headsIn(printed)).toEqual(['new']);
    expect(printed).toContain('topic “Freedonia Sylvania call”');
    expect(printed).toContain(CALL_SUMMARY);
    expect(printed).not.toContain('flood');
  });

  test('opens a card as a report alone: an opinion, a live blog or an anniversary opens none', async () => {
    await using room = await afterFirstVisits();
    room.stand.publish('courier', 'c1', `Opinion: ${CALL}`, CALL_SUMMARY);
    room.stand.publish('courier', 'c2', `Ten years on: ${CALL}`, CALL_SUMMARY);
    room.stand.publish('courier', 'c3', `Live: ${CALL}`, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    expect((await room.readout().ledger.articles.count()).articles).toBe(3);

    room.stand.publish('palace', 'p1', SAME_CALL, CALL_SUMMARY);
    expect(headlinesIn(await room.round())).toEqual([SAME_CALL]);
  });

  test('has delivery told where a channel is owed a card, and not of what concerns none', async () => {
    await using room = await afterFirstVisits();
    expect(room.timesOwed()).toBe(0);
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    await room.round();
    expect(room.timesOwed()).toBe(1);
    room.stand.publish('courier', 'c2', 'A flood closes three roads', 'Nobody was hurt in the flood.');
    await room.round();
    expect(room.timesOwed()).toBe(1);
  });

  test('of the same event from another outlet edits the card', async () => {
    await using room = await afterFirstCard();
    room.stand.publish('palace', 'p1', SAME_CALL, 'Both sides called the talk useful.');
    const printed = await room.round();
    expect(headsIn(printed)).toEqual(['updated']);
    expect(printed).toContain('2 outlets');
    expect(await room.readout().ledger.stories.count()).toBe(1);
  });

  test('whose title changes is a new edition of its article, and no new card', async () => {
    await using room = await afterFirstCard();
    room.stand.publish('courier', 'c1', `${CALL} for two hours`, CALL_SUMMARY);
    expect(headsIn(await room.round())).toEqual(['updated']);
    const [article, ...others] = await room.readout().ledger.articles.listRecent(new Date(0), 9);
    expect(others).toEqual([]);
    expect(article).toMatchObject({ title: `${CALL} for two hours`, edition: 2 });
  });

  test('with a better headline, or a new title, leaves the card under the headline it was posted with', async () => {
    await using room = await afterFirstVisits();
    room.stand.publish('courier', 'c1', 'A call', CALL_SUMMARY);
    expect(headlinesIn(await room.round())).toEqual(['A call']);
    room.stand.publish('palace', 'p1', SAME_CALL, CALL_SUMMARY);
    const edited = await room.round();
    expect(headlinesIn(edited)).toEqual(['A call']);
    expect(edited).toContain('Headline: The Courier');
    await room.restart();
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    expect(headlinesIn(await room.round())).toEqual(['A call']);
  });

  test('that stands in the feed still is not posted again, nor asked for whole', async () => {
    await using room = await afterFirstCard();
    expect(await room.round()).toBe('');
    expect(room.stand.answered('courier')).toEqual([200, 200, 304]);
  });

  test('that floods in from one feed is parked, and other feeds go on', async () => {
    await using room = await afterFirstVisits();
    for (let number = 1; number <= 30; number += 1) {
      room.stand.publish('courier', `old-${number}`, `${CALL}, call number ${number}`, CALL_SUMMARY);
    }
    room.stand.publish('palace', 'p1', SAME_CALL, CALL_SUMMARY);
    expect(headsIn(await room.round())).toEqual(['new']);
    const { articles, feeds } = room.readout().ledger;
    expect(await articles.listInState('parked', 99)).toHaveLength(30);
    expect((await feeds.listAll()).filter(({ parkedSince }) => parkedSince !== undefined)).toHaveLength(1);
    expect(room.lastLogged('feed.parked')).toMatchObject({
      outlet: 'courier',
      host: new URL(room.stand.urlOf('courier')).host,
      articles: 30,
    });
    expect(await room.round()).toBe('');
  });
});

describe('what the flood rule held back', () => {
  /** Thirty reports of the call, held back all. */
  async function afterFlood(): Promise<Newsroom> {
    const room = await afterFirstVisits();
    for (let number = 1; number <= 30; number += 1) {
      room.stand.publish('courier', `old-${number}`, `${CALL}, call number ${number}`, CALL_SUMMARY);
    }
    expect(await room.round()).toBe('');
    return room;
  }

  test('is posted as news once a person releases it', async () => {
    await using room = await afterFlood();
    expect(await room.readout().release(courier)).toEqual({ read: 30, unread: 0 });
    expect(await parkedIn(room)).toEqual(new Map());
    expect(headsIn(await room.wait(0))).toContain('new');
  });

  test('goes to the archive when it is released more than two days later', async () => {
    await using room = await afterFlood();
    expect(await room.wait(49 * 60)).toBe('');
    expect(await room.readout().release(courier)).toEqual({ read: 30, unread: 0 });
    expect(await room.wait(0)).toBe('');
  });

  test('waits for the person even where its titles change meanwhile', async () => {
    await using room = await afterFlood();
    room.stand.publish('courier', 'old-1', `${CALL} again`, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    expect(await parkedIn(room)).toEqual(new Map([[courier, 30]]));
  });

  test('never comes again once it is dropped', async () => {
    await using room = await afterFlood();
    expect(await room.readout().ledger.articles.dropParked(courier)).toBe(30);
    room.stand.publish('courier', 'c1', 'A flood closes three roads');
    room.stand.publish('courier', 'old-1', `${CALL} again`, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    expect((await room.readout().ledger.articles.count()).articles).toBe(1);
  });
});

describe('after a night in which nothing was read', () => {
  test('what piled up is news', async () => {
    await using room = await afterFirstVisits();
    await room.wait(8 * 60);
    for (let number = 1; number <= 12; number += 1) {
      room.stand.publish('courier', `n${number}`, `${CALL}, report number ${number}`, CALL_SUMMARY);
    }
    expect(headsIn(await room.round())).toContain('new');
    expect(await room.readout().ledger.articles.listInState('parked', 99)).toEqual([]);
  });
});

describe('an article that a stage cannot read', () => {
  const REFUSE = `create trigger refuse before insert on articles
    when new.title like '%unreadable%' and new.state = 'read' begin select raise(abort, 'made to fail'); end`;

  test('is kept as unread with its error, and the rest of its feed goes on', async () => {
    await using room = await afterFirstVisits();
    room.sql(REFUSE);
    room.stand.publish('courier', 'c1', 'An unreadable report of the call', CALL_SUMMARY);
    room.stand.publish('courier', 'c2', CALL, CALL_SUMMARY);
    expect(headsIn(await room.round())).toEqual(['new']);
    expect(room.logged).toContain('article.unread');
    const unread = await room.readout().ledger.articles.listInState('unread', 9);
    expect(unread.map(({ title }) => title)).toEqual(['An unreadable report of the call']);
    room.stand.publish('courier', 'c3', 'A flood closes three roads');
    await room.round();
    expect(room.stand.answered('courier')).toEqual([200, 200, 200]);
    expect(room.logged.filter((event) => event === 'article.unread')).toHaveLength(1);
  });

  test('is read later, and then posted as the news it was', async () => {
    await using room = await afterFirstVisits();
    room.sql(REFUSE);
    room.stand.publish('courier', 'c1', `${CALL}, says an unreadable report`, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    expect(await room.readout().reread()).toEqual({ read: 0, unread: 1 });
    room.sql('drop trigger refuse');
    expect(await room.readout().reread()).toEqual({ read: 1, unread: 0 });
    expect(headsIn(await room.wait(0))).toEqual(['new']);
    expect(await room.readout().reread()).toEqual({ read: 0, unread: 0 });
  });
});

describe('an end at the worst moment', () => {
  const CRASH = `create trigger crash before update on feeds begin select raise(abort, 'made to fail'); end`;

  test('between the articles and the end of their visit loses nothing and posts nothing twice', async () => {
    await using room = await afterFirstVisits();
    room.sql(CRASH);
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    const before = await room.round();
    expect(room.logged).toContain('feed.visit_not_carried');
    room.sql('drop trigger crash');
    await room.restart();
    room.stand.publish('courier', 'c2', 'A flood closes three roads');
    const after = await room.round();
    expect(headsIn(before + after)).toEqual(['new']);
    expect((await room.readout().ledger.articles.count()).articles).toBe(2);
  });

  test('keeps no validators without the articles they stand for', async () => {
    await using room = await aNewsroom();
    room.sql(CRASH);
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    await room.round();
    room.sql('drop trigger crash');
    await room.round();
    await room.round();
    const known = room.stand.asked('courier').map((headers) => headers['if-none-match'] !== undefined);
    expect(known).toEqual([false, false, true]);
  });

  test('that keeps not even an unread article has the publisher asked for it again', async () => {
    await using room = await afterFirstVisits();
    room.sql("create trigger full before insert on articles begin select raise(abort, 'made to fail'); end");
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    room.sql('drop trigger full');
    expect(headsIn(await room.round())).toEqual(['new']);
  });

  test('in the middle of a document leaves the rest of it new', async () => {
    await using room = await afterFirstVisits();
    room.stand.publish('courier', 'c1', 'A flood closes three roads');
    room.stand.publish('courier', 'c2', CALL, CALL_SUMMARY);
    await room.wait(11);
    const carried = room.nextArticle();
    const visit = room.readout().visit();
    await carried;
    await room.restart();
    await visit;
    expect((await room.readout().ledger.articles.count()).articles).toBe(1);
    expect(headsIn(await room.round())).toEqual(['new']);
    expect((await room.readout().ledger.articles.count()).articles).toBe(2);
  });
});

describe('a restart on the same database', () => {
  test('posts nothing twice', async () => {
    await using room = await afterFirstCard();
    await room.restart();
    expect(await room.round()).toBe('');
  });

  test('goes on grouping where it was', async () => {
    await using room = await afterFirstCard();
    await room.restart();
    room.stand.publish('palace', 'p1', SAME_CALL, 'Both sides called the talk useful.');
    expect(headsIn(await room.round())).toEqual(['updated']);
    expect(await room.readout().ledger.stories.count()).toBe(1);
  });

  test('sends what was owed and not sent yet', async () => {
    await using room = await afterFirstVisits();
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    await room.wait(11);
    await room.readout().visit();
    await room.restart();
    expect(headsIn(await room.wait(0))).toEqual(['new']);
    expect(await room.round()).toBe('');
  });

  test('forgets a feed that left the catalogue, and keeps what came from it', async () => {
    await using room = await afterFirstCard();
    await room.restart(['palace']);
    const { ledger } = room.readout();
    expect((await ledger.feeds.listAll()).map(({ url }) => url)).toEqual([room.stand.urlOf('palace')]);
    expect((await ledger.articles.count()).articles).toBe(1);
    await room.round();
    expect(room.stand.answered('courier')).toHaveLength(2);
  });

  test('takes what a new outlet lists at first for the archive', async () => {
    await using room = await aNewsroom();
    await room.restart(['palace']);
    await room.round();
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    await room.restart();
    expect(await room.round()).toBe('');
    expect((await room.readout().ledger.articles.count()).articles).toBe(1);
  });
});

describe('a watch', () => {
  test('that is added while the program runs counts from the next article, and then tells all', async () => {
    await using room = await afterFirstVisits();
    await room.type('watch', 'remove', 'Freedonia Sylvania call');
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    expect(await room.round()).toBe('');
    await room.type('watch', 'add', 'Sylvania call');
    expect(await room.round()).toBe('');
    room.stand.publish('palace', 'p1', SAME_CALL, 'Both sides called the talk useful.');
    const printed = await room.round();
    expect(headsIn(printed)).toEqual(['new']);
    expect(printed).toContain('topic “Sylvania call”');
    expect(printed).toContain('2 outlets');
  });

  test('that is removed gets no more updates, except that something is taken back', async () => {
    await using room = await afterFirstCard();
    await room.type('watch', 'remove', 'Freedonia Sylvania call');
    room.stand.publish('palace', 'p1', SAME_CALL, 'Both sides called the talk useful.');
    expect(await room.round()).toBe('');
    room.stand.publish('courier', 'c1', `Withdrawn: ${CALL}`, CALL_SUMMARY);
    const printed = await room.round();
    expect(headsIn(printed)).toEqual(['updated']);
    expect(printed).toMatch(/^↳ R-\w+ · WITHDRAWN by The Courier/m);
  });
});
