import { describe, expect, test } from 'vitest';
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

test('an official text that attributes nothing leaves out what somebody of another side does, where it tells more', () => {
  const wordsOf = (text: string) => stated(TOWER, { text }).map(({ words }) => words);
  const call = 'Ana Miralda had a phone call with Ivo Torven.';
  const torven = 'Ivo Torven gave his firm support to the phone call.';
  expect(wordsOf(`${torven} ${call}`)).toEqual([call]);
  expect(wordsOf('Torven and Miralda had a phone call.')).toEqual(['Torven and Miralda had a phone call.']);
  expect(wordsOf('Sylvania is a neighbour. The phone call was long.')).toHaveLength(2);
  expect(wordsOf(torven)).toEqual([torven]);
});

test('a transcript shows what is said without the label of who says it', () => {
  const text =
    'President Ana Miralda: The phone call with Torven was useful.\n\nIvo Torven: I thank Freedonia.\n\nAna Miralda: Freedonia too.';
  expect(stated(TOWER, { text }).map(({ words }) => words)).toEqual([
    'The phone call with Torven was useful.',
  ]);
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
    'Good day, Mr Torven.',
    'Freedonia is glad of it.',
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

describe('a joint statement that one side publishes', () => {
  const said =
    'The two countries agreed to reopen the bridge. The Presidents stressed that the phone call was useful.';
  const both = [FREEDONIA, SYLVANIA];

  test.each([
    ['Joint statement by the Presidents of Freedonia and Sylvania', undefined],
    ['Joint statement with President Ivo Torven', undefined],
    ['Freedonia–Sylvania joint declaration', undefined],
    ['Sylvania', 'Joint Communiqué of Freedonia and Sylvania'],
  ])('is the own text of both: %s', (title, opening) => {
    const text = opening === undefined ? said : `${opening}\n\n${said}`;
    const words = stated(TOWER, { title, text });
    expect(words.length).toBeGreaterThan(0);
    expect(words.map(({ sides, hand }) => ({ sides, hand }))).toEqual(
      words.map(() => ({ sides: both, hand: 'own' })),
    );
  });

  test('is joint in French', () => {
    const title = 'Déclaration conjointe de la Fredonie et de la Sylvanie';
    const text = 'La Fredonie et la Sylvanie ont souligné que le pont serait rouvert.';
    expect(stated(TOWER, { title, text, language: 'fr' }).map(({ sides }) => sides)).toEqual([both]);
  });

  test.each([
    'Freedonia and Sylvania adopt a joint statement',
    'The President comments on the joint statement of Freedonia and Sylvania',
    'Joint statement on the crisis in Sylvania',
    'Joint statement by the President and the Prime Minister of Freedonia',
  ])('is none where the title only tells of one, or of others: %s', (title) => {
    const words = stated(TOWER, { title, text: said });
    expect(words.length).toBeGreaterThan(0);
    expect(words.flatMap(({ sides }) => sides)).not.toContain(SYLVANIA);
  });

  test.each([
    'The Presidents stressed that peace comes first. I thank my guest for the phone call.',
    'The Presidents stressed that peace comes first. Ivo Torven: Sylvania is glad of the phone call.',
  ])('is none where persons speak in turn: %s', (text) => {
    const title = 'Joint statement by the Presidents of Freedonia and Sylvania';
    const words = stated(TOWER, { title, text });
    expect(words.length).toBeGreaterThan(0);
    expect(words.flatMap(({ sides }) => sides)).not.toContain(SYLVANIA);
  });

  test('gives what one person says in it to that person’s side alone', () => {
    const title = 'Joint statement by the Presidents of Freedonia and Sylvania';
    const text = '“We paid for the bridge alone,” President Ana Miralda said.';
    expect(stated(TOWER, { title, text }).map(({ sides }) => sides)).toEqual([[FREEDONIA]]);
  });

  test.each([
    ['Joint statement by the Presidents of Freedonia and Sylvania', undefined],
    ['Freedonia–Sylvania joint declaration', undefined],
    ['Joint statement by the Presidents of Freedonia and Sylvania', 'Read the full document here.'],
  ])('has its title for words where no more is stored: %s', (title, summary) => {
    expect(stated(TOWER, { title, ...(summary !== undefined && { summary }) })).toMatchObject([
      { place: 'title', words: title, sides: both, hand: 'own', isQuoted: false },
    ]);
  });

  test.each([
    'Freedonia and Sylvania adopt a joint statement',
    'Joint statement on the crisis in Sylvania',
    'Telephone conversation with the President of Sylvania',
  ])('makes nobody speak by a title that does not name its authors: %s', (title) => {
    expect(stated(TOWER, { title })).toEqual([]);
    expect(stated(COURIER, { title: 'Joint statement by the Presidents of Freedonia and Sylvania' })).toEqual(
      [],
    );
  });

  test('is joint in the one sentence that tells what both say in it', () => {
    const text =
      'The President stressed that peace comes first. In a joint statement, Freedonia and Sylvania said that the bridge would reopen.';
    expect(stated(TOWER, { text }).map(({ sides }) => sides)).toEqual([[FREEDONIA], both]);
  });
});

function stated(
  outlet: Outlet,
  parts: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly language?: string;
  },
) {
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
