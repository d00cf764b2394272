import type { AddressCheck } from '#article/address-check.ts';
import type { ArticleId } from '#article/article.ts';

/** Remembers when addresses of articles on cards were asked for. */
export interface AddressCheckStore {
  findMany(articles: readonly ArticleId[]): Promise<readonly AddressCheck[]>;
  save(check: AddressCheck): Promise<void>;
}
