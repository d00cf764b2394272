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
    ['Keir Starmer Macron call', 'Starmer Macron call'],
    ['keir starmer macron call', 'Starmer Macron call'],
    ['appel François Hollande Macron', 'Hollande Macron call'],
  ])('knows somebody by the full name that cards show: “%s” is “%s”', (full, short) => {
    expect(topicOf(full).id).toBe(topicOf(short).id);
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

  test.each([
    ['Рutin call', 'Putin call'],
    ['Путин звoнок', 'Путин звонок'],
    ['Putin\u0000call', 'Putin call'],
    ['Putin\u202ecall', 'Putin call'],
    ['Pu\u200btin call', 'Putin call'],
  ])('“%s” hides nothing: it is “%s”', (query, plain) => {
    expect(canonicalOf(query)).toBe(canonicalOf(plain));
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

  test('NOT leaves out, as the minus does', () => {
    expect(canonicalOf('Putin NOT Macron')).toBe(canonicalOf('Putin -Macron'));
    expect(canonicalOf('Putin NOT lang:fr')).toBe(canonicalOf('Putin -lang:fr'));
  });

  test.each([
    ['titre:grain', 'title:grain'],
    ['média:one', 'outlet:one'],
    ['genre:wire', 'kind:wire'],
    ['langue:fr', 'lang:fr'],
    ['-pays:France', '-country:France'],
  ])('%s is read as %s', (french, english) => {
    expect(canonicalOf(`Macron ${french}`)).toBe(canonicalOf(`Macron ${english}`));
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
    ['Macron (Putin call', 8, 'Macron Putin call'],
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

  test.each([
    ['(Macron OR -Putin)', 9, 'choice-of-limits'],
    ['-Macron OR Putin', 9, 'choice-of-limits'],
    ['-( OR )', 4, 'nothing-before'],
    ['Macron OR (Putin -grain)', 8, 'choice-of-limits'],
    ['Macron OR lang:fr', 8, 'choice-of-limits'],
    ['title:(Macron OR Putin)', 1, 'field-of-group'],
    ['Mac?on call', 1, 'wildcard'],
    ['--', 1, 'bare-minus'],
    ['near/3 near/3', 1, 'nothing-before'],
    ['((', 2, 'never-closed'],
    ['🇺🇦 🇷🇺', 1, 'no-words'],
    ['(lang:fr)', 1, 'only-limits'],
  ])('in “%s” stands at character %i and is %s, with no other query that means it', (query, place, kind) => {
    const parsed = parseQuery(query, smallLexicon);
    expect(parsed).toMatchObject({ kind: 'problem', problem: { place, fault: { kind } } });
    expect(parsed).not.toHaveProperty('problem.suggestion');
  });

  test.each([
    ['Macron near/ Putin', 8, 'near-distance', 'Macron near/5 Putin'],
    ['Macron near/-1 Putin', 8, 'near-distance', 'Macron near/5 Putin'],
    ['Macron near/0 Putin', 8, 'near-distance', 'Macron near/5 Putin'],
    ['Macron near/99999 Putin', 8, 'near-distance', 'Macron near/99 Putin'],
    ['Macron NEAR Putin', 8, 'near-distance', 'Macron near/5 Putin'],
    ['topic:Macron call', 1, 'no-field', 'topic Macron call'],
    ['Macron sanction*', 8, 'wildcard', 'Macron sanction'],
    ['Macron https://outlet.example/grain', 8, 'a-link', 'Macron'],
    ['Macron lang:xx', 8, 'no-language', 'Macron'],
    ['Macron OR (', 11, 'never-closed', 'Macron'],
    ['Macron )) ((', 8, 'closes-nothing', 'Macron'],
    ['Macron -"', 9, 'open-quotation', 'Macron'],
    ['Macron OR (Putin call', 11, 'never-closed', 'Macron OR (Putin call)'],
    ['title:Macron', 1, 'only-title', 'Macron title:Macron'],
    ['-(Macron)', 1, 'only-limits', '(Macron)'],
    ['(-Macron)', 1, 'only-limits', '(Macron)'],
    ['NOT Macron', 1, 'only-limits', 'Macron'],
  ])(
    'in “%s” stands at character %i and is %s, with “%s” as the way out',
    (query, place, kind, suggestion) => {
      expect(parseQuery(query, smallLexicon)).toMatchObject({
        kind: 'problem',
        problem: { place, fault: { kind }, suggestion },
      });
    },
  );

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
