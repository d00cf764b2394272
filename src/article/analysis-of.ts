import type { Article } from '#article/article.ts';
import { analyse } from '#language/analyse.ts';
import type { Analysis } from '#language/analysis.ts';
import type { Detector } from '#language/detector.ts';

const analyses = new WeakMap<Article, Analysis>();

/** An article as it reads: analysed once, however many stages and cards ask, and forgotten with the article. */
export const analysisOf = (article: Article, detect: Detector): Analysis =>
  analyses.getOrInsertComputed(article, () => analyse(article, detect));
