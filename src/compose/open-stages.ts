import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadFasttextDetector } from '#adapters/detector/fasttext-detector.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import { openCatalogue } from '#compose/open-catalogue.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { Config } from '#config/read-config.ts';
import { type Stages, WINDOW_MS } from '#journey/stages.ts';
import type { Ledger } from '#ledger.ts';
import { MOST_ARTICLES } from '#story/story-window.ts';
import { StoryWindows } from '#story/story-windows.ts';
import { WatchedTopics } from '#subscription/watched-topics.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';

/** What the journey works with; the windows of stories are filled from what is kept. */
export async function openStages(
  config: Config,
  ledger: Ledger,
  surroundings: Surroundings,
): Promise<Stages> {
  const { clock, random, log, metrics, note, onOwed } = surroundings;
  const windows = new StoryWindows();
  for (const { story, workspace, fingerprint } of await ledger.stories.listFingerprints(
    new Date(clock().getTime() - WINDOW_MS),
    MOST_ARTICLES,
  )) {
    windows.of(workspace).add(story, fingerprint);
  }
  const catalogue = await openCatalogue(config, ledger);
  return {
    ledger,
    parser: rssFeedParser,
    lexicon: config.lexicon,
    detect: await loadFasttextDetector(),
    summarizer: extractiveSummarizer,
    windows,
    watched: new WatchedTopics(config.lexicon),
    catalogue,
    clock,
    random,
    log,
    metrics,
    ...(note !== undefined && { note }),
    ...(onOwed !== undefined && { onOwed }),
    breathe: () => nextTurn(),
  };
}
