import { describe, expect, test } from 'vitest';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import type { Subscription, SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';
import {
  article,
  at,
  channel,
  fingerprint,
  livingStory,
  match,
  moment,
  subscription,
  topic,
  workspace,
} from './sample-records.ts';
import { without } from './without.ts';

const [first, second, third] = ['topic-1', 'topic-2', 'topic-3'] as unknown as readonly [
  TopicId,
  TopicId,
  TopicId,
];
const otherChannel = 'channel-2' as ChannelId;

const watching = (id: string, changes: Partial<Subscription> = {}): Subscription =>
  subscription({ id: id as SubscriptionId, ...changes });

/** Another workspace watches the first topic. */
async function watchElsewhere(
  workspaces: Ledger['workspaces'],
  subscriptions: Ledger['subscriptions'],
): Promise<void> {
  const elsewhere = 'workspace-2' as WorkspaceId;
  await workspaces.save(workspace({ id: elsewhere }));
  await workspaces.saveChannel(channel({ id: 'channel-9' as ChannelId, workspace: elsewhere }));
  await subscriptions.add(watching('elsewhere', { workspace: elsewhere, channel: 'channel-9' as ChannelId }));
}

/** What every topic store and every subscription store promise; topics are there because somebody watches. */
export function describeSubscriptionStore(open: () => Promise<Ledger>): void {
  async function withDesk(): Promise<Ledger> {
    const ledger = await open();
    await ledger.workspaces.save(workspace());
    await ledger.workspaces.saveChannel(channel());
    await ledger.workspaces.saveChannel(channel({ id: otherChannel }));
    for (const id of [first, second, third])
      await ledger.topics.save(topic({ id, written: `words of ${id}` }));
    return ledger;
  }

  describe('topics', () => {
    test('a topic keeps the words in which it was first written', async () => {
      const { topics } = await withDesk();
      await topics.save(topic({ id: first, written: 'other words' }));
      expect(await topics.findWritten(first)).toBe('words of topic-1');
      expect(await topics.findWritten('unheard-of' as TopicId)).toBeUndefined();
    });

    test('watched topics are listed once each, however many watch them', async () => {
      const { topics, subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { channel: otherChannel }));
      expect(await topics.listWatched()).toEqual([{ id: first, written: 'words of topic-1' }]);
    });
  });

  describe('subscriptions', () => {
    test('a subscription comes back as it was added', async () => {
      const { subscriptions } = await withDesk();
      const quiet = without(watching('b', { topic: second, createdAt: at('07:30') }), 'mention');
      expect(await subscriptions.add(watching('a'))).toBe('added');
      expect(await subscriptions.add(quiet)).toBe('added');
      expect(await subscriptions.find('a' as SubscriptionId)).toEqual(watching('a'));
      expect(await subscriptions.listByChannel('channel-1' as ChannelId)).toEqual([watching('a'), quiet]);
    });

    test('those of a workspace are listed from all its channels, and no others', async () => {
      const { subscriptions, workspaces } = await withDesk();
      await watchElsewhere(workspaces, subscriptions);
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { channel: otherChannel, createdAt: at('07:30') }));
      const listed = await subscriptions.listByWorkspace(workspace().id);
      expect(listed.map(({ id }) => id)).toEqual(['a', 'b']);
    });

    test('a channel watches a topic once, and a second time changes nothing', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      const version = await subscriptions.version();
      expect(await subscriptions.add(watching('b', { name: 'again' }))).toBe('already-there');
      expect(await subscriptions.add(watching('a', { name: 'again' }))).toBe('already-there');
      expect(await subscriptions.find('a' as SubscriptionId)).toEqual(watching('a'));
      expect(await subscriptions.count()).toBe(1);
      expect(await subscriptions.version()).toBe(version);
    });

    test('the version rises with every add and remove', async () => {
      const { subscriptions } = await withDesk();
      const versions = [await subscriptions.version()];
      await subscriptions.add(watching('a'));
      versions.push(await subscriptions.version());
      expect(await subscriptions.remove('a' as SubscriptionId)).toBe(true);
      versions.push(await subscriptions.version());
      expect(await subscriptions.remove('a' as SubscriptionId)).toBe(false);
      expect(versions).toEqual([...new Set(versions)].toSorted((left, right) => left - right));
      expect(await subscriptions.version()).toBe(versions.at(-1));
    });

    test('those that watch a topic are listed, paused or not', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { topic: second, isPaused: true }));
      await subscriptions.add(watching('c', { topic: third }));
      expect((await subscriptions.listByTopics([first, second])).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await subscriptions.listByTopics([])).toEqual([]);
    });
  });

  describe('how a channel wants to be told', () => {
    test('what people change of a watch is kept', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      const changed = without(watching('a', { isPaused: true, needs: 'own-text' }), 'digest');
      await subscriptions.update(changed);
      expect(await subscriptions.find('a' as SubscriptionId)).toEqual(changed);
    });

    test('those that are told in a digest are listed, with the zone of their channel or else of their workspace', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.add(without(watching('b', { topic: second }), 'digest'));
      const { zone } = workspace();
      expect(await subscriptions.listDigesting()).toEqual([{ ...watching('a'), zone }]);
      const settings = calmSettings(watching('a').channel);
      await subscriptions.saveSettings(settings);
      expect((await subscriptions.listDigesting())[0]?.zone).toBe(zone);
      await subscriptions.saveSettings({ ...settings, zone: 'Asia/Kathmandu' });
      expect((await subscriptions.listDigesting())[0]?.zone).toBe('Asia/Kathmandu');
    });

    test('the settings of a channel come back as they were saved last', async () => {
      const { subscriptions } = await withDesk();
      const id = 'channel-1' as ChannelId;
      expect(await subscriptions.findSettings(id)).toBeUndefined();
      const settings = { ...calmSettings(id), zone: 'Europe/Paris', quiet: { from: '22:00', to: '07:00' } };
      await subscriptions.saveSettings(settings);
      expect(await subscriptions.findSettings(id)).toEqual(settings);
      await subscriptions.saveSettings(calmSettings(id));
      expect(await subscriptions.findSettings(id)).toEqual(calmSettings(id));
    });

    test('a story is muted in one channel until somebody takes that back', async () => {
      const { subscriptions } = await withDesk();
      const mute = {
        channel: 'channel-1' as ChannelId,
        story: 'story-1' as StoryId,
        by: 'mira',
        at: at('09:00'),
      };
      await subscriptions.saveMute({ ...mute, until: at('12:00') });
      await subscriptions.saveMute(mute);
      expect(await subscriptions.findMute(mute.channel, mute.story)).toEqual(mute);
      expect(await subscriptions.findMute(otherChannel, mute.story)).toBeUndefined();
      expect(await subscriptions.removeMute(mute.channel, mute.story)).toBe(true);
      expect(await subscriptions.removeMute(mute.channel, mute.story)).toBe(false);
    });
  });

  describe('where stories stand', () => {
    const story = 'story-1' as StoryId;

    test('a story stands in one state at a time for each subscription', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { topic: second }));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'waiting', moment('09:00'));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'posted', moment('09:01'));
      await subscriptions.setStoryState('b' as SubscriptionId, story, 'joined', moment('09:01'));
      expect(await subscriptions.listStates('a' as SubscriptionId)).toEqual([
        { story, state: 'posted', at: at('09:01') },
      ]);
      expect(await subscriptions.countStoryStates()).toEqual({ posted: 1, joined: 1 });
    });

    test('a workspace can be told of its own stories alone', async () => {
      const { subscriptions, workspaces } = await withDesk();
      await watchElsewhere(workspaces, subscriptions);
      await subscriptions.add(watching('a'));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'posted', moment('09:00'));
      await subscriptions.setStoryState('elsewhere' as SubscriptionId, story, 'posted', moment('09:00'));
      expect(await subscriptions.countStoryStates()).toEqual({ posted: 2 });
      expect(await subscriptions.countStoryStates(workspace().id)).toEqual({ posted: 1 });
    });

    test('what articles show to have matched and stands nowhere is counted', async () => {
      const ledger = await withDesk();
      const { subscriptions, stories, articles } = ledger;
      await subscriptions.add(watching('a', { topic: first }));
      await subscriptions.add(watching('late', { topic: second, createdAt: at('09:00') }));
      await stories.save(livingStory({ id: story }));
      await articles.save(without(article({ isArchive: false }), 'workspace'), 'read');
      await stories.addArticle(story, fingerprint('article-1'));
      await stories.saveMatches([match({ topic: first }), match({ topic: second })]);
      expect(await subscriptions.countUnaccounted()).toBe(1);
      expect(await subscriptions.countUnaccounted('workspace-2' as WorkspaceId)).toBe(0);
      expect(await subscriptions.listUnaccounted('a' as SubscriptionId)).toEqual([story]);
      expect(await subscriptions.listUnaccounted('b' as SubscriptionId)).toEqual([]);
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'held', moment('09:00'));
      expect(await subscriptions.countUnaccounted(workspace().id)).toBe(0);
      expect(await subscriptions.listUnaccounted('a' as SubscriptionId)).toEqual([]);
      await subscriptions.forgetStoryState('b' as SubscriptionId, story);
      expect(await subscriptions.countUnaccounted()).toBe(0);
      await subscriptions.forgetStoryState('a' as SubscriptionId, story);
      expect(await subscriptions.countUnaccounted()).toBe(1);
    });

    test('where a story stood is told of the one it became part of', async () => {
      const { subscriptions } = await withDesk();
      const other = 'story-2' as StoryId;
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { topic: second }));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'posted', moment('09:00'));
      await subscriptions.setStoryState('a' as SubscriptionId, other, 'held', moment('09:00'));
      await subscriptions.setStoryState('b' as SubscriptionId, story, 'held', moment('09:00'));
      await subscriptions.moveStoryStates(story, other);
      const states = await subscriptions.storyStatesOf('channel-1' as ChannelId, other);
      expect(Object.fromEntries(states)).toEqual({ a: 'held', b: 'held' });
      expect(await subscriptions.countStoryStates()).toEqual({ held: 2 });
    });

    test('a removed subscription is in no account any more', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'posted', moment('09:00'));
      await subscriptions.remove('a' as SubscriptionId);
      expect(await subscriptions.countStoryStates()).toEqual({});
    });

    test("a story's subscriptions are those of the channel that it matched", async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { topic: second }));
      await subscriptions.add(watching('c', { channel: otherChannel }));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'posted', moment('09:00'));
      await subscriptions.setStoryState('c' as SubscriptionId, story, 'posted', moment('09:00'));
      const matched = await subscriptions.listForStory('channel-1' as ChannelId, story);
      expect(matched).toEqual([watching('a')]);
    });

    test('whoever matched a story first is named first', async () => {
      const { subscriptions } = await withDesk();
      await subscriptions.add(watching('a'));
      await subscriptions.add(watching('b', { topic: second }));
      await subscriptions.setStoryState('b' as SubscriptionId, story, 'posted', moment('09:00'));
      await subscriptions.setStoryState('a' as SubscriptionId, story, 'joined', moment('10:00'));
      const matched = await subscriptions.listForStory('channel-1' as ChannelId, story);
      expect(matched.map(({ id }) => id)).toEqual(['b', 'a']);
    });

    test('what matched a merged story has matched the one it was merged into', async () => {
      const { subscriptions, stories } = await withDesk();
      await subscriptions.add(watching('a'));
      await stories.save(livingStory({ id: story }));
      await stories.save(livingStory({ id: 'story-2' as StoryId, shortName: 'R-0002' }));
      await subscriptions.setStoryState(
        'a' as SubscriptionId,
        'story-2' as StoryId,
        'posted',
        moment('09:00'),
      );
      await stories.merge(story, 'story-2' as StoryId);
      expect(await subscriptions.listForStory('channel-1' as ChannelId, story)).toEqual([watching('a')]);
    });
  });
}
