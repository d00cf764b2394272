import type { Ledger } from '#ledger.ts';
import type { Tally } from '#tools/demo/tally.ts';

/** What the walk amounted to, counted from the ledger and from what the program counted. */
export async function tellAccount(ledger: Ledger, tally: Tally, feeds: number): Promise<readonly string[]> {
  const [articles, stories, states, deliveries, records] = await Promise.all([
    ledger.articles.count(),
    ledger.stories.count(),
    ledger.subscriptions.countStoryStates(),
    ledger.deliveries.countStates(),
    ledger.feeds.listAll(),
  ]);
  const unread = await ledger.articles.listInState('unread', 1_000);
  const parked = await ledger.articles.listInState('parked', 1_000);
  const failing = records.filter(({ failingSince }) => failingSince !== undefined);
  const sent = (kind: string): number => tally.sum('readout_deliveries_total', { kind, end: 'sent' });
  const visits = (outcome: string): number => tally.sum('readout_visits_total', { outcome });
  return [
    'ACCOUNT',
    `  feeds      ${feeds}, ${failing.length} not readable · ${tally.sum('readout_visits_total')} visits: ${visits('fresh')} fresh, ${visits('unchanged')} unchanged, ${visits('failed')} failed`,
    `  articles   ${articles.articles} kept, ${unread.length} unread, ${parked.length} parked`,
    `  matches    ${tally.sum('readout_matches_total')}`,
    `  stories    ${stories}`,
    `  cards      ${sent('card')} posted, ${sent('edit')} edits, ${sent('pointer')} pointers`,
    `  watches    ${tellStates(states)}`,
    `  posts      ${tellStates(deliveries.posts)} · pointers ${tellStates(deliveries.pointers)}`,
  ];
}

const tellStates = (states: Readonly<Record<string, number | undefined>>): string =>
  Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ') || 'none';
