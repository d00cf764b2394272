import { describe, expect, test } from 'vitest';
import type { Article, ArticleId } from '#article/article.ts';
import type { ArticleSearch, ArticleStore } from '#article/article-store.ts';
import type { FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { analyse } from '#language/analyse.ts';
import { searchWordsOf } from '#language/search-words.ts';
import type { Ledger } from '#ledger.ts';
import { article, at, moment } from './sample-records.ts';
import { without } from './without.ts';

const HERE = 'workspace-1' as WorkspaceId;
const THERE = 'workspace-2' as WorkspaceId;
const feed = 'feed-1' as FeedId;
const id = (name: string): ArticleId => name as ArticleId;

/** What every article store promises. */
export function describeArticleStore(open: () => Promise<Ledger>): void {
  describe('articles', () => {
    test('an article comes back as it was saved, with everything known and with nothing known', async () => {
      const { articles } = await open();
      const bare = {
        id: id('article-2'),
        feed,
        outlet: 'hill-gazette' as OutletId,
        title: 'Снова переговоры 🕊',
        isFullText: false,
        seenAt: at('08:05'),
        edition: 1,
        isArchive: true,
      };
      await articles.save(article(), 'read');
      await articles.save(bare, 'read');
      expect(await articles.find(id('article-1'))).toEqual(article());
      expect(await articles.find(bare.id)).toEqual(bare);
      expect(await articles.find(id('unheard-of'))).toBeUndefined();
    });

    test('many come in the order asked for, without those that are gone', async () => {
      const { articles } = await open();
      const ids = Array.from({ length: 600 }, (_, index) => id(`article-${index}`));
      for (const each of ids) await articles.save(article({ id: each }), 'read');
      const asked = [...ids.toReversed(), id('gone')];
      expect((await articles.findMany(asked)).map((found) => found.id)).toEqual(ids.toReversed());
      expect(await articles.findMany([])).toEqual([]);
    });

    test('a new edition replaces the text, and an older one that comes late does not', async () => {
      const { articles } = await open();
      const second = article({ edition: 2, title: 'Ministers meet' });
      await articles.save(article(), 'read');
      await articles.save(second, 'read');
      await articles.save(article(), 'read');
      expect(await articles.find(second.id)).toEqual(second);
      expect((await articles.count()).articles).toBe(1);
    });

    test('an article is found with where it stands, since when, and the edition before', async () => {
      const { articles } = await open();
      const second = article({ edition: 2, title: 'Ministers meet' });
      const third = article({ edition: 3, title: 'Ministers part' });
      for (const edition of [article(), second, third]) await articles.save(edition, 'read');
      await articles.save(article({ id: id('article-2') }), 'read');
      await articles.setState(id('article-2'), 'withdrawn', { at: moment('09:00') });
      expect(await articles.findStored([id('article-2'), id('gone'), id('article-1')])).toEqual([
        { article: article({ id: id('article-2') }), state: 'withdrawn', stateSince: at('09:00') },
        { article: third, state: 'read', earlier: second },
      ]);
      expect(await articles.findStored([])).toEqual([]);
    });

    test('news is counted by when it was seen first, archive is not', async () => {
      const { articles } = await open();
      await articles.save(article({ id: id('early'), isArchive: false, seenAt: at('07:00') }), 'read');
      await articles.save(article({ id: id('one'), isArchive: false, seenAt: at('08:30') }), 'read');
      await articles.save(article({ id: id('two'), isArchive: false, seenAt: at('09:00') }), 'read');
      await articles.save(article({ id: id('archive'), isArchive: true, seenAt: at('09:00') }), 'read');
      expect(await articles.countNewsSince(moment('08:00'))).toEqual({ articles: 2, first: at('08:30') });
      expect(await articles.countNewsSince(moment('11:00'))).toEqual({ articles: 0 });
    });

    test('recent ones come newest first by publication, or by when they were seen', async () => {
      const { articles } = await open();
      const undated = without(article({ id: id('undated'), seenAt: at('09:30') }), 'publishedAt');
      await articles.save(article({ id: id('old'), publishedAt: at('06:00') }), 'read');
      await articles.save(article({ id: id('early'), publishedAt: at('09:00') }), 'read');
      await articles.save(undated, 'read');
      await articles.save(article({ id: id('late'), publishedAt: at('10:00') }), 'read');
      const recent = await articles.listRecent(moment('08:00'), 10, HERE);
      expect(recent.map((found) => found.id)).toEqual(['late', 'undated', 'early']);
      expect(await articles.listRecent(moment('08:00'), 2, HERE)).toHaveLength(2);
      expect(await articles.count()).toEqual({ articles: 4, oldest: at('06:00'), newest: at('10:00') });
    });

    test('news of one workspace is seen by nobody else', async () => {
      const { articles } = await open();
      const own = article({ id: id('own'), publishedAt: at('10:00') });
      const everyones = without(article({ id: id('everyones'), publishedAt: at('09:00') }), 'workspace');
      await articles.save(own, 'read');
      await articles.save(everyones, 'read');
      const { feed } = own;
      await articles.remember(
        [
          { feed, key: 'link:1', article: own.id },
          { feed: 'feed-2' as FeedId, key: 'link:1', article: everyones.id },
        ],
        moment('10:00'),
      );
      const ids = async (seenBy?: WorkspaceId) =>
        (await articles.listRecent(moment('08:00'), 10, seenBy)).map((found) => found.id);
      expect(await ids(HERE)).toEqual(['own', 'everyones']);
      expect(await ids(THERE)).toEqual(['everyones']);
      expect(await ids()).toEqual(['everyones']);
      expect(await articles.findByKey('link:1', HERE)).toEqual([own.id, everyones.id]);
      expect(await articles.findByKey('link:1', THERE)).toEqual([everyones.id]);
      expect(await articles.findByKey('link:1')).toEqual([everyones.id]);
      expect((await articles.count(HERE)).articles).toBe(2);
      expect((await articles.count(THERE)).articles).toBe(1);
      expect((await articles.count()).articles).toBe(2);
      expect(await articles.find(own.id)).toEqual(own);
    });

    test('an empty store says so', async () => {
      const { articles } = await open();
      expect(await articles.count()).toEqual({ articles: 0 });
    });

    test('articles are listed by where they stand, those standing there longest first', async () => {
      const { articles } = await open();
      for (const name of ['a', 'b', 'c']) await articles.save(article({ id: id(name) }), 'read');
      await articles.setState(id('b'), 'unread', { at: moment('09:00'), error: 'no sentence could be told' });
      await articles.setState(id('a'), 'unread', { at: moment('09:30') });
      const listed = async (state: 'read' | 'unread') =>
        (await articles.listInState(state, 10)).map((found) => found.id);
      expect(await listed('unread')).toEqual(['b', 'a']);
      expect(await listed('read')).toEqual(['c']);
    });

    test('articles are counted and listed by where they stand for each outlet', async () => {
      const { articles } = await open();
      const [gazette, herald] = ['hill-gazette' as OutletId, 'bay-herald' as OutletId];
      for (const name of ['a', 'b']) {
        await articles.save(article({ id: id(name), outlet: gazette }), 'parked');
      }
      await articles.save(article({ id: id('c'), outlet: herald }), 'parked');
      await articles.save(article({ id: id('d'), outlet: herald }), 'read');
      expect(await articles.countInState('parked')).toEqual(
        new Map([
          [gazette, 2],
          [herald, 1],
        ]),
      );
      expect(await articles.countInState('unread')).toEqual(new Map());
      expect((await articles.listInState('parked', 9, herald)).map((found) => found.id)).toEqual(['c']);
    });

    test("dropping an outlet's parked articles leaves all others, and the keys", async () => {
      const { articles } = await open();
      const [gazette, herald] = ['hill-gazette' as OutletId, 'bay-herald' as OutletId];
      await articles.save(article({ id: id('a'), outlet: gazette }), 'parked');
      await articles.save(article({ id: id('a'), outlet: gazette, edition: 2 }), 'parked');
      await articles.save(article({ id: id('b'), outlet: gazette }), 'read');
      await articles.save(article({ id: id('c'), outlet: herald }), 'parked');
      await articles.remember([{ feed, key: 'guid:a', article: id('a') }], moment('08:00'));
      expect(await articles.dropParked(gazette)).toBe(1);
      expect(await articles.dropParked(gazette)).toBe(0);
      const left = await articles.findMany(['a', 'b', 'c'].map(id));
      expect(left.map((found) => found.id)).toEqual(['b', 'c']);
      expect((await articles.findByKeys(feed, ['guid:a'])).get('guid:a')).toBe('a');
    });
  });

  describe('the words of articles', () => {
    test('an article is found by words as they are spelt and by their stems', async () => {
      const { articles } = await open();
      await keep(articles, 'call', { title: 'Zorin and Maréchal spoke on Monday' });
      await keep(articles, 'visit', { title: 'Maréchal visits Alphaland' });
      expect(await found(articles, { all: [[['marechal']]] })).toEqual(['call', 'visit']);
      expect(await found(articles, { all: [[['speak']], [['marechal']]] })).toEqual(['call']);
      expect(await found(articles, { all: [[['spoke']]] })).toEqual(['call']);
      expect(await found(articles, { all: [[['alpha']]] })).toEqual([]);
    });

    test('every part is asked for, by any of its alternatives', async () => {
      const { articles } = await open();
      await keep(articles, 'both', { title: 'Zorin calls Maréchal' });
      await keep(articles, 'cyrillic', { title: 'Зорин позвонил Марешалю', language: 'ru' });
      await keep(articles, 'one', { title: 'Zorin rests' });
      const zorin = [['zorin'], ['зорин']];
      expect(await found(articles, { all: [zorin] })).toEqual(['both', 'cyrillic', 'one']);
      expect(await found(articles, { all: [zorin, [['marechal'], ['марешал']]] })).toEqual([
        'both',
        'cyrillic',
      ]);
      expect(await found(articles, { all: [zorin, []] })).toEqual([]);
      expect(await found(articles, { all: [zorin, [[''], []]] })).toEqual([]);
    });

    test('words of one alternative stand one after the other, also where they have no spaces between them', async () => {
      const { articles } = await open();
      await keep(articles, 'phrase', { title: 'A cease fire holds', summary: 'Quiet at last' });
      await keep(articles, 'apart', { title: 'Fire and cease' });
      await keep(articles, 'han', { title: '阿尔法兰总统访问', language: 'zh' });
      expect(await found(articles, { all: [[['cease', 'fire']]] })).toEqual(['phrase']);
      expect(await found(articles, { all: [[['阿', '尔', '法', '兰']]] })).toEqual(['han']);
      expect(await found(articles, { all: [[['兰', '阿']]] })).toEqual([]);
      // The last word as it is spelt does not run on into the first stem.
      expect(await found(articles, { all: [[['last', 'a']]] })).toEqual([]);
    });

    test('what looks like the language of a database is only a word', async () => {
      const { articles } = await open();
      const odd = ['or', 'and', 'near', "o'hara", '"x"', 'a\\b', '*', '(x', ':', '&', '!', '<->'];
      await articles.save(without(article({ id: id('odd') }), 'workspace'), 'read');
      await articles.index(id('odd'), [odd, odd]);
      for (const word of odd) {
        expect(
          await found(articles, {
            all: [
              [
                ['or', 'and'],
                [word, 'zz'],
              ],
            ],
          }),
          word,
        ).toEqual(['odd']);
      }
      expect(await found(articles, { all: [[['near', 'or']]] })).toEqual([]);
    });

    test('time, outlet, language and workspace narrow a search; the newest come first', async () => {
      const { articles } = await open();
      await keep(articles, 'early', { publishedAt: at('09:00') });
      await keep(articles, 'late', { publishedAt: at('10:00'), outlet: 'bay-herald' as OutletId });
      await keep(articles, 'french', { publishedAt: at('09:30'), language: 'fr' });
      await keep(articles, 'own', { publishedAt: at('09:40'), workspace: HERE });
      const all = [[['zorin']]];
      expect(await found(articles, { all })).toEqual(['late', 'french', 'early']);
      expect(await found(articles, { all: [] })).toEqual(['late', 'french', 'early']);
      expect(await found(articles, { all, limit: 2 })).toEqual(['late', 'french']);
      expect(await found(articles, { all, seenBy: HERE })).toEqual(['late', 'own', 'french', 'early']);
      expect(await found(articles, { all, seenBy: THERE })).toEqual(['late', 'french', 'early']);
      expect(await found(articles, { all, since: moment('09:10'), until: moment('09:30') })).toEqual([
        'french',
      ]);
      expect(await found(articles, { all, outlets: ['bay-herald' as OutletId] })).toEqual(['late']);
      expect(await found(articles, { all, outlets: [] })).toEqual([]);
      expect(await found(articles, { all, language: 'fr' })).toEqual(['french']);
    });

    test('a new edition is found by its own words only, and a deleted article no more', async () => {
      const { articles } = await open();
      const outlet = 'hill-gazette' as OutletId;
      await keep(articles, 'a', { title: 'Zorin calls' });
      await keep(articles, 'a', { title: 'Zorin writes', edition: 2 });
      expect(await found(articles, { all: [[['calls']]] })).toEqual([]);
      expect(await found(articles, { all: [[['writes']]] })).toEqual(['a']);
      await articles.setState(id('a'), 'parked', { at: moment('11:00') });
      await articles.dropParked(outlet);
      expect(await found(articles, { all: [[['writes']]] })).toEqual([]);
      await keep(articles, 'b', { title: 'Maréchal sleeps' });
      expect(await found(articles, { all: [[['writes']]] })).toEqual([]);
    });

    test('words are kept with the article or not at all', async () => {
      const ledger = await open();
      const { articles } = ledger;
      const failing = ledger.transaction(async ({ articles }) => {
        await keep(articles, 'a', {});
        throw new Error('the road is blocked');
      });
      await expect(failing).rejects.toThrow('the road is blocked');
      expect(await found(articles, { all: [[['zorin']]] })).toEqual([]);
    });

    test('a very long article is found by its first words', async () => {
      const { articles } = await open();
      await keep(articles, 'long', { text: 'Alphaland answers Betaland. '.repeat(20_000) });
      expect(await found(articles, { all: [[['alphaland', 'answers', 'betaland']]] })).toEqual(['long']);
    });

    test('articles without words are listed until they have some, but none that was never read', async () => {
      const { articles } = await open();
      for (const state of ['read', 'withdrawn', 'unread', 'parked'] as const) {
        await articles.save(article({ id: id(state) }), 'read');
        await articles.setState(id(state), state, { at: moment('09:00') });
      }
      const listed = async () => (await articles.listUnindexed(10)).map((one) => one.id);
      expect(await listed()).toEqual(['read', 'withdrawn']);
      await articles.index(id('read'), [['word'], ['word']]);
      expect(await listed()).toEqual(['withdrawn']);
    });
  });

  describe('seen keys', () => {
    test('an item is known again by its feed and key, even without its article', async () => {
      const { articles } = await open();
      await articles.remember([{ feed, key: 'guid:1', article: id('pruned') }], moment('08:00'));
      expect(await articles.findByKeys(feed, ['guid:1', 'guid:2'])).toEqual(
        new Map([['guid:1', id('pruned')]]),
      );
      expect(await articles.findByKeys('feed-2' as FeedId, ['guid:1'])).toEqual(new Map());
      expect(await articles.findByKeys(feed, [])).toEqual(new Map());
    });

    test('an article is found by a key of any feed, the one seen last first', async () => {
      const { articles } = await open();
      const other = 'feed-2' as FeedId;
      await articles.remember([{ feed, key: 'link:1', article: id('first') }], moment('08:00'));
      await articles.remember([{ feed: other, key: 'link:1', article: id('second') }], moment('09:00'));
      expect(await articles.findByKey('link:1')).toEqual([id('second'), id('first')]);
      expect(await articles.findByKey('link:2')).toEqual([]);
    });

    test('a key remembered again leads to the article named last', async () => {
      const { articles } = await open();
      await articles.remember([{ feed, key: 'guid:1', article: id('first') }], moment('08:00'));
      await articles.remember([{ feed, key: 'guid:1', article: id('second') }], moment('09:00'));
      expect((await articles.findByKeys(feed, ['guid:1'])).get('guid:1')).toBe('second');
    });

    test('a feed of thousands of items is remembered whole', async () => {
      const { articles } = await open();
      const keys = Array.from({ length: 1_200 }, (_, index) => ({
        feed,
        key: `guid:${index}`,
        article: id(`article-${index}`),
      }));
      await articles.remember(keys, moment('08:00'));
      const found = await articles.findByKeys(
        feed,
        keys.map(({ key }) => key),
      );
      expect(found.size).toBe(1_200);
    });
  });
}

/** Keeps an article, everyone's unless said otherwise, with the words of its title, summary and text. */
async function keep(articles: ArticleStore, name: string, changes: Partial<Article>): Promise<void> {
  const bare = without(without(article({ id: id(name), title: 'Zorin calls' }), 'workspace'), 'summary');
  const whole = { ...without(bare, 'text'), ...changes };
  await articles.save(whole, 'read');
  const language = whole.language ?? 'en';
  await articles.index(id(name), searchWordsOf(analyse(whole, () => language)));
}

async function found(
  articles: ArticleStore,
  search: Partial<ArticleSearch> & Pick<ArticleSearch, 'all'>,
): Promise<readonly ArticleId[]> {
  return articles.listHolding({ since: moment('00:00'), limit: 10, ...search });
}
