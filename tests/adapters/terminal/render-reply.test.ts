import { expect, test } from 'vitest';
import { renderReply } from '#adapters/terminal/render-reply.ts';
import { day, dayAndTime, say, time } from '#command/words/say.ts';

const AT = new Date('2026-03-02T12:00:00Z');
const plain = { isPlain: true, width: 60 };
const view = { language: 'en', zone: 'UTC' };

test('a reply is wrapped, and what can be done next stands below as commands', () => {
  const lines = [say`**#desk now watches “talks”.** Understood as: Ruritania + Syldavia + talks.`];
  const actions = [{ label: 'Undo', command: 'watch remove talks' }];
  expect(renderReply({ kind: 'done', lines, actions }, view, AT, plain)).toEqual([
    '#desk now watches “talks”. Understood as: Ruritania +',
    'Syldavia + talks.',
    '  → Undo: npm run -s readout -- watch remove talks',
  ]);
});

test('a command can be pasted into a shell whatever the topic holds', () => {
  const actions = [{ label: 'Yes', command: "watch add (Ruritania OR côte d'Ivoire) $HOME" }];
  expect(renderReply({ kind: 'refused', lines: [], actions }, view, AT, plain)).toEqual([
    String.raw`  → Yes: npm run -s readout -- watch add '(Ruritania' OR côte 'd'\''Ivoire)' '$HOME'`,
  ]);
});

test('a caret stays below the place it points at', () => {
  const lines = [say`${'a\u00a0(b'}`, say`${'\u00a0\u00a0^'}`];
  expect(renderReply({ kind: 'refused', lines }, view, AT, plain)).toEqual(['a\u00a0(b', '\u00a0\u00a0^']);
});

test('hours are told with their zone, once a line, and days without', () => {
  const [first, last] = ['2026-03-02T06:00:00Z', '2026-03-02T06:05:00Z'];
  const lines = [
    say`published ${dayAndTime(first)}, seen ${time(last)} · World Wire`,
    say`${day(first)} · a call`,
  ];
  const shown = (language: string, zone: string) =>
    renderReply({ kind: 'answer', lines }, { language, zone }, AT, plain);
  expect(shown('en', 'UTC')).toEqual([
    'published 2 Mar, 06:00, seen 06:05 UTC · World Wire',
    '2 Mar 2026 · a call',
  ]);
  expect(shown('fr', 'Europe/Paris')[0]).toContain('07 h 05 UTC+1');
});
