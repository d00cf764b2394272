import { expect, test } from 'vitest';
import type { Article, ArticleId } from '#article/article.ts';
import type { FeedId } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { statementsOf } from '#statement/statements-of.ts';
import { FREEDONIA, LEXICON, read, SYLVANIA, TORVEN, WHITE_TOWER } from './invented-world.ts';

const COURIER: Outlet = {
  id: 'courier' as OutletId,
  name: 'The Courier',
  kind: 'media',
  owner: 'The Courier',
  languages: ['en'],
};
const TOWER: Outlet = { ...COURIER, id: 'tower' as OutletId, kind: 'official', voiceOf: WHITE_TOWER };

test('keeps the words exactly as the article has them', () => {
  const text = 'Torven said:  “We  want  to talk.”';
  const [statement] = stated(COURIER, { text });
  expect(statement).toMatchObject({ words: 'We  want  to talk.', speakerWords: 'Torven', isQuoted: true });
});

test('joins the parts of a parted quotation', () => {
  const [statement] = stated(COURIER, { text: '“We agree,” Torven said, “and will sign.”' });
  expect(statement?.words).toBe('We agree … and will sign.');
  expect(statement?.spans).toHaveLength(2);
});

test('is second-hand when another outlet quotes', () => {
  const [statement] = stated(COURIER, { text: 'Torven said the phone call was useful.' });
  expect(statement).toMatchObject({ hand: 'second', sides: [SYLVANIA], speaker: TORVEN });
});

test('an official text speaks for its own side', () => {
  const [statement] = stated(TOWER, { text: 'The President stressed that peace comes first.' });
  expect(statement).toMatchObject({
    hand: 'own',
    sides: [FREEDONIA],
    words: 'The President stressed that peace comes first.',
  });
});

test('in an official text a pronoun goes on for its own office', () => {
  const text = 'The President stressed that peace comes first. “We want a lasting peace,” he added.';
  expect(stated(TOWER, { text }).map(({ words, sides }) => [words, sides])).toEqual([
    ['The President stressed that peace comes first.', [FREEDONIA]],
    ['We want a lasting peace', [FREEDONIA]],
  ]);
});

test('an official text never speaks for another side', () => {
  const text = 'Torven told Miralda that his country wants peace. “We are ready,” Torven said.';
  expect(stated(TOWER, { text }).filter(({ sides }) => sides.includes(SYLVANIA))).toEqual([]);
});

test.each(['Torven denies it.', 'Torven denied this.'])('a denial without words tells none: %s', (text) => {
  expect(stated(COURIER, { text })).toEqual([]);
  expect(stated(COURIER, { text: 'Torven denied any visit.' })).toMatchObject([{ denies: true }]);
});

test('an official text never shows another’s quotation as its own words', () => {
  const text = 'The President stressed that he was glad when Torven said: “We want to sign.” He was pleased.';
  expect(stated(TOWER, { text }).filter(({ words }) => words.includes('We want to sign'))).toEqual([]);
});

test('an official text that attributes nothing speaks by its first telling sentences', () => {
  const text = 'Good morning. A phone call with Torven took place today. The weather was fine.';
  expect(stated(TOWER, { text }).map(({ words }) => words)).toEqual([
    'A phone call with Torven took place today.',
  ]);
});

test('an official text that attributes only to others speaks by what stands before them', () => {
  const text =
    'Miralda had a phone call with Torven. Torven told Miralda that his country wants peace. Sylvania is ready.';
  const said = stated(TOWER, { text });
  expect(said.map(({ words }) => words)).toEqual(['Miralda had a phone call with Torven.']);
  expect(said[0]).toMatchObject({ hand: 'own', sides: [FREEDONIA] });
  const lead = 'Miralda had a phone call with Torven.';
  const whole = { summary: lead, text: 'Torven told Miralda that his country wants peace.' };
  expect(stated(TOWER, whole).map(({ words }) => words)).toEqual([lead]);
});

test('an official transcript speaks for its own side by its own turns alone', () => {
  const text =
    'Miralda and Torven had a phone call. Ana Miralda: Good day, Mr Torven. Ivo Torven (translated): Sylvania wants a phone call every day. The President stressed that Sylvania comes first.\nAna Miralda: Freedonia is glad of it.';
  expect(stated(TOWER, { text }).map(({ words }) => words)).toEqual([
    'Miralda and Torven had a phone call.',
    'Ana Miralda: Good day, Mr Torven.',
    'Ana Miralda: Freedonia is glad of it.',
  ]);
});

test('an official press review speaks for nobody by the words of outlets', () => {
  for (const label of [
    'The Sylvania Courier',
    'Freedonia Inter',
    'Question',
    'Sylvanian critic Boris Miralda',
  ]) {
    expect(stated(TOWER, { text: `${label}: Freedonia is on its knees after the phone call.` })).toEqual([]);
  }
});

test('leaves out words told inside another’s words', () => {
  const text = 'The White Tower said Torven had told Miralda that talks go on.';
  expect(stated(COURIER, { text }).map(({ speaker }) => speaker)).toEqual([WHITE_TOWER]);
});

test('leaves out a pronoun nobody can name', () => {
  expect(stated(COURIER, { text: 'He said the phone call was useful.' })).toEqual([]);
});

test('says once what summary and text both say', () => {
  const said = 'Torven said the phone call was useful.';
  expect(stated(COURIER, { summary: said, text: `${said} It lasted an hour.` })).toHaveLength(1);
});

test('names a statement by its article and place', () => {
  const text = 'Torven said the phone call was useful.';
  const [one] = stated(COURIER, { text });
  const [same] = stated(COURIER, { text });
  const [elsewhere] = stated(COURIER, { summary: text });
  expect(one?.id).toBe(same?.id);
  expect(one?.id).not.toBe(elsewhere?.id);
});

function stated(outlet: Outlet, parts: { readonly summary?: string; readonly text?: string }) {
  const article: Article = {
    id: 'article' as ArticleId,
    feed: 'feed' as FeedId,
    outlet: outlet.id,
    title: 'Untitled',
    isFullText: true,
    seenAt: '2026-05-04T12:00:00Z',
    edition: 1,
    isArchive: false,
    ...parts,
  };
  return statementsOf(article, outlet, read(parts), LEXICON);
}
