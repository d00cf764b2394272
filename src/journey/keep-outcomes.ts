import type { Article } from '#article/article.ts';
import type { Arrived } from '#article/read-document.ts';
import { oweStory } from '#delivery/owe-story.ts';
import { keepStory } from '#journey/keep-story.ts';
import type { Outcome } from '#journey/outcome.ts';
import type { Reading } from '#journey/read-article.ts';
import type { Stages } from '#journey/stages.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Stores } from '#ledger.ts';

/**
 * Articles, their stories and what channels are owed for them, in one transaction: all are kept, or none. What is counted
 * is counted once they are, and delivery is told then.
 */
export async function keepOutcomes(
  outcomes: readonly Outcome[],
  { ledger, metrics, onOwed }: Stages,
): Promise<void> {
  await ledger.transaction(async (stores) => {
    for (const { arrived, reading, told, owings, at } of outcomes) {
      await keepArticle(arrived, reading, stores);
      await keepStory(told, [reading.fingerprint], stores);
      for (const owing of owings) await oweStory(owing, told, stores, at);
    }
  });
  if (outcomes.some(({ owings }) => owings.length > 0)) onOwed?.();
  const opened = outcomes.filter(({ told }) => told.before === undefined).length;
  metrics.count('readout_articles_total', outcomes.length, { state: 'read' });
  metrics.count('readout_matches_total', outcomes.flatMap(({ reading }) => reading.matches).length);
  if (opened > 0) metrics.count('readout_stories_total', opened);
  for (const { arrived } of outcomes) observeLag(arrived.article, metrics);
}

/** Of news only: archive was late before anybody came. */
function observeLag({ publishedAt, seenAt, isArchive, edition }: Article, metrics: Metrics): void {
  if (isArchive || edition > 1 || publishedAt === undefined) return;
  const lagMs = Date.parse(seenAt) - Date.parse(publishedAt);
  metrics.observe('readout_lag_published_to_seen_seconds', Math.max(0, lagMs) / SECOND_MS);
}

/** Lets the next article meet what this one came to. */
export function showWindow({ arrived, reading, told }: Outcome, { windows }: Stages): void {
  const window = windows.of(arrived.article.workspace);
  window.add(told.story.id, reading.fingerprint);
  for (const merged of told.merged) window.merge(told.story.id, merged.id);
}

async function keepArticle(
  { article, keys }: Arrived,
  { matches, statements, words }: Reading,
  stores: Stores,
): Promise<void> {
  await stores.articles.save(article, 'read');
  await stores.articles.index(article.id, words);
  await stores.articles.remember(keys, new Date(article.seenAt));
  await stores.stories.saveMatches(matches);
  await stores.stories.saveStatements(article.id, statements);
}
