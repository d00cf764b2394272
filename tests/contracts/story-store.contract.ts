import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { Match } from '#match/match.ts';
import type { StatementId } from '#statement/statement.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { TopicId } from '#topic/topic.ts';
import { article, at, fingerprint, livingStory, match, moment, statement, story } from './sample-records.ts';
import { without } from './without.ts';

const HERE = 'workspace-1' as WorkspaceId;
const THERE = 'workspace-2' as WorkspaceId;
const articleId = (name: string): ArticleId => name as ArticleId;
const storyId = (name: string): StoryId => name as StoryId;

const living = (name: string, changes: Partial<Story> = {}): Story =>
  livingStory({ id: storyId(name), shortName: `R-${name}`, ...changes });

/** What every story store promises. */
export function describeStoryStore(open: () => Promise<Ledger>): void {
  async function withArticles(...names: readonly string[]): Promise<Ledger> {
    const ledger = await open();
    for (const name of names) await ledger.articles.save(article({ id: articleId(name) }), 'read');
    return ledger;
  }

  describe('stories', () => {
    test('a story comes back as it was saved, by its id and by its short name', async () => {
      const { stories } = await open();
      await stories.save(story());
      expect(await stories.find(story().id)).toEqual(story());
      expect(await stories.findByShortName('R-0001', HERE)).toEqual(story());
      expect(await stories.findByShortName('R-0002')).toBeUndefined();
    });

    test('of two stories with one short name the one seen last is meant', async () => {
      const { stories } = await open();
      await stories.save(living('s1', { shortName: 'R-SAME', lastArticleAt: at('10:00') }));
      await stories.save(living('s2', { shortName: 'R-SAME', lastArticleAt: at('09:00') }));
      expect((await stories.findByShortName('R-SAME', HERE))?.id).toBe('s1');
    });

    test('a story saved again is the same story, with what is new', async () => {
      const { stories } = await open();
      await stories.save(living('s1'));
      await stories.save(living('s1', { revision: 4, lastArticleAt: at('11:00') }));
      expect(await stories.find(storyId('s1'))).toEqual(
        living('s1', { revision: 4, lastArticleAt: at('11:00') }),
      );
      expect(await stories.count()).toBe(1);
    });

    test('articles of a story come in order of arrival, each in one story only', async () => {
      const { stories } = await withArticles('z', 'a', 'm');
      await stories.save(living('s1'));
      await stories.save(living('s2'));
      for (const name of ['z', 'a', 'm']) await stories.addArticle(storyId('s1'), fingerprint(name));
      await stories.addArticle(storyId('s2'), fingerprint('a'));
      expect(await stories.articlesOf(storyId('s1'))).toEqual(['z', 'm']);
      expect(await stories.storyOf(articleId('a'))).toBe('s2');
      expect(await stories.storiesOf([articleId('gone'), articleId('a')])).toEqual(
        new Map([[articleId('a'), 's2']]),
      );
      expect(await stories.storiesOf([])).toEqual(new Map());
      expect(await stories.storyOf(articleId('unheard-of'))).toBeUndefined();
    });

    test('in one transaction a story and its first article may be written in either order', async () => {
      const ledger = await open();
      await ledger.transaction(async ({ stories, articles }) => {
        await stories.addArticle(storyId('s1'), fingerprint('article-1'));
        await stories.save(living('s1'));
        await articles.save(article(), 'read');
      });
      expect(await ledger.stories.articlesOf(storyId('s1'))).toEqual(['article-1']);
    });

    test('fingerprints come back whole, in order of arrival, none older than asked', async () => {
      const { stories } = await withArticles('old', 'new', 'newer');
      await stories.save(living('s1'));
      await stories.addArticle(storyId('s1'), fingerprint('newer', { at: at('10:00') }));
      await stories.addArticle(storyId('s1'), fingerprint('old', { at: at('06:00') }));
      await stories.addArticle(storyId('s1'), fingerprint('new', { at: at('09:00') }));
      expect(await stories.listFingerprints(moment('08:00'), 100)).toEqual([
        { story: 's1', workspace: HERE, fingerprint: fingerprint('newer', { at: at('10:00') }) },
        { story: 's1', workspace: HERE, fingerprint: fingerprint('new', { at: at('09:00') }) },
      ]);
      const newest = await stories.listFingerprints(moment('08:00'), 1);
      expect(newest.map(({ fingerprint: { article } }) => article)).toEqual(['newer']);
      expect((await stories.fingerprintsOf(storyId('s1'))).map((each) => each.article)).toEqual([
        'newer',
        'old',
        'new',
      ]);
    });

    test('merging moves the articles, and one step leads from every merged story to the living one', async () => {
      const { stories } = await withArticles('a', 'b', 'c');
      for (const [name, first] of [
        ['s1', 'a'],
        ['s2', 'b'],
        ['s3', 'c'],
      ] as const) {
        await stories.save(living(name));
        await stories.addArticle(storyId(name), fingerprint(first));
      }
      await stories.merge(storyId('s2'), storyId('s3'));
      await stories.merge(storyId('s1'), storyId('s2'));
      expect(await stories.articlesOf(storyId('s1'))).toEqual(['a', 'b', 'c']);
      expect((await stories.find(storyId('s3')))?.mergedInto).toBe('s1');
      expect((await stories.find(storyId('s2')))?.mergedInto).toBe('s1');
      expect(await stories.count()).toBe(1);
    });

    test('no story is merged into itself', async () => {
      const { stories } = await open();
      await stories.save(living('s1'));
      await expect(stories.merge(storyId('s1'), storyId('s1'))).rejects.toThrow();
      expect((await stories.find(storyId('s1')))?.mergedInto).toBeUndefined();
    });

    test('recent stories come newest first, of one topic only where an article meets it strongly', async () => {
      const { stories } = await withArticles('a', 'b', 'c');
      await stories.save(living('s1', { lastArticleAt: at('09:00') }));
      await stories.save(living('s2', { lastArticleAt: at('10:00') }));
      await stories.save(living('s3', { lastArticleAt: at('06:00') }));
      await stories.save(story({ lastArticleAt: at('11:00') }));
      await stories.addArticle(storyId('s1'), fingerprint('a'));
      await stories.addArticle(storyId('s2'), fingerprint('b'));
      await stories.saveMatches([
        match({ article: articleId('a') }),
        match({ article: articleId('b'), tier: 'related' }),
      ]);
      const names = async (topic?: TopicId) =>
        (
          await stories.listRecent({
            since: moment('08:00'),
            limit: 10,
            seenBy: HERE,
            ...(topic && { topic }),
          })
        ).map((found) => found.id);
      expect(await names()).toEqual(['s2', 's1']);
      expect(await names('topic-1' as TopicId)).toEqual(['s1']);
      expect(await names('topic-2' as TopicId)).toEqual([]);
    });
  });

  describe('stories of one workspace', () => {
    test('are seen by nobody else, and their names are taken for everybody', async () => {
      const { stories } = await withArticles('a', 'b');
      const own = living('own', { shortName: 'R-OWN1', lastArticleAt: at('10:00') });
      const everyones = without(
        living('all', { shortName: 'R-ALL1', lastArticleAt: at('09:00') }),
        'workspace',
      );
      await stories.save(own);
      await stories.save(everyones);
      const names = async (seenBy?: WorkspaceId) =>
        (await stories.listRecent({ since: moment('08:00'), limit: 10, seenBy })).map(({ id }) => id);
      expect(await names(HERE)).toEqual(['own', 'all']);
      expect(await names(THERE)).toEqual(['all']);
      expect(await names()).toEqual(['all']);
      expect((await stories.findByShortName('R-OWN1', HERE))?.id).toBe('own');
      expect(await stories.findByShortName('R-OWN1', THERE)).toBeUndefined();
      expect(await stories.findByShortName('R-OWN1')).toBeUndefined();
      expect(await stories.isNameTaken('R-OWN1')).toBe(true);
      expect(await stories.isNameTaken('R-NONE')).toBe(false);
      expect([await stories.count(HERE), await stories.count(THERE), await stories.count()]).toEqual([
        2, 1, 2,
      ]);
    });

    test('fill a window of their own', async () => {
      const { stories } = await withArticles('a', 'b');
      await stories.save(living('own'));
      await stories.save(without(living('all'), 'workspace'));
      await stories.addArticle(storyId('own'), fingerprint('a'));
      await stories.addArticle(storyId('all'), fingerprint('b'));
      expect(await stories.listFingerprints(moment('00:00'), 100)).toEqual([
        { story: 'own', workspace: HERE, fingerprint: fingerprint('a') },
        { story: 'all', fingerprint: fingerprint('b') },
      ]);
    });
  });

  describe('what was found in articles', () => {
    test('a match comes back as it was saved, and a second look replaces the first', async () => {
      const { stories } = await withArticles('article-1');
      const looked: readonly Match[] = [match(), match({ topic: 'topic-2' as TopicId })];
      await stories.saveMatches(looked);
      await stories.saveMatches([match({ score: 0.5, tier: 'related' })]);
      expect(await stories.matchesOf([articleId('article-1')])).toEqual([
        match({ score: 0.5, tier: 'related' }),
        looked[1],
      ]);
      await stories.saveMatches([]);
      expect(await stories.matchesOf([])).toEqual([]);
    });

    test('stories that meet a topic in all but the event are listed once, unless they meet it wholly', async () => {
      const { stories, articles } = await open();
      const topics = [match().topic];
      const put = async (id: string, story: string, tier: Match['tier'], seenAt = at('09:00')) => {
        const news = article({ id: articleId(id), title: `News ${id}`, isArchive: false, seenAt });
        await articles.save(without(news, 'workspace'), 'read');
        await stories.save(livingStory({ id: storyId(story), shortName: story }));
        await stories.addArticle(storyId(story), fingerprint(id));
        await stories.saveMatches([match({ article: news.id, tier })]);
      };
      await put('a1', 'near', 'related');
      await put('a2', 'near', 'related', at('09:10'));
      await put('b1', 'met', 'related');
      await put('b2', 'met', 'strong');
      await put('c1', 'earlier', 'related', at('07:00'));
      const span = { since: moment('08:00'), until: moment('10:00'), seenBy: HERE, limit: 9 };
      expect(await stories.listRelated({ topics, ...span })).toEqual([
        {
          id: 'near',
          shortName: 'near',
          title: 'News a1',
          link: article().link,
          outlet: article().outlet,
        },
      ]);
      expect(await stories.listRelated({ topics: [], ...span })).toEqual([]);
    });

    test('statements come back as they were saved, in their order, article by article', async () => {
      const { stories } = await withArticles('article-1', 'article-2');
      const nameless = without(statement({ id: 'b' as StatementId }), 'speaker', 'speakerWords', 'language');
      const other = statement({ id: 'a' as StatementId, article: articleId('article-2') });
      await stories.saveStatements(articleId('article-1'), [statement({ id: 'z' as StatementId }), nameless]);
      await stories.saveStatements(articleId('article-2'), [other]);
      expect(await stories.statementsOf([articleId('article-2'), articleId('article-1')])).toEqual([
        other,
        statement({ id: 'z' as StatementId }),
        nameless,
      ]);
    });

    test('statements of a new edition replace those of the earlier one', async () => {
      const { stories } = await withArticles('article-1');
      await stories.saveStatements(articleId('article-1'), [statement()]);
      await stories.saveStatements(articleId('article-1'), []);
      expect(await stories.statementsOf([articleId('article-1')])).toEqual([]);
    });
  });
}
