import type { Evidence } from '#match/match.ts';
import type { Spot } from '#match/spot.ts';

/** What a spot shows: that a part of a topic, as written there, is met, and by which words. */
export function evidenceOf(part: string, { found, where, sentence, note }: Spot): Evidence {
  return { part, found, where, sentence, ...(note && { note }) };
}
