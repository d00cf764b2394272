import type { Look, StandingMessage } from '#tools/demo/simulated-platform.ts';
import { PAIRS } from './invented-news.ts';

/** What stands in the channel of the story of each pair, by the name of its first country. */
export type Seen = {
  readonly cards: ReadonlyMap<string, readonly StandingMessage[]>;
  readonly pointers: ReadonlyMap<string, readonly StandingMessage[]>;
};

/** What a card and a pointer say of a report that was withdrawn. */
export const WITHDRAWN = /WITHDRAWN/;

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
