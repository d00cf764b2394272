import { expect, test } from 'vitest';
import { changesBetween } from '#card/changes-between.ts';
import type { View } from '#card/view.ts';
import type { StoryAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { lexicon, report, says } from '../story/invented-world.ts';
import {
  accountsOf,
  dossierOf,
  english,
  firstReport,
  french,
  misplaced,
  northText,
  plain,
  southText,
} from './dossiers.ts';

type Step = { readonly articles: readonly ArticleFacts[]; readonly at: string };

function changesOf(earlier: Step, later: Step, view: View = english) {
  const [before, after] = accountsOf([earlier, later]) as [StoryAccount, StoryAccount];
  return changesBetween(before, dossierOf(later.articles, after), view, lexicon).map(
    ({ key, kind, line }) => ({
      key,
      kind,
      line: plain(line),
    }),
  );
}

test('a first card has no changes: it says everything itself', () => {
  expect(changesBetween(undefined, dossierOf([firstReport]), english, lexicon)).toEqual([]);
});

test('the second side speaking is said once, by the name under which it spoke', () => {
  const both = { articles: [firstReport, southText], at: '16:43' };
  expect(changesOf({ articles: [firstReport], at: '15:41' }, both)).toEqual([
    {
      key: 'side-spoke:surland',
      kind: 'side-spoke',
      line: 'South Palace has spoken (16:40) on “Berg Moran call”. Both sides have now spoken.',
    },
  ]);
  expect(changesOf(both, both)).toEqual([]);
});

test('the own text of a side known second-hand is an official confirmation', () => {
  expect(
    changesOf({ articles: [firstReport], at: '15:41' }, { articles: [firstReport, northText], at: '15:58' }),
  ).toEqual([
    {
      key: 'confirmed:norland',
      kind: 'confirmed',
      line: 'North Palace: own text published (15:55) on “Berg Moran call”.',
    },
  ]);
});

test('another report of the same is no change', () => {
  const again = report('courier', '17:00', { said: [says('norland', 'a long talk')] });
  expect(
    changesOf({ articles: [firstReport], at: '15:41' }, { articles: [firstReport, again], at: '17:03' }),
  ).toEqual([]);
});

test('a correction says which words, whose they are, and how long they stood wrong', () => {
  const corrected = changesOf(
    { articles: [firstReport, misplaced], at: '16:15' },
    { articles: [firstReport, misplaced, southText], at: '18:52' },
    french,
  );
  expect(corrected).toContainEqual({
    key: 'corrected:norland: un règlement durable',
    kind: 'corrected',
    line: 'RECTIFICATION sur « Berg Moran appel » : « un règlement durable » figure dans le texte de : South Palace. Figurait ici sous Norlande de 16:15 à 18:52.',
  });
});

test('a correction that does not hold is taken back by a line of its own', () => {
  const own = report('north', '17:00', {
    language: 'fr',
    text: 'Nous voulons un règlement durable, dit la présidente.',
  });
  const all = [firstReport, misplaced, southText, own];
  const [, before, after] = accountsOf([
    { articles: [firstReport, misplaced], at: '16:15' },
    { articles: [firstReport, misplaced, southText], at: '18:52' },
    { articles: all, at: '19:10' },
  ]) as [StoryAccount, StoryAccount, StoryAccount];
  const changes = changesBetween(before, dossierOf(all, after), french, lexicon);
  expect(changes.map(({ key }) => key)).toContain('corrected:norland: un règlement durable:lifted');
  const change = changes.find(({ kind }) => kind === 'corrected');
  expect(change && plain(change.line)).toMatch(
    /^RECTIFICATION sur .* : « un règlement durable » figure de nouveau sous Norlande/,
  );
});

test('of a report that quoted words, a correction names only what stood between marks', () => {
  const quoting = report('courrier', '16:12', {
    said: [says('norland', 'Il faut « un règlement durable » au Nord', { isQuoted: false, language: 'fr' })],
  });
  const [change] = changesOf(
    { articles: [firstReport, quoting], at: '16:15' },
    { articles: [firstReport, quoting, southText], at: '18:52' },
  ).filter(({ kind }) => kind === 'corrected');
  expect(change?.line).toMatch(/: « un règlement durable » is in South Palace's own text/);
});

test('a denial and a withdrawal are told', () => {
  const planned = report('courier', '18:40', {
    title: 'Berg to fly to Surland next week',
    status: 'planned',
  });
  const denial = report('wire', '19:35', {
    title: 'Norland denies a visit is planned',
    status: 'denied',
    said: [says('norland', 'No such visit is planned', { denies: true })],
  });
  const takenBack = report('courier', '18:40', {
    title: 'Withdrawn: Berg to fly to Surland next week',
    edition: 2,
    earlier: planned.article,
  });
  expect(
    changesOf({ articles: [planned], at: '18:43' }, { articles: [planned, denial], at: '19:38' }).map(
      ({ line }) => line,
    ),
  ).toEqual(['DENIED by Norland (19:35): “Berg Moran call”.']);
  expect(
    changesOf(
      { articles: [planned, denial], at: '19:38' },
      { articles: [planned, denial, report('echo', '19:50')], at: '19:53' },
    ),
  ).toEqual([]);
  expect(
    changesOf({ articles: [planned, denial], at: '19:38' }, { articles: [takenBack, denial], at: '20:10' }),
  ).toEqual([
    {
      key: 'withdrawn:courier 18:40',
      kind: 'withdrawn',
      line: 'WITHDRAWN by The Courier (20:10): “Berg to fly to Surland next week”.',
    },
  ]);
});
