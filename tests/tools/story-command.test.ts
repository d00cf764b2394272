import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { StatementId } from '#statement/statement.ts';
import type { StoryId } from '#story/story.ts';
import { configFolder } from '../config/small-config.ts';
import { article, fingerprint, livingStory, statement } from '../contracts/sample-records.ts';
import { without } from '../contracts/without.ts';
import { type Run, runProgram } from './readout-process.ts';

/** Each test starts the program several times, which takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 90_000 });

const COURIER = 'courier' as OutletId;

/** Two stories of everyone's: R-ONE1 of three reports, R-TWO2 of one. Invented words, nobody's statement. */
async function twoStories() {
  const folder = await mkdtemp(join(tmpdir(), 'readout-story-'));
  const config = configFolder();
  const file = join(folder, 'readout.sqlite');
  await using database = await openSqliteLedger({ file });
  const { articles, stories } = database.ledger;
  for (const [story, shortName, openedAt, ids] of [
    ['one', 'R-ONE1', '08:00', ['a', 'b', 'c']],
    ['two', 'R-TWO2', '09:00', ['d']],
  ] as const) {
    const told = { shortName, openedAt: `2026-03-01T${openedAt}:00.000Z`, firstArticle: ids[0] as ArticleId };
    await stories.save(without(livingStory({ ...told, id: story as StoryId }), 'workspace', 'follows'));
    for (const id of ids) {
      const one = article({ id: id as ArticleId, outlet: COURIER, title: `Report ${id}` });
      await articles.save(without(one, 'workspace', 'outletName'), 'read');
      await stories.addArticle(story as StoryId, fingerprint(id, { outlet: COURIER }));
    }
  }
  const said = { article: 'b' as ArticleId, outlet: COURIER, speakerWords: 'the envoy', sides: [] };
  await stories.saveStatements('b' as ArticleId, [
    statement({ ...said, id: 's1' as StatementId, words: 'We are ready.' }),
    statement({ ...said, id: 's2' as StatementId, words: 'We were ready.', speakerWords: 'the minister' }),
  ]);
  return {
    readout: (...words: readonly string[]): Promise<Run> =>
      runProgram(words, {
        environment: { READOUT_CONFIG: config.path, READOUT_DATABASE: file, USER: 'ana' },
      }),
    open: () => openSqliteLedger({ file }),
    async [Symbol.asyncDispose]() {
      config[Symbol.dispose]();
      await rm(folder, { recursive: true });
    },
  };
}

test('a split says what it would do, and with --dry does nothing', async () => {
  await using at = await twoStories();
  const { status, output } = await at.readout('story', 'split', 'r-one1', 'A2', 'a3', '--dry');
  expect(output).toBe(
    [
      'R-ONE1 and its cards keep the part with the first report:',
      '  A1 The Courier: Report a',
      'A story of its own, never one with it again:',
      '  A2 The Courier: Report b',
      '  A3 The Courier: Report c',
      'Nothing was changed. Without --dry it is done.',
      '',
    ].join('\n'),
  );
  expect(status).toBe(0);
  await using database = await at.open();
  expect(await database.ledger.rulings.listWaiting()).toEqual([]);
});

test('a split is done at once where no Readout runs, whichever part is named', async () => {
  await using at = await twoStories();
  const { status, output } = await at.readout('story', 'split', 'R-ONE1', 'A1', 'A3');
  expect(output).toMatch(/R-ONE1 keeps 2 articles; 1 article is R-\w{4} now\.\n$/);
  expect(status).toBe(0);
  await using database = await at.open();
  const { stories, rulings } = database.ledger;
  expect(await stories.articlesOf('one' as StoryId)).toEqual(['a', 'c']);
  const other = await stories.storyOf('b' as ArticleId);
  expect(await rulings.areApart('one' as StoryId, other as StoryId)).toBe(true);
  expect(await rulings.find(1)).toMatchObject({ by: 'ana', decision: { kind: 'split' } });
});

test('a merge lets the older story live on', async () => {
  await using at = await twoStories();
  const { status, output } = await at.readout('story', 'merge', 'R-TWO2', 'R-ONE1');
  expect(output).toBe(
    [
      'R-ONE1, the older, lives on. R-TWO2 becomes part of it, with',
      '  A1 The Courier: Report d',
      'R-TWO2 is part of R-ONE1 now, which has 4 articles.',
      '',
    ].join('\n'),
  );
  expect(status).toBe(0);
  const again = await at.readout('story', 'merge', 'R-TWO2', 'R-ONE1');
  expect([again.status, again.complaint]).toEqual([78, expect.stringContaining('one story already: R-ONE1')]);
});

test('a side is ruled for one speaker or for all of an article, and read again', async () => {
  await using at = await twoStories();
  const sides = async () => {
    await using database = await at.open();
    return (await database.ledger.stories.statementsOf(['b' as ArticleId])).map((one) => one.sides);
  };
  const ruled = await at.readout('story', 'side', 'R-ONE1', 'S1', 'Freedonia');
  expect(ruled.output).toContain(
    'Words that speak for Freedonia from now on:\n  S1 (A2) the envoy: We are ready.\n',
  );
  expect(ruled.output).not.toContain('S2');
  expect(await sides()).toEqual([['freedonia' as ActorId], []]);

  expect((await at.readout('story', 'side', 'R-ONE1', 'A2', 'sylvania')).output).toContain('S2 (A2)');
  expect(await sides()).toEqual([['freedonia'], ['sylvania']]);
  await at.readout('story', 'side', 'R-ONE1', 'S1', 'none');
  expect(await sides()).toEqual([[], ['sylvania']]);
  await at.readout('story', 'side', 'R-ONE1', 'A2', 'read');
  expect(await sides()).toEqual([[], []]);
});

test('a running Readout is left running: it is handed the ruling, and what came of it is told', async () => {
  await using at = await twoStories();
  await using database = await at.open();
  await database.lease.take('another', new Date(), MINUTE_MS);
  const { rulings } = database.ledger;
  const asked = at.readout('story', 'split', 'R-ONE1', 'A3');
  const [ruling] = await vi.waitUntil(
    async () => {
      const waiting = await rulings.listWaiting();
      return waiting.length > 0 && waiting;
    },
    { timeout: 60_000 },
  );
  await rulings.close(ruling?.number ?? 0, 'Nothing was changed: it was busy.', new Date());
  const { status, output } = await asked;
  expect(output).toMatch(/Nothing was changed: it was busy\.\n$/);
  expect(status).toBe(1);
});

test.each([
  [['split', 'R-ONE1', 'A9'], 'R-ONE1 has no “A9”.', 78],
  [['split', 'R-ONE1', 'A1', 'A2', 'A3'], 'That is all of R-ONE1.', 78],
  [['split', 'R-NONE', 'A1'], "No story of everyone's news is called “R-NONE”.", 78],
  [['side', 'R-ONE1', 'S1', 'Atlantis'], '“Atlantis” is no side that is known.', 78],
  [['split', 'R-ONE1'], 'story split STORY ARTICLE… [--dry]', 64],
])('what names nothing is told: %j', async (words, complaint, status) => {
  await using at = await twoStories();
  const run = await at.readout('story', ...words);
  expect(run.complaint).toContain(complaint);
  expect(run.status).toBe(status);
});

test('story show and its like stay commands that chat has as well', async () => {
  await using at = await twoStories();
  expect((await at.readout('story', 'sources', 'R-ONE1')).output).toContain('A3 The Courier · media');
  expect((await at.readout('help', 'story', 'split')).output).toContain('ARTICLE…');
});
