import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { tellGrowth } from '#command/admin/tell-growth.ts';
import type { Desk } from '#command/command.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { NOON } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { plainText } from '../plain-text.ts';

/** A desk over a database of 10 MB, 300 MB from the end of its disk, with a report an hour for so many days. */
async function grown(days: number) {
  const at = await aDesk();
  for (let hour = 0; hour <= days * 24; hour += 1) {
    const seenAt = new Date(NOON.getTime() - days * DAY_MS + (hour * DAY_MS) / 24).toISOString();
    const { id, outlet } = at.feed;
    const article = { id: `news ${hour}` as ArticleId, feed: id, outlet, title: `News ${hour}`, edition: 1 };
    await at.desk.ledger.articles.save({ ...article, isFullText: false, seenAt, isArchive: false }, 'read');
  }
  const desk: Desk = {
    ...at.desk,
    databaseBytes: () => Promise.resolve(10_000_000),
    freeDiskBytes: () => Promise.resolve(300_000_000),
  };
  return { at, desk };
}

test('tells how many articles a day it is, what they take, and for how long the disk has room', async () => {
  const { at, desk } = await grown(2);
  await using _ = at;
  expect((await tellGrowth('en', desk)).map(plainText)).toEqual([
    'It grows by about 25 articles a day, 5.0 MB; the disk has room for about 60 more days of that.',
  ]);
  expect((await tellGrowth('fr', desk)).map(plainText)).toEqual([
    'Elle grandit d’environ 25 articles par jour, 5,0 Mo ; le disque a de la place pour environ 60 jours encore.',
  ]);
});

test('says nothing of a disk that is not ours, and nothing before a day has passed', async () => {
  const { at, desk } = await grown(1);
  await using _ = at;
  const { freeDiskBytes: _disk, ...elsewhere } = desk;
  expect((await tellGrowth('en', elsewhere)).map(plainText)).toEqual([
    'It grows by about 25 articles a day, 10.0 MB.',
  ]);
  const anHourAgo = new Date(NOON.getTime() - DAY_MS / 24);
  expect(await tellGrowth('en', { ...desk, clock: () => anHourAgo })).toEqual([]);
});
