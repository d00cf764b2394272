import { isOperators } from '#channel/operator-channel.ts';
import type { Ask, Desk, Option, Reply } from '#command/command.ts';
import { findOutlet } from '#command/news/find-outlet.ts';
import { type FeedHealthWords, feedHealthWordsIn } from '#command/words/feed-health-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { clearParked } from '#feed/clear-parked.ts';
import type { Outlet } from '#feed/outlet.ts';

/** The outlet of which something is held back. */
export const heldOutlet: Option = {
  name: 'outlet',
  nameInFrench: 'média',
  description: {
    en: 'The outlet, as “feed health” names it',
    fr: 'Le média, comme « flux santé » le nomme',
  },
  kind: 'text',
  isRequired: true,
};

/** What decides: carries or deletes what is held back of an outlet, and says how it went. */
export type Decision = (outlet: Outlet, words: FeedHealthWords, desk: Desk) => Promise<Reply>;

/**
 * Lets somebody decide on what the flood rule holds back of the outlet in `outlet`, and writes down who did. What
 * everybody reads is decided on by the operator alone; what a workspace reads for itself, by those who manage it.
 */
export async function decideOnFlood(
  what: 'feed release' | 'feed drop',
  ask: Ask,
  desk: Desk,
  decide: Decision,
): Promise<Reply> {
  const words = feedHealthWordsIn((await wordsFor(ask, desk)).language);
  const named = ask.options['outlet'] ?? '';
  const outlet = findOutlet(named, desk.catalogue, ask.channel.workspace);
  const held = await desk.ledger.articles.countInState('parked');
  if (outlet === undefined || !held.has(outlet.id)) {
    return { kind: 'refused', lines: [words.nothingHeld(named)] };
  }
  const mayDecide =
    outlet.workspace !== undefined || (await isOperators(ask.channel, desk.ledger.workspaces));
  if (!mayDecide) return { kind: 'refused', lines: [words.operatorOnly] };

  const reply = await decide(outlet, words, desk);
  if (reply.kind === 'done') await noteDecision(what, outlet, ask, desk);
  return reply;
}

async function noteDecision(
  what: string,
  outlet: Outlet,
  { channel, who }: Ask,
  { ledger, catalogue, clock }: Desk,
): Promise<void> {
  const feeds = catalogue.allFeeds().filter((feed) => feed.outlet === outlet.id);
  await ledger.transaction(async (stores) => {
    await clearParked(new Set(feeds.map(({ id }) => id)), stores.feeds);
    await stores.workspaces.audit({
      workspace: channel.workspace,
      who,
      at: clock().toISOString(),
      what,
      detail: outlet.name,
    });
  });
}
