import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '#topic/parse-query.ts';
import type { ParsedQuery } from '#topic/topic.ts';
import { affairLexicon } from '../match/affair-lexicon.ts';

/** What people may type: words that mean something, words that do not, every operator, and rubbish. */
const piece = oneof(
  constantFrom(
    'Macron',
    'Putin',
    'France',
    'call',
    'truce',
    'grain',
    'bridge',
    'the',
    'Подебрады',
    '北京',
    'İstanbul',
  ),
  constantFrom('OR', 'AND', '-', '(', ')', '"', '“', '”', '«', '»', 'near/3', 'near/99', 'near/'),
  constantFrom(
    'title:',
    'title:grain',
    'kind:wire',
    'kind:',
    '-lang:fr',
    'country:France',
    'outlet:"',
    'lang:xx1',
  ),
  string({ unit: 'binary', maxLength: 8 }),
  constantFrom('\u0000', '\u200b', '\u202e', '\ud800', '👩‍👩‍👧', '\t\n', '*', ':', '/', '\\'),
);
const query = array(piece, { maxLength: 30 }).chain((pieces) =>
  constantFrom(' ', '', '  ').map((space) => pieces.join(space)),
);

function expectTopicSuggested(parsed: ParsedQuery): void {
  if (parsed.kind === 'topic' || parsed.problem.suggestion === undefined) return;
  expect(parseQuery(parsed.problem.suggestion, affairLexicon).kind).toBe('topic');
}

describe('any query', () => {
  test('is a topic, or a problem with its place and a sentence about it', () => {
    assert(
      property(query, (written) => {
        const parsed = parseQuery(written, affairLexicon);
        if (parsed.kind === 'topic') return parsed.topic.parts.length > 0 && parsed.topic.canonical !== '';
        return parsed.problem.place >= 1 && parsed.problem.message.endsWith('.');
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test('means the same each time, and what it suggests is a topic', () => {
    assert(
      property(query, (written) => {
        const parsed = parseQuery(written, affairLexicon);
        expect(parseQuery(written, affairLexicon)).toEqual(parsed);
        expectTopicSuggested(parsed);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test('of little but operators suggests a topic or nothing', () => {
    const operator = constantFrom(
      'OR',
      'NOT',
      '-',
      '--',
      '(',
      ')',
      '((',
      '"',
      'near/3',
      'near/',
      'title:(',
      'a*',
    );
    const soup = array(oneof(operator, operator, constantFrom('Macron', 'grain', 'lang:fr')), {
      maxLength: 12,
    });
    assert(
      property(soup, constantFrom(' ', ''), (pieces, space) => {
        expectTopicSuggested(parseQuery(pieces.join(space), affairLexicon));
      }),
      { numRuns: 2_000, seed: 8 },
    );
  });

  test('asks for something: no topic has only exclusions, restrictions or empty words', () => {
    assert(
      property(query, (written) => {
        const parsed = parseQuery(written, affairLexicon);
        if (parsed.kind === 'problem') return;
        for (const part of parsed.topic.parts) {
          if (part.kind === 'actor') expect(part.actors).not.toEqual([]);
          if (part.kind === 'event') expect(part.events).not.toEqual([]);
          if (part.kind === 'words' && !part.concept) {
            expect(part.stems).not.toEqual([]);
            expect(part.stems).not.toContain('');
          }
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test.each([
    ['10 kB long', 'grain '.repeat(1_700)],
    ['10 kB of one word', 'x'.repeat(10_000)],
    ['10 kB of open parentheses', '('.repeat(10_000)],
    ['200 alternatives', Array.from({ length: 200 }, (_, n) => `w${n}`).join(' OR ')],
    ['control characters', '\u0000\u0001\u0007'],
    ['only exclusions', '-Macron -"phone call" -(Putin OR grain)'],
    ['marks that are no letters', '"ʼ" ᳐'],
    ['only restrictions', 'title:grain kind:wire'],
  ])('that is %s is refused', (_, written) => {
    expect(parseQuery(written, affairLexicon).kind).toBe('problem');
  });
});
