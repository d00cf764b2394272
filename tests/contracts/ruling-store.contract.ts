import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { Ledger } from '#ledger.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { EVERY_SPEAKER } from '#statement/ruled-side.ts';
import type { Decision } from '#story/ruling.ts';
import type { StoryId } from '#story/story.ts';
import { article, at, fingerprint, livingStory, moment, statement } from './sample-records.ts';

const id = (name: string): ArticleId => name as ArticleId;
const FRANCE = 'france' as ActorId;

/** What every store of rulings promises. */
export function describeRulingStore(open: () => Promise<Ledger>): void {
  /** Each story with an article of its own name and number: `s1` holds `s1-1` and `s1-2`. */
  async function withStories(...names: readonly string[]): Promise<Ledger> {
    const ledger = await open();
    for (const name of names) {
      await ledger.stories.save(livingStory({ id: name as StoryId, shortName: `R-${name}` }));
      for (const one of [`${name}-1`, `${name}-2`]) {
        await ledger.articles.save(article({ id: id(one) }), 'read');
        await ledger.stories.addArticle(name as StoryId, fingerprint(one));
      }
    }
    return ledger;
  }

  describe('rulings', () => {
    test('wait in the order in which they were asked, until what came of each is noted', async () => {
      const { rulings } = await open();
      const merge: Decision = { kind: 'merge', story: 's1' as StoryId, other: 's2' as StoryId };
      const split: Decision = { kind: 'split', story: 's1' as StoryId, articles: [id('a')] };
      const first = await rulings.ask({ decision: merge, by: 'Ana', at: moment('09:00') });
      const second = await rulings.ask({ decision: split, by: 'Ben', at: moment('08:00') });
      expect((await rulings.listWaiting()).map(({ number }) => number)).toEqual([first, second]);

      await rulings.close(first, 'Done.', moment('09:01'));
      expect(await rulings.listWaiting()).toEqual([
        { number: second, decision: split, by: 'Ben', at: at('08:00') },
      ]);
      expect(await rulings.find(first)).toEqual({
        number: first,
        decision: merge,
        by: 'Ana',
        at: at('09:00'),
        carriedAt: at('09:01'),
        outcome: 'Done.',
      });
      expect(await rulings.find(second + 1)).toBeUndefined();
    });

    test('two stories are apart while an article of one is kept from an article of the other', async () => {
      const { rulings, stories } = await withStories('s1', 's2', 's3');
      const apart = (one: string, other: string) => rulings.areApart(one as StoryId, other as StoryId);
      await rulings.keepApart([id('s2-1')], [id('s1-1'), id('s1-2'), id('s2-1')]);
      await rulings.keepApart([id('s1-1')], [id('s2-1')]);
      expect([await apart('s1', 's2'), await apart('s2', 's1'), await apart('s1', 's3')]).toEqual([
        true,
        true,
        false,
      ]);
      await stories.addArticle('s3' as StoryId, fingerprint('s2-1'));
      expect([await apart('s1', 's2'), await apart('s1', 's3')]).toEqual([false, true]);

      await rulings.letTogether([id('s1-1'), id('s1-2')], [id('s2-1')]);
      expect(await apart('s1', 's3')).toBe(false);
      await rulings.keepApart([], []);
    });

    test('a ruled side is that of the statement wherever it is read, until it is lifted', async () => {
      const { rulings, stories } = await withStories('s1');
      const envoy = statement({ article: id('s1-1'), speakerWords: 'the envoy' });
      await stories.saveStatements(id('s1-1'), [envoy]);
      const ruled = { article: id('s1-1'), speakerWords: 'the envoy' };
      await rulings.saveSide(ruled);
      await rulings.saveSide({ ...ruled, side: FRANCE });
      await rulings.saveSide({ article: id('s1-2'), speakerWords: EVERY_SPEAKER });
      expect(await rulings.sidesIn([id('s1-1'), id('s1-2')])).toEqual(
        expect.arrayContaining([
          { ...ruled, side: FRANCE },
          { article: 's1-2', speakerWords: EVERY_SPEAKER },
        ]),
      );
      expect(await stories.statementsOf([id('s1-1')])).toMatchObject([{ sides: [FRANCE] }]);

      expect([await rulings.liftSide(ruled), await rulings.liftSide(ruled)]).toEqual([true, false]);
      expect(await stories.statementsOf([id('s1-1')])).toEqual([envoy]);
      expect(await rulings.sidesIn([])).toEqual([]);
    });
  });
}
