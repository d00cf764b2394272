import { z } from 'zod';
import type { Complain } from '#config/problem.ts';
import type { TableReader } from '#config/table-reader.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

const topicsShape = z.strictObject({
  starters: z.array(z.strictObject({ query: z.string().min(1), why: z.string().min(1) })),
});

/** `topics.yaml`: what the terminal channel watches on its first start. A query that cannot be parsed is told with its place. */
export function readStarters(read: TableReader, lexicon: Lexicon, complain: Complain): readonly Topic[] {
  const table = read('topics.yaml', topicsShape);
  if (!table) return [];
  return table.value.starters.flatMap(({ query }, index) => {
    const parsed = parseQuery(query, lexicon);
    if (parsed.kind === 'topic') return [parsed.topic];
    const { place, message, suggestion } = parsed.problem;
    complain({
      where: table.whereIs('starters', index),
      message: `“${query}” at place ${place}: ${message}`,
      remedy: suggestion
        ? `Did you mean “${suggestion}”?`
        : 'See README, "Topics", for what a query may hold.',
    });
    return [];
  });
}
