import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { announcementOf } from '#story/announcement-of.ts';
import { denialOf } from '#story/denial-of.ts';
import { isClaimed, mainEventOf } from '#story/main-event-of.ts';
import { originsOf } from '#story/origins-of.ts';
import { partiesOf } from '#story/parties-of.ts';
import { placeStatements, type SideWords } from '#story/place-statements.ts';
import { publisherOf } from '#story/publisher-of.ts';
import { silenceOf } from '#story/silence-of.ts';
import { statusOf } from '#story/status-of.ts';
import type { SideAccount, StoryAccount } from '#story/story.ts';
import type { StoryFacts } from '#story/story-facts.ts';
import { vanishingsOf } from '#story/vanishings-of.ts';
import { withdrawalsOf } from '#story/withdrawals-of.ts';

/** What all articles of a story amount to, by rule. What an outlet took back carries nothing any more. */
export function accountOf(facts: StoryFacts, lexicon: Lexicon): StoryAccount {
  const withdrawals = withdrawalsOf(facts, lexicon);
  const vanished = vanishingsOf(facts);
  const standing = facts.articles.filter(
    ({ outlet }) => !withdrawals.some((taken) => taken.outlet === outlet.id),
  );
  const reports = standing.length > 0 ? standing : facts.articles;

  const parties = partiesOf(reports, lexicon);
  const placed = placeStatements({ ...facts, articles: standing }, parties, lexicon);
  const event = mainEventOf(reports);
  const sides = parties.map((side) => sideAccount(side, placed.bySide.get(side), { facts, lexicon }));
  const denial = denialOf(sides, event, standing);
  // Where all say that it did not take place and no side is known to deny it, there is no event to name.
  const isNamed = event !== undefined && (denial !== undefined || isClaimed(event, reports));
  const publishers = facts.articles.map((one) => publisherOf(one, facts));
  const announcement = announcementOf(event, sides, facts.articles);
  const account = {
    ...(isNamed ? { event } : {}),
    sides,
    others: placed.others,
    corrections: placed.corrections,
    ...(denial === undefined ? {} : { denial }),
    ...(announcement === undefined ? {} : { announcement }),
    withdrawals,
    ...(vanished.length > 0 && { vanished }),
    origins: originsOf(facts, lexicon),
    outlets: new Set(publishers.map(({ id }) => id)).size,
    owners: new Set(publishers.map(({ owner }) => owner)).size,
  };
  return { status: statusOf(account, facts), ...account };
}

function sideAccount(
  side: ActorId,
  words: SideWords | undefined,
  means: { readonly facts: StoryFacts; readonly lexicon: Lexicon },
): SideAccount {
  if (words && words.statements.length > 0) return { side, ...words };
  return { side, statements: [], silence: silenceOf(side, means.facts, means.lexicon) };
}
