import { describe, expect, test } from 'vitest';
import { explainTopic } from '#topic/explain-topic.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

function topicOf(query: string) {
  const parsed = parseQuery(query, smallLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.topic;
}

const canonicalOf = (query: string): string => topicOf(query).canonical;

describe('an office in a query', () => {
  test.each([
    ['French president Iran'],
    ['french president iran'],
    ['Iran président français'],
    ['president of France Iran'],
    ['президент Франции Иран'],
    ["France's president Iran"],
  ])('“%s” asks for whoever holds it', (query) => {
    expect(canonicalOf(query)).toBe('@france/president @iran');
  });

  test.each([
    ['former French president Iran'],
    ['ancien président français Iran'],
    ['Macron president Iran'],
  ])('is not asked for by “%s”', (query) => {
    expect(canonicalOf(query)).not.toContain('/president');
  });

  test('of which nobody is known stays a country and a word', () => {
    expect(canonicalOf('Iranian president Oman')).toContain('@iran');
    expect(canonicalOf('Iranian president Oman')).not.toContain('/');
  });

  test('is explained by its title and its country', () => {
    const [part] = explainTopic(topicOf('French president Iran'), smallLexicon, 'fr').parts;
    expect(part).toMatchObject({ understoodAs: ['président (France)'], natures: ['office'], languages: 4 });
  });
});
