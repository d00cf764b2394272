import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';
import { affairLexicon } from './affair-lexicon.ts';

const AT = new Date('2025-07-01T12:00:00Z');

function topicOf(query: string): Topic {
  const parsed = parseQuery(query, affairLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.topic;
}

function tierOf(query: string, title: string, language = 'en') {
  const index = new TopicIndex(affairLexicon);
  index.add(topicOf(query));
  const analysis = analyse({ title, language }, () => undefined);
  const mentions = findMentions(analysis, affairLexicon, AT);
  const article = 'a1' as ArticleId;
  const read = { article, analysis, mentions, about: { outletName: 'World Wire' }, at: AT };
  return matchArticle(read, index, affairLexicon)[0]?.tier;
}

describe('of three countries or organisations beside an event', () => {
  test('one may go without saying', () => {
    expect(tierOf('Ukraine France WHO membership', 'Ukraine seeks WHO membership')).toBe('strong');
    expect(tierOf('Ukraine France WHO membership', 'Ukraine seeks membership')).toBeUndefined();
  });

  test('none may where two are named, or where they should talk', () => {
    expect(tierOf('Ukraine WHO membership', 'Ukraine seeks membership')).toBeUndefined();
    expect(tierOf('France Iran China call', 'France and Iran in a phone call')).toBeUndefined();
  });

  test('no person may', () => {
    expect(tierOf('France Iran Macron membership', 'France and Iran on membership')).not.toBe('strong');
    expect(tierOf('France Iran Macron membership', 'Macron and Iran on membership')).toBe('strong');
  });
});

describe('an alliance that moves forces in one of its members', () => {
  test('is met by another member', () => {
    expect(tierOf('Western Pact exercises Ukraine', 'American exercises begin in Ukraine')).toBe('strong');
    expect(tierOf('Western Pact exercises Ukraine', 'Western Pact exercises begin in Ukraine')).toBe(
      'strong',
    );
  });

  test('is not met by its host alone, by a stranger, outside, or by what is no move of forces', () => {
    expect(tierOf('Western Pact exercises Ukraine', 'Ukraine begins exercises')).toBeUndefined();
    expect(tierOf('Western Pact exercises Ukraine', 'Iran begins exercises near Ukraine')).toBeUndefined();
    expect(tierOf('Western Pact exercises China', 'American exercises near China')).toBeUndefined();
    expect(tierOf('Western Pact Ukraine membership', 'France on membership of Ukraine')).toBeUndefined();
  });
});

test('a title in a topic is met by the name of who bears it on the day', () => {
  expect(tierOf('France president evacuation', 'Macron on the evacuation')).toBe('strong');
  expect(tierOf('France president evacuation', 'French envoys on the evacuation')).toBe(undefined);
});

describe('a place', () => {
  test('says its country, and another place around it', () => {
    expect(tierOf('Ukraine Mariupol evacuation', 'Mariupol: the evacuation begins')).toBe('strong');
    expect(tierOf('Ukraine Mariupol evacuation', 'Ukraine: the evacuation begins')).toBeUndefined();
    expect(tierOf('Mariupol evacuation', 'The evacuation of Azovstal begins')).toBe('strong');
  });

  test('is enough where several are named', () => {
    expect(tierOf('Mariupol Donetsk evacuation', 'Donetsk: the evacuation begins')).toBe('strong');
  });
});

describe('a topic that leads with a crisis at home', () => {
  const query = 'Ukraine unrest China troops';

  test.each(['Ukraine: unrest in the west', 'Troops land in Ukraine'])('is met by “%s”', (title) => {
    expect(tierOf(query, title)).toBe('strong');
  });

  test('is not met by what happens elsewhere', () => {
    expect(tierOf(query, 'China troops march at home')).toBeUndefined();
    expect(tierOf(query, 'China unrest')).toBeUndefined();
  });

  test('is another one than the same words in another order', () => {
    expect(topicOf(query).id).not.toBe(topicOf('China unrest Ukraine troops').id);
    expect(topicOf('Ukraine unrest troops').id).toBe(topicOf('unrest troops Ukraine').id);
  });
});

describe('an event that embraces another', () => {
  test('is met by it beside all actors of the topic', () => {
    expect(tierOf('Iran France row', 'France: expulsion of an envoy of Iran')).toBe('strong');
    expect(tierOf('Iran France row', 'Iran: expulsion of an envoy. France waits')).toBe('related');
    expect(tierOf('Iran row', 'Iran: expulsion of an envoy')).toBeUndefined();
  });

  test('is met by it beside a name that the topic adds', () => {
    expect(tierOf('Iran Kohlerville row', 'Iran: expulsion after Kohlerville')).toBe('strong');
  });
});

describe('a plain word', () => {
  test.each([
    ['Minneapolis : l’effondrement du pont', 'fr'],
    ['Einsturz der Brücke in Minneapolis', 'de'],
    ['Обрушение моста в Миннеаполисе', 'ru'],
  ])('that the lexicon can translate is met in any language: “%s”', (title, language) => {
    expect(tierOf('Minneapolis bridge collapse', title, language)).toBe('strong');
  });

  test('that is an unknown name is met by its sound in another script, with its case endings', () => {
    expect(tierOf('Podebrady Putin', 'Взрыв в Подебрадах, Путин ждёт', 'ru')).toBe('strong');
    expect(tierOf('Подебрады Путин', 'Putin waits for Poděbrady', 'en')).toBe('strong');
    expect(tierOf('Podebrady Putin', 'Взрыв в Верховье, Путин ждёт', 'ru')).toBeUndefined();
  });

  test('in the script of the text is met by its spelling and its case endings only', () => {
    expect(tierOf('Kohlervik China', 'China waits for Kolervic', 'en')).toBeUndefined();
    expect(tierOf('Kohlervik China', 'Chiny czekają na Kohlervika: China', 'pl')).toBe('strong');
  });
});

describe('common words of one meaning', () => {
  test.each([
    'Minneapolis effondrement du pont',
    'Minneapolis: Einsturz der Brücke',
    'bridge collapse Minneapolis',
  ])('“%s” is the topic “Minneapolis bridge collapse”', (query) => {
    expect(topicOf(query).id).toBe(topicOf('Minneapolis bridge collapse').id);
  });

  test('are not looked up in a language that the query is not in', () => {
    expect(topicOf('Macron tour').parts[1]).toMatchObject({ kind: 'words', stems: ['tour'] });
    expect(topicOf('Macron tour').parts[1]).not.toHaveProperty('concept');
  });
});
