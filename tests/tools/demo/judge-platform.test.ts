import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Post } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import { judgePlatform } from '#tools/demo/judge-platform.ts';
import type { Look } from '#tools/demo/simulated-platform.ts';
import { channel, livingStory, post, workspace } from '../../contracts/sample-records.ts';
import { without } from '../../contracts/without.ts';

const there = channel({ platform: 'slack' });
const terminal = channel({
  id: 'terminal' as ChannelId,
  platform: 'terminal',
  workspace: 'here' as WorkspaceId,
});

/** A ledger with one story, posted to these channels, is held against what stands on the platform. */
async function problemsOf(
  posts: readonly Post[],
  messages: Look['messages'],
  violations: readonly string[] = [],
) {
  await using database = await openSqliteLedger({ file: ':memory:' });
  const { ledger } = database;
  for (const id of [there.workspace, terminal.workspace]) await ledger.workspaces.save(workspace({ id }));
  for (const one of [there, terminal]) await ledger.workspaces.saveChannel(one);
  // Of everyone: the terminal and the platform both show it.
  await ledger.stories.save(without(livingStory(), 'workspace'));
  for (const one of posts) await ledger.deliveries.savePost(one);
  const look = async (): Promise<Look> => ({ messages, violations });
  return (await judgePlatform({ platform: 'slack', name: 'Slack', look }, ledger)).problems;
}

const posted = (changes: Partial<Post> = {}): Post =>
  post({ channel: there.id, story: livingStory().id, message: '1' as MessageId, state: 'sent', ...changes });

const onTerminal = posted({ channel: terminal.id, key: postKey(terminal, livingStory().id) });
const card = { id: '1', said: ['first', 'second'] };
const { shortName } = livingStory();

test('a story with its one card and a pointer has no problem', async () => {
  const pointer = { id: '2', answers: '1', said: ['a side has spoken'] };
  expect(await problemsOf([posted(), onTerminal], [card, pointer])).toEqual([]);
});

test('a card that stands twice is a problem', async () => {
  expect(await problemsOf([posted()], [card, { ...card, id: '3' }])).toEqual(['Slack: cards 2, stories 1']);
});

test('a card of a story that has become part of another is none', async () => {
  const merged = posted({
    story: 'story-2' as StoryId,
    key: 'post-2' as DeliveryKey,
    message: '3' as MessageId,
  });
  expect(await problemsOf([posted(), merged], [card, { ...card, id: '3' }])).toEqual([]);
});

test('a card that does not stand there is a problem', async () => {
  expect(await problemsOf([posted()], [])).toEqual([
    `Slack: ${shortName} has no card any more: 1 does not stand there`,
  ]);
});

test('a card that never arrived is a problem, with the reason', async () => {
  const { message: _message, ...dead } = posted({ state: 'dead', reason: 'not-in-channel' });
  expect(await problemsOf([dead], [])).toEqual([`Slack: ${shortName} has no card: dead, not-in-channel`]);
});

test('a story that only the terminal shows is a problem', async () => {
  expect(await problemsOf([onTerminal], [])).toEqual([`Slack: ${shortName} stands in the terminal only`]);
});

test('what the platform would not have taken is a problem', async () => {
  expect(await problemsOf([], [], ['chat.update: too many blocks'])).toEqual([
    'Slack: chat.update: too many blocks',
  ]);
});
