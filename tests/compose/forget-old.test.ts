import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import { forgetOld } from '#compose/forget-old.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { type LogFields, silentLog } from '#kernel/log.ts';
import { article, channel, digest, workspace } from '../contracts/sample-records.ts';

const keeping = { textsDays: 90, titlesDays: 548, seenKeysDays: 548, leftWorkspacesDays: 30 };

test('a pass a day deletes a little at a time, says what it did, and keeps what is young', async () => {
  await using database = await openSqliteLedger({ file: ':memory:' });
  const { articles } = database.ledger;
  const now = { at: new Date('2026-03-01T09:00:00Z') };
  const daysAgo = (days: number): string => new Date(now.at.getTime() - days * DAY_MS).toISOString();
  for (const [id, days] of [
    ['new', 1],
    ['textless', 100],
    ['gone', 600],
  ] as const) {
    const seenAt = daysAgo(days);
    await articles.save(article({ id: id as ArticleId, publishedAt: seenAt, seenAt }), 'read');
  }
  const logged: LogFields[] = [];
  const log = { ...silentLog, info: (_: string, fields: LogFields = {}) => void logged.push(fields) };
  const forget = forgetOld(database.ledger, keeping, { clock: () => now.at, log });

  let steps = 0;
  while (await forget()) steps += 1;
  expect(steps).toBeGreaterThan(2);
  expect(logged).toEqual([{ rows: 2 }]);
  expect(await articles.find('gone' as ArticleId)).toBeUndefined();
  expect((await articles.find('textless' as ArticleId))?.text).toBeUndefined();
  expect((await articles.find('new' as ArticleId))?.text).toBeDefined();

  expect(await forget()).toBe(false);
  now.at = new Date(now.at.getTime() + 90 * DAY_MS);
  while (await forget());
  expect((await articles.find('new' as ArticleId))?.text).toBeUndefined();
});

test('that a weekly digest was sent is known for longer than a week, however soon texts are forgotten', async () => {
  await using database = await openSqliteLedger({ file: ':memory:' });
  const { digests, workspaces } = database.ledger;
  await workspaces.save(workspace());
  await workspaces.saveChannel(channel());
  const told = digest({ state: 'sent', channel: channel().id });
  await digests.save(told);
  const daysLater = (days: number) => new Date(Date.parse(told.plannedAt) + days * DAY_MS);
  const now = { at: daysLater(8) };
  const forget = forgetOld(
    database.ledger,
    { ...keeping, textsDays: 7 },
    { clock: () => now.at, log: silentLog },
  );
  while (await forget());
  expect(await digests.find(told.key)).toBeDefined();
  now.at = daysLater(16);
  while (await forget());
  expect(await digests.find(told.key)).toBeUndefined();
});
