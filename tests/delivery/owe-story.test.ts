import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { oweStory } from '#delivery/owe-story.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import type { StoryId } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { livingStory, workspace } from '../contracts/sample-records.ts';
import { aCard, after, aPost, desk, NOON, talks } from './owed.ts';

test('when two stories turn out to be one, the younger card becomes one line that says where it went', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-merge-'));
  await using database = await openSqliteLedger({ file: join(folder, 'a.sqlite') });
  const { ledger } = database;
  await ledger.workspaces.save(workspace({ id: desk.workspace }));
  await ledger.workspaces.saveChannel(desk);
  const younger = 'story-of-the-younger' as StoryId;
  const shown = { state: 'sent', shown: 1, postedAt: NOON.toISOString() } as const;
  await ledger.deliveries.savePost(aPost(shown));
  await ledger.deliveries.savePost({ ...aPost(shown), key: 'younger' as never, story: younger });

  const older = livingStory({ id: talks, shortName: 'R-7K2Q' });
  const told = { story: older, merged: [livingStory({ id: younger })] } as unknown as ToldStory;
  const card = aCard({ headline: 'Both are one' });
  const owing = {
    channel: desk,
    card,
    changes: [],
    subscriptions: [],
    joining: [],
    silent: [],
    isOver: false,
  } as unknown as Owing;
  await ledger.transaction((stores) => oweStory(owing, told, stores, after(1_000)));

  const pointed = await ledger.deliveries.findPost(desk.id, younger);
  expect(pointed).toMatchObject({ wanted: 2, state: 'pending' });
  expect(pointed?.card.status).toEqual([{ kind: 'text', text: 'NOW PART OF ▸ R-7K2Q' }]);
  expect(pointed?.card.summary).toEqual([]);
  expect((await ledger.deliveries.findPost(desk.id, talks))?.card.headline).toBe('Both are one');
  await rm(folder, { recursive: true, force: true });
});
