import type { Kysely } from 'kysely';
import type { RelatedQuery, RelatedStory } from '#story/related-story.ts';
import type { Tables } from './schema.ts';
import { visibleTo } from './visible-to.ts';
import { withoutNulls } from './without-nulls.ts';

/** A story has a few such reports in the time of one digest. */
const REPORTS_A_STORY = 5;

/** Stories that meet one of the topics in all but the event, and none of them wholly; the first seen first. */
export async function listRelated(
  db: Kysely<Tables>,
  { topics, since, until, seenBy, limit }: RelatedQuery,
): Promise<readonly RelatedStory[]> {
  if (topics.length === 0) return [];
  const rows = await db
    .selectFrom('matches')
    .innerJoin('articles', 'articles.id', 'matches.article')
    .innerJoin('storyArticles', 'storyArticles.article', 'matches.article')
    .innerJoin('stories', 'stories.id', 'storyArticles.story')
    .select(['stories.id', 'stories.shortName', 'articles.title', 'articles.link', 'articles.outlet'])
    .where('matches.topic', 'in', topics)
    .where('matches.tier', '=', 'related')
    .where('articles.isArchive', '=', 0)
    .where('articles.state', '=', 'read')
    .where('articles.seenAt', '>=', since.toISOString())
    .where('articles.seenAt', '<', until.toISOString())
    .where('stories.mergedInto', 'is', null)
    .where((eb) => visibleTo(seenBy, eb.ref('articles.workspace')))
    .where('stories.id', 'not in', (eb) =>
      eb
        .selectFrom('matches as others')
        .innerJoin('storyArticles as theirs', 'theirs.article', 'others.article')
        .select('theirs.story')
        .where('others.topic', 'in', topics)
        .where('others.tier', '=', 'strong'),
    )
    .orderBy('articles.seenAt')
    .orderBy('articles.id')
    .limit(limit * REPORTS_A_STORY)
    .execute();
  const first = new Map(rows.toReversed().map((row) => [row.id, row]));
  return [...first.values()].toReversed().slice(0, limit).map(withoutNulls);
}
