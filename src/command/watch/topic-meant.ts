import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Part } from '#topic/topic.ts';

/** All of what was written, in one pair of quotation marks. */
const QUOTED = /^["“”„«]\s*([^"“”„«»]+?)\s*["“”»]$/u;

/**
 * What somebody wrote as their topic. Many put all of it in quotation marks as one does in a message, where to us a
 * quotation is an exact phrase: without them where it then names somebody or an event that we know.
 */
export function topicMeant(written: string, lexicon: Lexicon): string {
  const trimmed = written.trim();
  const [, inside] = QUOTED.exec(trimmed) ?? [];
  if (inside === undefined) return trimmed;
  const parsed = parseQuery(inside, lexicon);
  return parsed.kind === 'topic' && parsed.topic.parts.some(isKnown) ? inside : trimmed;
}

const isKnown = ({ kind }: Part): boolean => kind === 'actor' || kind === 'event';
