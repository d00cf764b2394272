import { wordsOf } from '#delivery/owed-message.ts';
import type { OwedStore } from '#delivery/owed-store.ts';
import type { Look, StandingMessage } from '#tools/demo/simulated-platform.ts';
import { EVERY_STATE } from '../every-state.ts';
import { PAIRS, type Pair } from './invented-news.ts';

/** What stands in the channel of the story of each pair, by the name of its first country. */
export type Seen = {
  readonly cards: ReadonlyMap<string, readonly StandingMessage[]>;
  readonly pointers: ReadonlyMap<string, readonly StandingMessage[]>;
};

/** How often the channel was told that a pair spoke, or that the report of it was withdrawn. */
export type TimesSeen = {
  readonly what: 'report' | 'withdrawal';
  readonly pair: Pair;
  readonly times: number;
};

/** What a card and a pointer say of a report that was withdrawn. */
const WITHDRAWN = /WITHDRAWN/;
/** More than any run owes. */
const ALL = 100_000;

/** Sorts what stands in the channel by the pairs that it speaks of. A pointer has no more than its line. */
export function seenIn({ messages }: Look): Seen {
  const isPointer = ({ answers, said }: StandingMessage): boolean =>
    answers !== undefined || (said.length === 1 && WITHDRAWN.test(said[0] ?? ''));
  return {
    cards: byPair(messages.filter((message) => !isPointer(message))),
    pointers: byPair(messages.filter(isPointer)),
  };
}

function byPair(messages: readonly StandingMessage[]): ReadonlyMap<string, readonly StandingMessage[]> {
  return Map.groupBy(messages, ({ said }) => {
    const words = said.join('\n');
    return PAIRS.find(({ name }) => words.includes(name))?.name ?? words;
  });
}

/** A report is told by a card; a withdrawal by a pointer, and it stands on the card. */
export function timesSeen(
  look: Look,
  reported: readonly Pair[],
  withdrawn: readonly Pair[],
): readonly TimesSeen[] {
  const { cards, pointers } = seenIn(look);
  const reports = reported.map((pair): TimesSeen => {
    return { what: 'report', pair, times: cards.get(pair.name)?.length ?? 0 };
  });
  const withdrawals = withdrawn.map((pair): TimesSeen => {
    const isOnCard = WITHDRAWN.test(cards.get(pair.name)?.at(-1)?.said.at(-1) ?? '');
    return { what: 'withdrawal', pair, times: isOnCard ? (pointers.get(pair.name)?.length ?? 0) : 0 };
  });
  return [...reports, ...withdrawals];
}

/** The digests that tell of the pair whose first country is called so. */
export const digestsOn = (name: string, { messages }: Look): readonly StandingMessage[] =>
  messages.filter(({ said }) => said.at(-1)?.includes(name) === true);

/** Where a desk has nothing but digests a report is told by one of them. */
export const timesInDigests = (look: Look, reported: readonly Pair[]): readonly TimesSeen[] =>
  reported.map((pair) => ({ what: 'report', pair, times: digestsOn(pair.name, look).length }));

/** A line for each that was not seen once: where the program says that its card or pointer stands, and why. */
export async function tellFaults(seen: readonly TimesSeen[], owed: OwedStore): Promise<readonly string[]> {
  const faulty = seen.filter(({ times }) => times !== 1);
  if (faulty.length === 0) return [];
  const rows = await owed.list({ states: EVERY_STATE, limit: ALL });
  return faulty.map(({ what, pair, times }) => {
    const stands = rows
      .filter((one) => wordsOf(one).includes(pair.name))
      .map(({ kind, row }) => `${kind} ${row.state}, planned ${row.plannedAt}, ${row.reason ?? 'no reason'}`);
    return `the ${what} on ${pair.name} was seen ${times} times; ${stands.join('; ') || 'nothing is owed'}`;
  });
}
