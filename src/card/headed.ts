import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';

/** The headline that a card was given, as its article put it then, and whose it is. */
export type Headed = {
  readonly words: string;
  readonly outlet: OutletId;
  /** The article it stands over. */
  readonly article: ArticleId;
};
