import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { articleSpots } from '#match/article-spots.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

const AT = new Date('2025-07-01T12:00:00Z');

function topicOf(query: string): Topic {
  const parsed = parseQuery(query, smallLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.topic;
}

function candidatesOf(index: TopicIndex, title: string): string[] {
  const analysis = analyse({ title, language: 'en' }, () => undefined);
  const mentions = findMentions(analysis, smallLexicon, AT);
  const read = {
    article: 'a1' as ArticleId,
    analysis,
    mentions,
    about: { outletName: 'World Wire' },
    at: AT,
  };
  return index.candidatesFor(articleSpots(read, smallLexicon)).map(({ topic }) => topic.written);
}

test('an article is compared only with topics of which it holds two required parts', () => {
  const index = new TopicIndex(smallLexicon);
  for (const query of ['Macron Putin call', 'Macron Iran call', 'Macron grain', 'grain', 'Iran OR China']) {
    index.add(topicOf(query));
  }
  expect(candidatesOf(index, 'Macron on grain').toSorted()).toEqual(['Macron grain', 'grain']);
  expect(candidatesOf(index, 'Putin hears Macron')).toEqual(['Macron Putin call']);
  expect(candidatesOf(index, 'China today')).toEqual(['Iran OR China']);
});

test('topics come and go one by one', () => {
  const index = new TopicIndex(smallLexicon);
  const topic = topicOf('Macron grain');
  index.add(topic);
  index.add(topic);
  expect(index.size).toBe(1);
  index.remove(topic.id);
  expect([index.size, index.has(topic.id)]).toEqual([0, false]);
  expect(candidatesOf(index, 'Macron on grain')).toEqual([]);
});
