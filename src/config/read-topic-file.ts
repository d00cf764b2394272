import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { InvalidSettings } from '#config/problem.ts';

const topicShape = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  query: z.string(),
});
const listShape = z.union([
  z.array(topicShape),
  z.looseObject({ topics: z.array(topicShape) }).transform(({ topics }) => topics),
]);

/** Topics for `readout match`: JSON Lines, or YAML with a list of `{id, query}`. Throws `InvalidSettings` otherwise. */
export function readTopicFile(file: string): readonly { readonly id: string; readonly query: string }[] {
  try {
    const written = readFileSync(file, 'utf8');
    return listShape.parse(isJsonLines(written) ? readJsonLines(written) : parse(written));
  } catch (cause) {
    throw new InvalidSettings([
      {
        where: file,
        message: `cannot be read as topics: ${(cause as Error).message.split('\n')[0]}`,
        remedy: 'Give one {"id": …, "query": …} a line, or a YAML list of the same.',
      },
    ]);
  }
}

const isJsonLines = (written: string): boolean => written.trimStart().startsWith('{');

const readJsonLines = (written: string): readonly unknown[] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
