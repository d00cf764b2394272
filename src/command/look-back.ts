import { setImmediate as breathe } from 'node:timers/promises';
import type { Article } from '#article/article.ts';
import { timeOf } from '#article/article.ts';
import type { Desk } from '#command/command.ts';
import { readAgain } from '#command/read-again.ts';
import type { LookBackFigures } from '#command/reply-words.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { StoryId } from '#story/story.ts';
import type { Topic } from '#topic/topic.ts';

/** More would keep a person waiting; the newest tell the most. */
const MOST_ARTICLES = 2_000;

/** What the archive holds on a topic: its stories, newest first, and how many that is a day. */
export type LookBack = { readonly stories: readonly StoryId[]; readonly figures: LookBackFigures };

/** An article that met the topic, and the story it belongs to. */
type Hit = { readonly day: string; readonly story: StoryId };

/** How far back it is looked, and for whom: nobody hears of what only another workspace reads. */
export type LookingBack = { readonly days: number; readonly seenBy: WorkspaceId };

/** Reads the newest articles of the last `days` again, as if the topic had been watched all along. */
export async function lookBack(topic: Topic, { days, seenBy }: LookingBack, desk: Desk): Promise<LookBack> {
  const now = desk.clock();
  const since = new Date(now.getTime() - days * DAY_MS);
  const articles = await desk.ledger.articles.listRecent(since, MOST_ARTICLES, seenBy);
  const hits = await listHits(articles, topic, desk);
  const isSampled = articles.length === MOST_ARTICLES;
  return {
    stories: [...new Set(hits.map(({ story }) => story))],
    figures: {
      stories: new Set(hits.map(({ story }) => story)).size,
      days: daysBetween(articles.at(-1), now),
      busiestDay: busiestDayOf(hits),
      ...(isSampled && { sampled: MOST_ARTICLES }),
    },
  };
}

async function listHits(articles: readonly Article[], topic: Topic, desk: Desk): Promise<readonly Hit[]> {
  const index = new TopicIndex(desk.lexicon);
  index.add(topic);
  const hits: Hit[] = [];
  for (const article of articles) {
    if (isMet(article, index, desk)) {
      const story = await desk.ledger.stories.storyOf(article.id);
      if (story !== undefined) hits.push({ story, day: timeOf(article).slice(0, 10) });
    }
    // Reading takes a while, and cards must go out meanwhile.
    await breathe();
  }
  return hits;
}

function isMet(article: Article, index: TopicIndex, desk: Desk): boolean {
  const matches = matchArticle(readAgain(article, desk), index, desk.lexicon);
  return matches.some(({ tier }) => tier === 'strong');
}

const daysBetween = (oldest: Article | undefined, now: Date): number =>
  oldest === undefined ? 0 : Math.max(1, Math.ceil((now.getTime() - Date.parse(timeOf(oldest))) / DAY_MS));

/** A story counts on the day of its first article here. Hits come newest first. */
function busiestDayOf(hits: readonly Hit[]): number {
  const firstDays = new Map(hits.map(({ story, day }) => [story, day]));
  const stories = Map.groupBy(firstDays.keys(), (story) => firstDays.get(story));
  return Math.max(0, ...[...stories.values()].map(({ length }) => length));
}
