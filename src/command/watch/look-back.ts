import { type Article, type ArticleId, timeOf } from '#article/article.ts';
import type { Desk } from '#command/command.ts';
import { candidatesFor } from '#command/watch/candidates-for.ts';
import { mostOnOneDay } from '#command/watch/most-on-one-day.ts';
import { readingsOf } from '#command/watch/readings-of.ts';
import type { LookBackFigures } from '#command/words/watch-words.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Match } from '#match/match.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { planTopic } from '#match/topic-plan.ts';
import type { StoryId } from '#story/story.ts';
import type { Topic } from '#topic/topic.ts';

/** More would keep a person waiting; the newest tell the most. */
const MOST_ARTICLES = 2_000;
/** Hours of the clock between which it is night. */
const NIGHT = { from: 22, to: 7 };

/** An article that met the topic, and the story it belongs to. `at` is ISO 8601, UTC. */
export type Hit = {
  readonly article: ArticleId;
  readonly at: string;
  readonly match: Match;
  readonly story: StoryId;
};

/** What the archive holds on a topic. */
export type LookBack = {
  /** Newest first. */
  readonly stories: readonly StoryId[];
  /** Strong ones, newest first. */
  readonly hits: readonly Hit[];
  readonly figures: LookBackFigures;
  /** Articles that have all but the event, of stories that do not meet the topic. */
  readonly missed: { readonly articles: number; readonly isAtLeast: boolean };
  /** In which days and nights are counted. IANA. */
  readonly zone: string;
};

/** How far back it is looked, and for whom: nobody hears of what only another workspace reads. */
export type LookingBack = {
  readonly days: number;
  /** Leaves out what came after then; absent: nothing. */
  readonly until?: Date;
  readonly seenBy: WorkspaceId;
  /** How many are read again at most; absent for 2,000. */
  readonly mostArticles?: number;
};

/**
 * What the archive of the last `days` holds, as if the topic had been watched all along: the articles that could meet
 * it come from the index of words, and of them the newest are read again.
 */
export async function lookBack(topic: Topic, looking: LookingBack, desk: Desk): Promise<LookBack> {
  const { days, seenBy, until, mostArticles = MOST_ARTICLES } = looking;
  const { ways, related } = planTopic(topic, desk.lexicon);
  const since = new Date(desk.clock().getTime() - days * DAY_MS);
  const search = { since, ...(until && { until }), seenBy, limit: mostArticles };
  const likely = await candidatesFor(ways, search, desk);
  const hits = await hitsAmong(likely.ids, topic, desk);
  const strong = hits.filter(({ match }) => match.tier === 'strong');
  const stories = new Set(strong.map(({ story }) => story));

  const zone = (await desk.ledger.workspaces.find(seenBy))?.zone ?? 'UTC';
  const room = mostArticles - likely.ids.length;
  const near = related && room > 0 ? await candidatesFor([related], { ...search, limit: room }, desk) : NONE;
  const known = new Set(likely.ids);
  const others = await hitsAmong(
    near.ids.filter((id) => !known.has(id)),
    topic,
    desk,
  );
  const missed = [...hits, ...others].filter(
    ({ match, story }) => match.tier === 'related' && !stories.has(story),
  );
  return {
    stories: [...stories],
    hits: strong,
    figures: await figuresOf(strong, { days, seenBy, zone }, likely, desk),
    zone,
    missed: { articles: missed.length, isAtLeast: near.isCut || (related !== undefined && room <= 0) },
  };
}

const NONE = { ids: [], isCut: false } as const;

async function hitsAmong(ids: readonly ArticleId[], topic: Topic, desk: Desk): Promise<readonly Hit[]> {
  const index = new TopicIndex(desk.lexicon);
  index.add(topic);
  const met: Omit<Hit, 'story'>[] = [];
  for await (const { article, read } of readingsOf(ids, desk)) {
    const [match] = matchArticle(read, index, desk.lexicon);
    if (match !== undefined) met.push({ article: article.id, at: timeOf(article), match });
  }
  const storyOf = await desk.ledger.stories.storiesOf(met.map(({ article }) => article));
  return met.flatMap((hit) => {
    const story = storyOf.get(hit.article);
    return story === undefined ? [] : [{ ...hit, story }];
  });
}

async function figuresOf(
  hits: readonly Hit[],
  { days, seenBy, zone }: LookingBack & { readonly zone: string },
  likely: { readonly ids: readonly ArticleId[]; readonly isCut: boolean },
  desk: Desk,
): Promise<LookBackFigures> {
  const { oldest } = await desk.ledger.articles.count(seenBy);
  // Hits come newest first: what is kept of each story is its first.
  const began = [...new Map(hits.map(({ story, at }) => [story, at])).values()];
  const oldestSeen = likely.isCut ? await dateOf(likely.ids.at(-1), desk) : oldest;
  return {
    stories: began.length,
    articles: hits.length,
    days: Math.min(days, daysSince(oldestSeen, desk.clock())),
    ...(oldest !== undefined && { archiveFrom: oldest }),
    isAllWeHold: !likely.isCut && daysSince(oldest, desk.clock()) <= days,
    busiestDay: mostOnOneDay(began, zone),
    atNight: began.filter((at) => isAtNight(at, zone)).length,
    ...(likely.isCut && { sampled: likely.ids.length }),
  };
}

async function dateOf(id: ArticleId | undefined, { ledger }: Desk): Promise<string | undefined> {
  const article: Article | undefined = id && (await ledger.articles.find(id));
  return article && timeOf(article);
}

const daysSince = (oldest: string | undefined, now: Date): number =>
  oldest === undefined ? 0 : Math.max(1, Math.ceil((now.getTime() - Date.parse(oldest)) / DAY_MS));

function isAtNight(at: string, zone: string): boolean {
  const { hour } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return hour >= NIGHT.from || hour < NIGHT.to;
}
