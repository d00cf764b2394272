import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadFasttextDetector } from '#adapters/detector/fasttext-detector.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import { byId } from '#compose/by-id.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { Config } from '#config/read-config.ts';
import { type Stages, WINDOW_MS } from '#journey.ts';
import type { Ledger } from '#ledger.ts';
import { StoryWindow } from '#story/story-window.ts';
import { WatchedTopics } from '#subscription/watched-topics.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';

/** What the journey works with; the window of stories is filled from what is kept. */
export async function openStages(
  config: Config,
  ledger: Ledger,
  surroundings: Surroundings,
): Promise<Stages> {
  const { clock, random, log, metrics, note } = surroundings;
  const window = new StoryWindow();
  for (const { story, fingerprint } of await ledger.stories.listFingerprints(
    new Date(clock().getTime() - WINDOW_MS),
  )) {
    window.add(story, fingerprint);
  }
  return {
    ledger,
    parser: rssFeedParser,
    lexicon: config.lexicon,
    detect: await loadFasttextDetector(),
    summarizer: extractiveSummarizer,
    window,
    watched: new WatchedTopics(config.lexicon),
    feeds: byId(config.catalogue.feeds),
    outlets: byId(config.catalogue.outlets),
    clock,
    random,
    log,
    metrics,
    ...(note !== undefined && { note }),
    breathe: () => nextTurn(),
  };
}
