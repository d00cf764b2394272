import { setImmediate as breathe } from 'node:timers/promises';
import type { ArticleId } from '#article/article.ts';
import type { ArticleSearch } from '#article/article-store.ts';
import type { Desk } from '#command/command.ts';
import { readAgain } from '#command/feed/read-again.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { meetsRestrictions } from '#match/meets-restrictions.ts';
import { wordsToFind } from '#match/words-to-find.ts';
import type { StoryId } from '#story/story.ts';
import type { Restriction, Topic } from '#topic/topic.ts';

/** More would keep a person waiting; the newest tell the most. */
const MOST_ARTICLES = 2_000;

/** When what is looked for happened, and for whom it is looked. */
export type Searched = { readonly since: Date; readonly until?: Date; readonly seenBy: WorkspaceId };

/** Stories, newest first; `sampled` is how many articles were looked at, where more hold what was asked for. */
export type FoundStories = { readonly stories: readonly StoryId[]; readonly sampled?: number };

/**
 * The stories of which an article holds all that the query names, anywhere in its text and in whatever role: more than
 * would match it as a topic.
 */
export async function findStories(topic: Topic, searched: Searched, desk: Desk): Promise<FoundStories> {
  const { articles, stories } = desk.ledger;
  const { lexicon } = desk;
  const outlets = outletsIn(topic.restrictions, searched.seenBy, desk);
  const search = { ...searched, ...(outlets && { outlets }), limit: MOST_ARTICLES };

  const held = await articles.listHolding({ ...search, all: wordsToFind(topic.parts, lexicon) });
  const excluded = await excludedFrom(topic, search, desk);
  const left = held.filter((id) => !excluded.has(id));
  const found = await meeting(topic.restrictions.filter(isOfText), left, desk);
  const storyOf = await stories.storiesOf(found);
  return {
    stories: [...new Set(found.flatMap((id) => storyOf.get(id) ?? []))],
    ...(held.length === MOST_ARTICLES && { sampled: MOST_ARTICLES }),
  };
}

const isOfText = ({ field }: Restriction): boolean => field === 'title' || field === 'lang';

/** The outlets that the query lets in; absent where it says nothing of outlets. */
function outletsIn(
  restrictions: readonly Restriction[],
  seenBy: WorkspaceId,
  { catalogue }: Desk,
): readonly OutletId[] | undefined {
  const ofOutlets = restrictions.filter((restriction) => !isOfText(restriction));
  if (ofOutlets.length === 0) return undefined;
  return [...catalogue.outletsFor(seenBy).values()].flatMap((outlet) => {
    const about = { outletName: outlet.name, ...outlet };
    return meetsRestrictions({ ...NO_TEXT, about }, ofOutlets) ? [outlet.id] : [];
  });
}

const NO_TEXT: Omit<ArticleReading, 'about'> = {
  article: '' as ArticleId,
  analysis: { passages: [] },
  mentions: { actors: [], events: [] },
  at: new Date(0),
};

async function excludedFrom(
  { excluded }: Topic,
  search: Omit<ArticleSearch, 'all'>,
  { ledger, lexicon }: Desk,
): Promise<ReadonlySet<ArticleId>> {
  const lists: (readonly ArticleId[])[] = [];
  for (const part of excluded) {
    lists.push(await ledger.articles.listHolding({ ...search, all: wordsToFind([part], lexicon) }));
  }
  return new Set(lists.flat());
}

/** What is asked of title and language is looked up in the articles themselves. */
async function meeting(
  restrictions: readonly Restriction[],
  ids: readonly ArticleId[],
  desk: Desk,
): Promise<readonly ArticleId[]> {
  if (restrictions.length === 0) return ids;
  const met: ArticleId[] = [];
  for (const article of await desk.ledger.articles.findMany(ids)) {
    if (meetsRestrictions(readAgain(article, desk), restrictions)) met.push(article.id);
    await breathe();
  }
  return met;
}
