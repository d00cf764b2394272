import { describe, expect, test } from 'vitest';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

function topicOf(query: string): Topic {
  const parsed = parseQuery(query, smallLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.topic;
}

const canonicalOf = (query: string): string => topicOf(query).canonical;

describe('a query', () => {
  test('is read as names, an event and other words', () => {
    expect(topicOf('Macron Putin phone call about grain').parts).toMatchObject([
      { kind: 'actor', written: 'Macron', actors: ['macron'] },
      { kind: 'actor', written: 'Putin', actors: ['putin'] },
      { kind: 'event', written: 'phone call', events: ['call'] },
      { kind: 'words', written: 'grain', stems: ['grain'] },
    ]);
  });

  test.each([
    ['Putin Macron call'],
    ['Macron Poutine appel'],
    ['macron putin call'],
    ['Emmanuel Macron and Vladimir Putin: phone call'],
    ['Путин Макрон телефонный разговор'],
    ['Macron Macron Putin call'],
  ])('“%s” is the same topic as “Macron Putin call”', (query) => {
    expect(topicOf(query).id).toBe(topicOf('Macron Putin call').id);
  });

  test('of another meaning is another topic', () => {
    const queries = [
      'Macron Putin',
      'Macron Putin meeting',
      'Macron OR Putin call',
      'Macron Putin -call',
      'Macron "Putin call"',
    ];
    expect(new Set([...queries, 'Macron Putin call'].map(canonicalOf)).size).toBe(6);
  });

  test('keeps who acts on whom, where the event has a direction', () => {
    expect(canonicalOf('Iran threatens China')).not.toBe(canonicalOf('China threatens Iran'));
    expect(canonicalOf('threatens')).toBe('#threat');
    expect(canonicalOf('Iran China truce')).toBe(canonicalOf('China Iran truce'));
  });

  test('may mean several events by one word', () => {
    expect(topicOf('Putin talks').parts[1]).toMatchObject({ kind: 'event', events: ['call', 'meeting'] });
  });

  test('takes from a longer phrase of texts only the event itself', () => {
    expect(topicOf('Putin held talks').parts).toMatchObject([
      { kind: 'actor' },
      { kind: 'words', stems: ['hold'] },
      { kind: 'event', written: 'talks' },
    ]);
  });

  test('tells which words look like names and are not known', () => {
    const parsed = parseQuery('Iran Kohler truce', smallLexicon);
    expect(parsed).toMatchObject({ kind: 'topic', unknown: ['Kohler'] });
  });
});

describe('an operator', () => {
  test('OR offers a choice, also beside a group', () => {
    expect(topicOf('(Macron OR Xi Jinping) Putin').parts[0]).toMatchObject({
      kind: 'any',
      written: 'Macron OR Xi Jinping',
    });
    expect(canonicalOf('(Macron call) OR Putin')).toBe(canonicalOf('(Macron OR Putin) (call OR Putin)'));
  });

  test('- leaves out, quotes are exact, near/n binds two parts', () => {
    expect(topicOf('Putin -Macron').excluded).toMatchObject([{ kind: 'actor', written: 'Macron' }]);
    expect(topicOf('“grain corridors”').parts).toMatchObject([
      { stems: ['grain', 'corridors'], isExact: true },
    ]);
    expect(topicOf('Putin near/5 grain').parts).toMatchObject([{ kind: 'near', within: 5 }]);
  });

  test('field: restricts, and a country may be named', () => {
    expect(topicOf('Putin country:France -kind:wire').restrictions).toMatchObject([
      { field: 'country', value: 'FR', isNegated: false },
      { field: 'kind', value: 'wire', isNegated: true },
    ]);
  });
});

describe('a problem', () => {
  test.each([
    ['Macron (Putin call', 8, 'Macron (Putin call)'],
    ['Macron Putin) call', 13, 'Macron Putin call'],
    ['Macron "Putin call', 8, 'Macron "Putin call"'],
    ['🇫🇷 Macron OR', 10, '🇫🇷 Macron'],
    ['OR Macron', 1, 'Macron'],
    ['Macron () call', 8, 'Macron call'],
    ['Macron kind:rumour', 8, 'Macron'],
    ['Macron title:', 8, 'Macron'],
    ['-Macron', 1, 'Macron'],
    ['   ', 1, 'Macron Putin call'],
    ['Macron call -Macron', 13, 'Macron call'],
    ['Macron call -"Emmanuel Macron" -Macron', 32, 'Macron call -"Emmanuel Macron"'],
    ['Macron country:Narnia call', 8, 'Macron call'],
    ['Macron country:XX', 8, 'Macron'],
    ['Macron kind:wire kind:official', 18, 'Macron kind:wire'],
    ['Macron lang:fr -lang:fr', 16, 'Macron lang:fr'],
    ['Macron country:fr country:China', 19, 'Macron country:fr'],
  ])('in “%s” stands at character %i, and “%s” is the way out', (query, place, suggestion) => {
    expect(parseQuery(query, smallLexicon)).toMatchObject({
      kind: 'problem',
      problem: { place, suggestion },
    });
  });

  test('is a choice of exclusions that holds what is asked for', () => {
    expect(parseQuery('Macron truce -(grain OR truce)', smallLexicon)).toMatchObject({
      kind: 'problem',
      problem: { place: 14, message: expect.stringContaining('“truce” is asked for and left out') },
    });
  });

  test('is none where something could still match', () => {
    for (const query of [
      'Iran OR Putin -Iran',
      'Putin -"Putin the farmer"',
      'Macron (call OR truce) -truce',
      'Macron -country:Narnia',
      'Macron -kind:wire -kind:media',
      'Macron title:grain title:truce outlet:one outlet:two',
    ]) {
      expect(parseQuery(query, smallLexicon).kind).toBe('topic');
    }
  });

  test('is a query of more than 500 characters or 50 alternatives', () => {
    const long = parseQuery('grain '.repeat(100), smallLexicon);
    expect(long).toMatchObject({ kind: 'problem', problem: { place: 501 } });
    const wide = Array.from({ length: 51 }, (_, index) => `w${index}`).join(' OR ');
    expect(parseQuery(wide, smallLexicon).kind).toBe('problem');
  });

  test('is a short query that would spread into very many choices', () => {
    const groups = Array.from({ length: 12 }, (_, n) => `(a${n} b${n} c${n} d${n})`).join(' OR ');
    expect(parseQuery(groups, smallLexicon).kind).toBe('problem');
  });

  test('is a query of nothing but common words', () => {
    expect(parseQuery('the of and', smallLexicon)).toMatchObject({ kind: 'problem', problem: { place: 1 } });
  });

  test('of which suggestion follows is none', () => {
    for (const query of [
      'Macron (Putin',
      'Macron "Putin call',
      'OR Macron',
      '-Macron',
      'Iran call -Iran',
      'Iran country:Narnia',
      'grain '.repeat(100),
    ]) {
      const parsed = parseQuery(query, smallLexicon);
      const suggestion = parsed.kind === 'problem' ? parsed.problem.suggestion : undefined;
      expect(parseQuery(suggestion ?? '', smallLexicon).kind).toBe('topic');
    }
  });
});
