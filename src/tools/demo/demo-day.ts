import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** The demo's day: what was published when. */
export const DEMO_DAY = 'tests/fixtures/demo-day/day.yaml';

const QUERIES = ['Macron Putin call', 'Macron Moscow visit', 'Iran IAEA inspection'];

/** What the desk watches on the demo's day. */
export function dayTopics(lexicon: Lexicon): readonly Topic[] {
  return QUERIES.map((query) => {
    const parsed = parseQuery(query, lexicon);
    if (parsed.kind === 'problem') throw new Error(`The demo's topic “${query}”: ${parsed.problem.message}`);
    return parsed.topic;
  });
}
