import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '#config/read-config.ts';
import type { Actor, Term } from '#lexicon/actor.ts';
import { sideOf } from '#lexicon/side-of.ts';

const { lexicon, catalogue, starters } = readConfig({});
const actors = [...lexicon.actors.values()];

/** Whom one person holds at a time; ministers and envoys there may be several. */
const SINGLE_ROLES = new Set(['president', 'prime-minister', 'chancellor', 'pope']);
const holdings = actors.flatMap((actor) => (actor.terms ?? []).map((term) => ({ actor, term })));
const isChecked = ({ source }: Term): boolean => source !== 'unchecked';

describe('the config folder that comes with the program', () => {
  test('has nothing wrong and holds enough to begin with', () => {
    expect(catalogue.outlets.length).toBeGreaterThanOrEqual(60);
    expect(starters.length).toBeGreaterThanOrEqual(12);
    expect(lexicon.actors.size).toBeGreaterThanOrEqual(80);
    expect(lexicon.events.size).toBeGreaterThanOrEqual(10);
  });

  test('names heads of state and government in English, French and Russian', () => {
    const heads = holdings.filter(({ term }) => SINGLE_ROLES.has(term.role)).map(({ actor }) => actor);
    expect(new Set(heads).size).toBeGreaterThan(20);
    const unnamed = [...new Set(heads)].filter(
      (head) => !['en', 'fr', 'ru'].every((code) => isNamed(head, code)),
    );
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });

  test('gives no office of one holder to two at once', () => {
    const single = holdings.filter(({ term }) => SINGLE_ROLES.has(term.role) && isChecked(term));
    expect(single.length).toBeGreaterThan(20);
    const clashes = single.flatMap((one, index) =>
      single
        .slice(index + 1)
        .filter(
          (other) =>
            other.actor !== one.actor &&
            other.term.role === one.term.role &&
            other.term.of === one.term.of &&
            overlap(one.term, other.term),
        )
        .map((other) => `${one.term.role} of ${one.term.of}: ${one.actor.id} and ${other.actor.id}`),
    );
    expect(clashes).toEqual([]);
  });

  test('knows a side for every outlet that is somebody’s voice', () => {
    const voices = catalogue.outlets.filter(({ voiceOf }) => voiceOf !== undefined);
    expect(voices.length).toBeGreaterThan(5);
    const sideless = voices.filter(
      ({ voiceOf }) => voiceOf && !sideOf(voiceOf, lexicon, new Date('2026-01-01T00:00:00Z')),
    );
    expect(sideless.map(({ id }) => id)).toEqual([]);
  });

  test('claims of a feed no more than the day on which it was seen working', () => {
    const table = parse(readFileSync('config/feeds.yaml', 'utf8')) as {
      readonly outlets: Readonly<
        Record<string, { readonly feeds?: readonly { readonly seen_working: string }[] }>
      >;
    };
    const claims = Object.values(table.outlets).flatMap(({ feeds = [] }) =>
      feeds.map((feed) => feed.seen_working),
    );
    expect(claims.length).toBe(catalogue.feeds.length);
    expect(claims.filter((claim) => claim !== 'never' && !/^\d{4}-\d{2}-\d{2}$/.test(claim))).toEqual([]);
  });
});

/** What holds in any language is written in Latin letters, which Russian readers are not to be left with. */
const isNamed = ({ names }: Actor, language: string): boolean =>
  [...(names[language] ?? []), ...(language === 'ru' ? [] : (names['any'] ?? []))].some((name) =>
    (language === 'ru' ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u).test(name),
  );

/** Terms touch on the day of a handover; a date to the month or year counts from its first day. */
const overlap = (one: Term, other: Term): boolean =>
  one.from < (other.to ?? '9999') && other.from < (one.to ?? '9999');
