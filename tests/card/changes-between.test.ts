import { expect, test } from 'vitest';
import { changesBetween } from '#card/changes-between.ts';
import type { View } from '#card/view.ts';
import type { StoryAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { actor, lexicon, report, says } from '../story/invented-world.ts';
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

const jointText = report('south', '16:40', {
  title: 'Joint statement of Norland and Surland',
  text: 'Norland and Surland welcome the truce.',
  said: [
    says('surland', 'Norland and Surland welcome the truce.', {
      hand: 'own',
      isQuoted: false,
      sides: [actor('surland'), actor('norland')],
    }),
  ],
});

test('a joint text is one line that names all whose text it is and who published it', () => {
  const quiet = report('wire', '15:38');
  expect(
    changesOf({ articles: [quiet], at: '15:41' }, { articles: [quiet, jointText], at: '16:43' }),
  ).toEqual([
    {
      key: 'side-spoke:norland+surland',
      kind: 'side-spoke',
      line: 'South Palace: joint text of Norland and Surland published (16:40) on “Berg Moran call”. Both sides have now spoken.',
    },
  ]);
  expect(
    changesOf({ articles: [quiet], at: '15:41' }, { articles: [quiet, jointText], at: '16:43' }, french).map(
      ({ line }) => line,
    ),
  ).toEqual([
    'South Palace : texte commun publié, Norlande et Surlande (16:40) sur « Berg Moran appel ». Les deux parties se sont désormais exprimées.',
  ]);
});

test('a joint text is one line where one of the sides had been quoted before', () => {
  expect(
    changesOf({ articles: [firstReport], at: '15:41' }, { articles: [firstReport, jointText], at: '16:43' }),
  ).toEqual([
    {
      key: 'side-spoke:norland+surland',
      kind: 'side-spoke',
      line: 'South Palace: joint text of Norland and Surland published (16:40) on “Berg Moran call”. Both sides have now spoken.',
    },
  ]);
});

test('a joint text of sides that had been quoted is one official confirmation', () => {
  const quoted = report('courier', '15:50', {
    said: [says('norland', 'a long talk'), says('surland', 'a short talk')],
  });
  expect(
    changesOf({ articles: [quoted], at: '15:53' }, { articles: [quoted, jointText], at: '16:43' }),
  ).toEqual([
    {
      key: 'confirmed:norland+surland',
      kind: 'confirmed',
      line: 'South Palace: joint text of Norland and Surland published (16:40) on “Berg Moran call”.',
    },
  ]);
});

test('words that others report of several together are one line as well', () => {
  const quiet = report('wire', '15:38');
  const together = report('courier', '16:40', {
    said: [
      says('norland', 'we welcome the truce', { sides: [actor('norland'), actor('surland')] }),
      says('surland', 'a good day for us', {}),
    ],
  });
  expect(
    changesOf({ articles: [quiet], at: '15:41' }, { articles: [quiet, together], at: '16:43' }),
  ).toMatchObject([
    {
      key: 'side-spoke:norland+surland',
      line: 'Norland and Surland have spoken (16:40) on “Berg Moran call”. Both sides have now spoken.',
    },
  ]);
});

test('two sides that are heard by one article each for itself are two lines', () => {
  const quiet = report('wire', '15:38');
  const both = report('courier', '16:40', {
    said: [says('norland', 'a long talk'), says('surland', 'a short talk')],
  });
  expect(
    changesOf({ articles: [quiet], at: '15:41' }, { articles: [quiet, both], at: '16:43' }).map(
      ({ key }) => key,
    ),
  ).toEqual(['side-spoke:norland', 'side-spoke:surland']);
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
