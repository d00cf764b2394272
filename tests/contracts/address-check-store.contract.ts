import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { Ledger } from '#ledger.ts';
import { addressCheck } from './sample-records.ts';

/** What every store of address checks promises. */
export function describeAddressCheckStore(open: () => Promise<Ledger>): void {
  describe('address checks', () => {
    test('a check comes back as it was saved last, and others are not asked for', async () => {
      const { addressChecks } = await open();
      const other = addressCheck({ article: 'article-2' as ArticleId });
      await addressChecks.save(addressCheck());
      await addressChecks.save(other);
      const { missingSince: _since, status: _status, ...there } = addressCheck({ misses: 0 });
      await addressChecks.save(there);
      expect(await addressChecks.findMany(['article-1' as ArticleId, 'none' as ArticleId])).toEqual([there]);
    });
  });
}
