import type { Card } from '#card/card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Post } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import { openSettling, type Settling } from '#delivery/settling.ts';
import type { Clock } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** Noon of the day on which these tests play. */
export const NOON = new Date('2026-03-02T12:00:00.000Z');

/** Some time after noon. */
export const after = (ms: number): Date => new Date(NOON.getTime() + ms);

export const desk: ChannelRef = {
  id: 'desk' as ChannelId,
  workspace: 'newsroom' as WorkspaceId,
  platform: 'terminal',
  address: 'desk',
  name: '#desk',
};

export const talks = 'story-of-the-talks' as StoryId;

/** A card as first shown; what differs is said by the test. */
export function aCard(differing: Partial<Card> = {}): Card {
  return {
    story: 'R-7K2Q',
    language: 'en',
    zone: 'Europe/Paris',
    headline: 'Ruritania and Syldavia hold talks',
    about: [{ kind: 'text', text: 'Headline: World Wire' }],
    tone: 'grey',
    status: [{ kind: 'text', text: 'ONE SIDE SO FAR', style: 'strong' }],
    takenOff: [],
    summary: [{ words: 'The two ministers met on Monday.', source: 1 }],
    sides: [],
    context: [],
    footer: [],
    sources: [],
    reads: [],
    plain: 'Ruritania and Syldavia hold talks · World Wire · one side so far',
    ...differing,
  };
}

/** A post that was planned at noon. */
export function aPost(differing: Partial<Post> = {}): Post {
  return {
    key: postKey(desk, talks),
    channel: desk.id,
    story: talks,
    wanted: 1,
    shown: 0,
    card: aCard(),
    cardHash: 'first',
    state: 'pending',
    plannedAt: NOON.toISOString(),
    dueAt: NOON.toISOString(),
    attempts: 0,
    ...differing,
  };
}

/** Of a process that was at work long before the test began, whose own watch goes as its clock. */
export function longAtWork(clock: Clock): Settling {
  const begun = [Number.NEGATIVE_INFINITY];
  return openSettling(() => begun.pop() ?? clock().getTime(), clock);
}
