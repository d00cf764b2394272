import { expect, test } from 'vitest';
import { logCorrections } from '#journey/log-corrections.ts';
import { type Log, silentLog } from '#kernel/log.ts';
import type { Correction, StoryAccount } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';

type Logged = readonly [event: string, fields: unknown];

const taken = {
  statement: 'said-1',
  side: 'norland',
  belongsTo: 'surland',
  foundIn: 'article-2',
  stoodFrom: '2026-07-01T15:00:00.000Z',
  takenOffAt: '2026-07-01T16:00:00.000Z',
} as unknown as Correction;

/** An account with these corrections, in which norland's words stand or do not. */
function account(corrections: readonly Correction[], standing: readonly string[]): StoryAccount {
  const statements = standing.map((statement) => ({ statement }));
  return { corrections, sides: [{ side: 'norland', statements }] } as unknown as StoryAccount;
}

function loggedOf(before: StoryAccount, now: StoryAccount): readonly Logged[] {
  const logged: Logged[] = [];
  const log: Log = { ...silentLog, warn: (event, fields) => logged.push([event, fields]) };
  logCorrections({ before, story: { id: 'story-1', account: now } } as unknown as ToldStory, log);
  return logged;
}

test('words just taken off a side are logged, once', () => {
  const [standing, off] = [account([], ['said-1']), account([taken], [])];
  expect(loggedOf(standing, off)).toEqual([
    [
      'story.corrected',
      { story: 'story-1', statement: 'said-1', side: 'norland', belongsTo: 'surland', foundIn: 'article-2' },
    ],
  ]);
  expect(loggedOf(off, off)).toEqual([]);
});

test('a correction that is lifted is logged where the words stand under the side again', () => {
  const off = account([taken], []);
  expect(loggedOf(off, account([], ['said-1']))).toEqual([
    ['story.correction_lifted', { story: 'story-1', statement: 'said-1', side: 'norland' }],
  ]);
  expect(loggedOf(off, account([], []))).toEqual([]);
});
