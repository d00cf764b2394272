import { type ArticleId, timeOf } from '#article/article.ts';
import type { Desk } from '#command/command.ts';
import { isCalm } from '#command/watch/is-calm.ts';
import type { LookBack } from '#command/watch/look-back.ts';
import { mostOnOneDay } from '#command/watch/most-on-one-day.ts';
import { readingsOf } from '#command/watch/readings-of.ts';
import type { Narrower } from '#command/words/watch-words.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import { shownName } from '#lexicon/shown-name.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { isAll } from '#match/topic-plan.ts';
import type { StoryId } from '#story/story.ts';
import { partText } from '#topic/canonical-text.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Part, Topic, TopicId } from '#topic/topic.ts';

/** As many as fit beside two other buttons. */
const MOST = 3;
/** Tried of each kind, the commonest first. */
const TRIED = 8;
/** Once may be chance. */
const FEWEST_STORIES = 2;

/** What else stands in an article that met the topic. */
type Beside = { readonly story: StoryId; readonly actors: Set<ActorId>; readonly events: Set<EventTypeId> };

/**
 * Narrower topics than one that is too much: with an event or an actor that the archive holds beside it, each of them
 * calm and with stories of its own. An event narrows best where the topic has none.
 */
export async function narrowerTopics(
  topic: Topic,
  past: LookBack,
  language: string,
  desk: Desk,
): Promise<readonly Narrower[]> {
  const beside = await whatStandsBeside(past, desk);
  const has = (kind: 'actor' | 'event'): boolean => topic.parts.some((part) => isAll(part, kind));
  const events = commonest([...beside.values()].map(({ story, events }) => ({ story, ids: events }))).map(
    (id) => wordFor(id, language, desk),
  );
  const actors = commonest([...beside.values()].map(({ story, actors }) => ({ story, ids: actors }))).map(
    (id) => shownName(id, desk.lexicon, language),
  );
  const added = has('event') ? actors : [...events, ...actors];
  const tried = added.flatMap((words) => narrowed(topic, words, desk));
  const brought = await storiesOf(tried, past, desk);
  const calm = tried.flatMap(({ id, written }) => {
    const times = brought.get(id);
    if (times === undefined || times.size < FEWEST_STORIES) return [];
    const figures = {
      stories: times.size,
      days: past.figures.days,
      busiestDay: mostOnOneDay([...times.values()], past.zone),
    };
    return isCalm(figures) ? [{ written, stories: times.size }] : [];
  });
  return calm.slice(0, MOST);
}

async function whatStandsBeside({ hits }: LookBack, desk: Desk): Promise<ReadonlyMap<ArticleId, Beside>> {
  const storyOf = new Map(hits.map(({ article, story }) => [article, story]));
  const beside = new Map<ArticleId, Beside>();
  for await (const { article, read } of readingsOf([...storyOf.keys()], desk)) {
    const story = storyOf.get(article.id);
    if (story !== undefined) beside.set(article.id, { story, ...namedIn(read) });
  }
  return beside;
}

const namedIn = ({ mentions }: ArticleReading): Omit<Beside, 'story'> => ({
  actors: new Set(mentions.actors.map(({ actor }) => actor)),
  events: new Set(mentions.events.filter(({ weak }) => !weak).map(({ event }) => event)),
});

/** By the number of stories. */
function commonest<Named>(
  found: readonly { readonly story: StoryId; readonly ids: ReadonlySet<Named> }[],
): readonly Named[] {
  const stories = new Map<Named, Set<StoryId>>();
  for (const { story, ids } of found) {
    for (const id of ids) stories.getOrInsertComputed(id, () => new Set<StoryId>()).add(story);
  }
  return [...stories]
    .filter(([, { size }]) => size >= FEWEST_STORIES)
    .toSorted(([, one], [, other]) => other.size - one.size)
    .slice(0, TRIED)
    .map(([id]) => id);
}

/** As people write the event in a query. */
function wordFor(id: EventTypeId, language: string, { lexicon }: Desk): string {
  const type = lexicon.events.get(id);
  return type?.query[language]?.[0] ?? type?.query['en']?.[0] ?? id;
}

/** The topic with these words, where they add one part to it and change none. */
function narrowed(topic: Topic, words: string, { lexicon }: Desk): readonly Topic[] {
  const parsed = parseQuery(`${bracketed(topic)} ${words}`, lexicon);
  if (parsed.kind === 'problem') return [];
  const kept = new Set(parsed.topic.parts.map(partText));
  const isNarrower =
    kept.size === topic.parts.length + 1 && topic.parts.every((part: Part) => kept.has(partText(part)));
  return isNarrower ? [parsed.topic] : [];
}

/** Alternatives stand in brackets before more words: nobody should read these as belonging to the last one alone. */
function bracketed({ written, parts }: Topic): string {
  const [part, ...others] = parts;
  const isAlternatives = part?.kind === 'any' && others.length === 0 && !written.startsWith('(');
  return isAlternatives ? `(${written})` : written;
}

/** The stories that each of these topics would have brought, with the time of their first article. */
async function storiesOf(
  topics: readonly Topic[],
  { hits }: LookBack,
  desk: Desk,
): Promise<ReadonlyMap<TopicId, ReadonlyMap<StoryId, string>>> {
  const index = new TopicIndex(desk.lexicon);
  for (const topic of topics) index.add(topic);
  const storyOf = new Map(hits.map(({ article, story }) => [article, story]));
  const brought = new Map<TopicId, Map<StoryId, string>>();
  for await (const { article, read } of readingsOf([...storyOf.keys()], desk)) {
    const story = storyOf.get(article.id);
    if (story === undefined) continue;
    for (const { topic, tier } of matchArticle(read, index, desk.lexicon)) {
      // Hits come newest first: the last one said of a story is its first.
      if (tier === 'strong')
        brought.getOrInsertComputed(topic, () => new Map<StoryId, string>()).set(story, timeOf(article));
    }
  }
  return brought;
}
