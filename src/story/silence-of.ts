import type { FeedRecord } from '#feed/feed.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { sideSpokenForBy } from '#story/own-texts-of.ts';
import type { Silence } from '#story/story.ts';
import type { StoryFacts } from '#story/story-facts.ts';

/** Why a side without words has none, as far as we can know it from what we read. */
export function silenceOf(side: ActorId, facts: StoryFacts, lexicon: Lexicon): Silence {
  const isVoice = (outlet: Outlet): boolean => sideSpokenForBy(outlet, lexicon, facts.now) === side;

  const own = facts.articles.findLast(({ outlet }) => isVoice(outlet))?.article;
  if (own) return { kind: 'no-sentence', article: own.id, readAt: own.seenAt, isFullText: own.isFullText };

  const read = facts.feeds
    .filter(({ outlet }) => isVoiceNamed(facts.outlets.get(outlet), isVoice))
    .sort((one, other) => presence(other.outlet, facts) - presence(one.outlet, facts))
    .map(({ outlet, record }) => silenceOfFeed(outlet, record))
    .find((silence) => silence !== undefined);
  return read ?? { kind: 'not-read-directly' };
}

const isVoiceNamed = (outlet: Outlet | undefined, isVoice: (outlet: Outlet) => boolean): boolean =>
  outlet !== undefined && isVoice(outlet);

/** How strongly the story names the office behind an outlet: the presidency's silence before a ministry's. */
function presence(outlet: Outlet['id'], facts: StoryFacts): number {
  const voice = facts.outlets.get(outlet)?.voiceOf;
  if (voice === undefined) return 0;
  return facts.articles.reduce((sum, { fingerprint }) => sum + (fingerprint.actors[voice] ?? 0), 0);
}

/** A feed never read, and not failing either, says nothing about its side. */
function silenceOfFeed(outlet: Outlet['id'], record: FeedRecord): Silence | undefined {
  if (record.failingSince !== undefined) return { kind: 'feed-down', outlet, since: record.failingSince };
  if (record.lastReadAt !== undefined) return { kind: 'nothing-yet', outlet, readAt: record.lastReadAt };
  return undefined;
}
