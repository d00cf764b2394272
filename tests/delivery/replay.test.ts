import { env } from 'node:process';
import { expect, test } from 'vitest';
import { openKnowledge } from '#compose/open-knowledge.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { diceFrom } from '../bench/dice.ts';
import { newsWriter } from '../bench/news-writer.ts';
import { type Replayed, replayNews } from '../bench/replay-news.ts';
import { sampleTopics } from '../bench/sample-topics.ts';

const BEGUN_MS = Date.UTC(2026, 2, 2, 6);

test('through a noisy day no budget is exceeded, and every match is accounted for', {
  timeout: 300_000,
}, async () => {
  const knowledge = await openKnowledge(env);
  const dice = diceFrom(11);
  const writer = newsWriter(knowledge.lexicon, 'en', dice);
  const topics = sampleTopics(24, 'dense', knowledge.lexicon, diceFrom(12));
  const articles = Array.from(
    { length: 120 },
    (_, place): Replayed => ({
      // What people ask for is what headlines are made of.
      title: `${dice.pick(topics).written}, day ${place}`,
      summary: writer.text(20),
      date: new Date(BEGUN_MS + place * 5 * MINUTE_MS).toISOString(),
      source: `Outlet ${dice.below(5)}`,
    }),
  );
  const mention = '<@&1>';
  const { channels, account, missing } = await replayNews({
    articles,
    topics,
    knowledge,
    channels: [
      { name: 'strict', settings: { cardsAnHour: 1, pingsAnHour: 1, pingsADay: 2 }, watch: { mention } },
      { name: 'free', settings: { cardsAnHour: 1_000, pingsAnHour: 1_000, pingsADay: 1_000 } },
      { name: 'digest', watch: { digest: { days: 'daily', at: '08:00' } } },
    ],
  });
  const [strict, free, digest] = channels;
  // The day is noisy: without a budget more comes within an hour than the strict channel allows.
  expect(free?.mostCardsAnHour).toBeGreaterThan(1);
  expect(channels.map(({ isWithinBudget }) => isWithinBudget)).toEqual([true, true, true]);
  expect(strict?.mostPingsADay).toBe(2);
  expect(strict?.digests).toBeGreaterThan(0);
  expect([digest?.cards, digest?.digests]).toEqual([0, 2]);
  expect(missing).toBe(0);
  expect(Object.values(account).reduce((sum, stories) => sum + stories, 0)).toBeGreaterThan(0);
  expect([account.held ?? 0, account.dead ?? 0, account.uncertain ?? 0]).toEqual([0, 0, 0]);
});
