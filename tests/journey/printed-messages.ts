import type { StandingMessage } from '#tools/demo/simulated-platform.ts';

/** A card with its head, or a pointer with the lines that it was wrapped into. */
const PARTS =
  /^━━ (?<card>R-\w+) · (?:new|updated) .*\n(?<words>(?:┃.*\n)+)|^↳ (?<answered>R-\w+) · (?<line>(?:.+\n)+)/gm;

/** Reads what the terminal printed as the messages of a channel: a card that is printed anew is an edit of the first. */
export function printedMessages(printed: string): readonly StandingMessage[] {
  const cards = new Map<string, string[]>();
  const pointers: StandingMessage[] = [];
  for (const { groups = {} } of printed.matchAll(PARTS)) {
    const { card, words = '', answered, line = '' } = groups;
    if (card !== undefined) cards.set(card, [...(cards.get(card) ?? []), words.replaceAll('\n┃ ', ' ')]);
    if (answered !== undefined)
      pointers.push({ id: `pointer ${pointers.length}`, answers: answered, said: [line] });
  }
  return [...[...cards].map(([id, said]) => ({ id, said })), ...pointers];
}
