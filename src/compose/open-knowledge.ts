import { loadFasttextDetector } from '#adapters/detector/fasttext-detector.ts';
import { readKnowledge } from '#config/read-config.ts';
import type { Environment } from '#config/read-secret.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { Detector } from '#language/detector.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';

/** What a stage command needs to read a text. */
export type Knowledge = {
  readonly lexicon: Lexicon;
  readonly detect: Detector;
  readonly outlets: readonly Outlet[];
};

/** Lexicon, outlets and language detection, without settings or database. */
export async function openKnowledge(environment: Environment): Promise<Knowledge> {
  const { lexicon, catalogue } = readKnowledge(environment);
  return { lexicon, detect: await loadFasttextDetector(), outlets: catalogue.outlets };
}
