import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { postKey } from '#delivery/delivery-key.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { storyIdOf } from '#story/open-story.ts';
import { article, fingerprint, story } from '../contracts/sample-records.ts';
import { aCard, after, desk, longAtWork, NOON } from './owed.ts';
import { type Script, scriptedMessenger } from './scripted-messenger.ts';

const first = 'first' as ArticleId;
const second = 'second' as ArticleId;
/** The story as the copy's successor opens it: by what came second before. */
const reopened = storyIdOf(second);

/** A card of older news is owed after a restore; ten minutes later everything due is delivered. */
async function owedAfterRestore(script: Script = {}) {
  const database = await openSqliteLedger({ file: ':memory:' });
  const { ledger } = database;
  await ledger.workspaces.save({
    id: desk.workspace,
    platform: 'terminal',
    name: 'Newsroom',
    languages: ['en'],
    zone: 'UTC',
  });
  await ledger.workspaces.saveChannel(desk);
  await ledger.stories.save(story({ id: reopened, firstArticle: second }));
  for (const id of [second, first]) {
    await ledger.articles.save(article({ id }), 'read');
    await ledger.stories.addArticle(reopened, fingerprint(id));
  }
  const { messenger, log } = scriptedMessenger(script);
  const owed = { channel: desk, story: reopened, card: aCard(), cardHash: 'first', changes: [], now: NOON };
  await oweCard(ledger.deliveries, { ...owed, mayStandSince: after(-HOUR_MS).toISOString() });
  const deliverAt = (minutes: number) =>
    deliverDue({
      ledger,
      messengers: new Map([['terminal', messenger]]),
      clock: () => after(minutes * MINUTE_MS),
      settling: longAtWork(() => after(minutes * MINUTE_MS)),
      random: () => 0.5,
      log: silentLog,
      metrics: silentMetrics,
    });
  return {
    log,
    messenger,
    deliverAt,
    post: () => ledger.deliveries.findPost(desk.id, reopened),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('a card that stands under the name it had before is found, and not posted again', async () => {
  await using owed = await owedAfterRestore();
  const before = await owed.messenger.create(desk, aCard(), postKey(desk, storyIdOf(first)));
  await owed.deliverAt(9);
  expect((await owed.post())?.state).toBe('unknown');
  await owed.deliverAt(11);
  expect(owed.log.filter((line) => line.startsWith('#desk'))).toHaveLength(1);
  expect(await owed.post()).toMatchObject({ message: before.kind === 'sent' && before.message });
  expect(await owed.post()).not.toHaveProperty('mayStandSince');
});

test('a card that does not stand is posted once', async () => {
  await using owed = await owedAfterRestore();
  await owed.deliverAt(11);
  await owed.deliverAt(12);
  expect(owed.log).toEqual(['#desk Ruritania and Syldavia hold talks']);
  expect((await owed.post())?.state).toBe('sent');
});

test('where nobody can know, a person decides, also in a channel that would rather have it twice', async () => {
  await using owed = await owedAfterRestore({ find: () => ({ kind: 'cannot-know', detail: 'no right' }) });
  await owed.deliverAt(11);
  await owed.deliverAt(60);
  expect(owed.log).toEqual([]);
  expect(await owed.post()).toMatchObject({ state: 'uncertain', reason: 'no right' });
});
