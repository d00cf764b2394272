import type { Pointer, Post } from '#delivery/delivery.ts';

/** How the change of a line begins that calls whoever joined. */
export const JOINED = 'joined:';

/** Whom a card has called, or is to call: by its own message, and by the lines under it for those who joined. */
export function calledOn({ mention }: Post, pointers: readonly Pointer[]): readonly string[] {
  const lines = pointers.filter(({ change, state }) => change.startsWith(JOINED) && !UNSAID.has(state));
  const mentions = [mention, ...lines.map((line) => line.mention)];
  return [...new Set(mentions.flatMap((roles) => (roles === undefined ? [] : roles.split(' '))))];
}

const UNSAID: ReadonlySet<Pointer['state']> = new Set(['superseded', 'cancelled', 'expired', 'dead']);
