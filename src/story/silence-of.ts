import type { Outlet } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { sideSpokenForBy } from '#story/own-texts-of.ts';
import type { Silence, StoryAccount } from '#story/story.ts';
import type { StoryFacts } from '#story/story-facts.ts';

/** Why a side without words has none, as far as we can know it from what we read. */
export function silenceOf(side: ActorId, facts: StoryFacts, lexicon: Lexicon): Silence {
  const isVoice = (outlet: Outlet): boolean => sideSpokenForBy(outlet, lexicon, facts.now) === side;

  const own = facts.articles.findLast(({ outlet }) => isVoice(outlet))?.article;
  if (own) return { kind: 'no-sentence', article: own.id, readAt: own.seenAt, isFullText: own.isFullText };

  const voices = new Set(
    facts.feeds.map(({ outlet }) => outlet).filter((id) => isVoiceNamed(facts.outlets.get(id), isVoice)),
  );
  const read = [...voices]
    .toSorted((one, other) => presence(other, facts) - presence(one, facts))
    .map((outlet) => silenceOfOutlet(outlet, facts.feeds))
    .find((silence) => silence !== undefined);
  return read ?? { kind: 'not-read-directly' };
}

/**
 * The account as its feeds stand now: a side of which nothing was seen may have stopped answering since the story was
 * told, or answer again. For looking up; what a card shows changes when the story is told anew.
 */
export function withCurrentSilences(account: StoryAccount, feeds: StoryFacts['feeds']): StoryAccount {
  const sides = account.sides.map((side) => {
    const { silence } = side;
    if (silence?.kind !== 'nothing-yet' && silence?.kind !== 'feed-down') return side;
    return { ...side, silence: silenceOfOutlet(silence.outlet, feeds) ?? silence };
  });
  return { ...account, sides };
}

const isVoiceNamed = (outlet: Outlet | undefined, isVoice: (outlet: Outlet) => boolean): boolean =>
  outlet !== undefined && isVoice(outlet);

/** How strongly the story names the office behind an outlet: the presidency's silence before a ministry's. */
function presence(outlet: Outlet['id'], facts: StoryFacts): number {
  const voice = facts.outlets.get(outlet)?.voiceOf;
  if (voice === undefined) return 0;
  return facts.articles.reduce((sum, { fingerprint }) => sum + (fingerprint.actors[voice] ?? 0), 0);
}

/** Where one of several feeds fails, something may stand there: that is said. One never read says nothing. */
function silenceOfOutlet(outlet: Outlet['id'], feeds: StoryFacts['feeds']): Silence | undefined {
  const records = feeds.filter((feed) => feed.outlet === outlet).map(({ record }) => record);
  const [since] = records.flatMap(({ failingSince }) => failingSince ?? []).toSorted();
  if (since !== undefined) return { kind: 'feed-down', outlet, since };
  const readAt = records
    .flatMap(({ lastReadAt }) => lastReadAt ?? [])
    .toSorted()
    .at(-1);
  return readAt === undefined ? undefined : { kind: 'nothing-yet', outlet, readAt };
}
