import type { ArticleId } from '#article/article.ts';
import type { Knowledge } from '#compose/open-knowledge.ts';
import type { ListedTopic } from '#config/read-topic-file.ts';
import type { OutletKind } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { type Fields, identifier, optionalDate, optionalText, texts } from '#tools/input-fields.ts';
import { outletNamed } from '#tools/outlet-named.ts';
import type { LineStage } from '#tools/stage-lines.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic, TopicId } from '#topic/topic.ts';

/** Topics that were understood, and what was wrong with the others. */
export type ListedTopics = {
  readonly idsByTopic: ReadonlyMap<TopicId, readonly string[]>;
  readonly topics: readonly Topic[];
  readonly problems: readonly { readonly topic: string; readonly place: number; readonly error: string }[];
};

/** Parses the queries; two ids whose queries mean the same share one topic. */
export function readListedTopics(listed: readonly ListedTopic[], knowledge: Knowledge): ListedTopics {
  const parsed = listed.map(({ id, query }) => ({ id, result: parseQuery(query, knowledge.lexicon) }));
  const known = parsed.flatMap(({ id, result }) =>
    result.kind === 'topic' ? [{ id, topic: result.topic }] : [],
  );
  const byTopic = Map.groupBy(known, ({ topic }) => topic.id);
  return {
    topics: [...byTopic.values()].flatMap(([first]) => (first ? [first.topic] : [])),
    idsByTopic: new Map([...byTopic].map(([topic, group]) => [topic, group.map(({ id }) => id)])),
    problems: parsed.flatMap(({ id, result }) =>
      result.kind === 'problem'
        ? [{ topic: id, place: result.problem.place, error: result.problem.message }]
        : [],
    ),
  };
}

/** `match`: articles → a line for each topic that the article meets. `now` dates an article without a date. */
export function matchStage(listed: ListedTopics, knowledge: Knowledge, now: Date): LineStage {
  const index = new TopicIndex(knowledge.lexicon);
  for (const topic of listed.topics) index.add(topic);

  return (fields) => {
    const article = identifier(fields, 'id');
    const at = optionalDate(fields, 'date') ?? now;
    const { lang, ...parts } = texts(fields, ['title', 'summary', 'text', 'lang']);
    const analysis = analyse({ ...parts, ...(lang && { language: lang }) }, knowledge.detect);
    const reading = {
      article: article as ArticleId,
      analysis,
      mentions: findMentions(analysis, knowledge.lexicon, at),
      about: readAbout(fields, knowledge),
      at,
    };
    return matchArticle(reading, index, knowledge.lexicon).flatMap(({ topic, ...match }) =>
      (listed.idsByTopic.get(topic) ?? []).map((id) => ({ topic: id, ...match, article })),
    );
  };
}

function readAbout(fields: Fields, knowledge: Knowledge) {
  const source = optionalText(fields, 'source') ?? '';
  const outlet = outletNamed(source, knowledge);
  const kind = optionalText(fields, 'kind') ?? outlet?.kind;
  const country = optionalText(fields, 'country') ?? outlet?.country;
  return {
    outletName: outlet?.name ?? source,
    ...(kind && { kind: kind as OutletKind }),
    ...(country && { country }),
    ...(outlet?.voiceOf && { voiceOf: outlet.voiceOf }),
  };
}
