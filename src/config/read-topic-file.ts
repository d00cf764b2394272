import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseYaml } from '#config/parse-yaml.ts';
import { InvalidSettings } from '#config/problem.ts';

/** A topic as a topics file gives it. */
export type ListedTopic = { readonly id: string; readonly query: string };

/** A line or entry that is no topic; `line` is counted from 1. */
export type BadListing = { readonly line: number; readonly error: string };

const topicShape = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  query: z.string(),
});
const listShape = z.union([
  z.array(z.unknown()),
  z.looseObject({ topics: z.array(z.unknown()) }).transform(({ topics }) => topics),
]);

/**
 * Topics for `readout match`: JSON Lines, or YAML with a list of `{id, query}`. A line or entry that is no topic is
 * given with what is wrong with it; a file that holds no list at all throws `InvalidSettings`.
 */
export function readTopicFile(file: string): readonly (ListedTopic | BadListing)[] {
  const written = readText(file);
  return isJsonLines(file, written) ? readJsonLines(written) : readYamlList(file, written);
}

function readText(file: string): string {
  try {
    // Some editors put a byte order mark before the first line.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw noTopics(file, (cause as Error).message);
  }
}

/** A line that begins an object tells JSON Lines, wherever it stands: the lines before it may be broken. */
const isJsonLines = (file: string, written: string): boolean =>
  !/\.ya?ml$/i.test(file) && !written.trimStart().startsWith('[') && /^\s*\{/m.test(written);

const readJsonLines = (written: string): readonly (ListedTopic | BadListing)[] =>
  written.split('\n').flatMap((text, index) => (text.trim() === '' ? [] : [readJsonLine(text, index + 1)]));

function readJsonLine(text: string, line: number): ListedTopic | BadListing {
  try {
    return readEntry(JSON.parse(text), line);
  } catch (cause) {
    return { line, error: `not JSON: ${(cause as Error).message}` };
  }
}

function readYamlList(file: string, written: string): readonly (ListedTopic | BadListing)[] {
  const { faults, value, lineAt } = parseYaml(written);
  const [fault] = faults;
  if (fault !== undefined) throw noTopics(`${file}:${fault.line}`, fault.message);
  const whole = value();
  const list = listShape.safeParse(whole);
  if (!list.success) throw noTopics(file, 'there is no list in it');
  const above = Array.isArray(whole) ? [] : ['topics'];
  return list.data.map((entry, index) => readEntry(entry, lineAt([...above, index]) ?? 1));
}

function readEntry(entry: unknown, line: number): ListedTopic | BadListing {
  const read = topicShape.safeParse(entry);
  if (read.success) return { id: read.data.id, query: read.data.query };
  const [issue] = read.error.issues;
  const field = issue?.path[0];
  if (field === undefined) return { line, error: 'not an object' };
  const isThere = Object.hasOwn(entry as object, field);
  return { line, error: `“${String(field)}” ${isThere ? 'must be a text' : 'is missing'}` };
}

const noTopics = (where: string, why: string): InvalidSettings =>
  new InvalidSettings([
    {
      where,
      message: `cannot be read as topics: ${why}`,
      remedy: 'Give one {"id": …, "query": …} a line, or a YAML list of the same.',
    },
  ]);
