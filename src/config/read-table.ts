import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { z } from 'zod';
import type { Complain } from '#config/problem.ts';

/** A file of the config folder, checked. `whereIs` names the file and the line of what stands at a path in it. */
export type Table<Value> = {
  readonly value: Value;
  readonly whereIs: (...path: readonly PropertyKey[]) => string;
};

/**
 * Reads one YAML file of the config folder and checks its shape. Every problem is told with its line; the table is
 * absent when there was one, so that the caller can go on and find the problems of the other files as well.
 */
export function readTable<Shape extends z.ZodType>(
  folder: string,
  name: string,
  shape: Shape,
  complain: Complain,
): Table<z.infer<Shape>> | undefined {
  const file = join(folder, name);
  const text = readText(file, complain);
  if (text === undefined) return undefined;

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const faults = [...document.errors.map(toFault), ...strayAliases(document)];
  for (const { at, message } of faults) {
    complain({
      where: `${file}:${lines.linePos(at).line}`,
      message: `is not well-formed YAML: ${message}.`,
      remedy: 'Mend that line; indent with spaces, and quote a text that holds ": " or starts with a sign.',
    });
  }
  if (faults.length > 0) return undefined;

  const whereIs = (...path: readonly PropertyKey[]): string => `${file}${lineOf(document, path, lines)}`;
  const checked = shape.safeParse(document.toJS() ?? {});
  if (checked.success) return { value: checked.data, whereIs };
  for (const issue of checked.error.issues.flatMap(flatten)) {
    complain({ where: whereIs(...placeOf(issue)), ...tell(issue) });
  }
  return undefined;
}

function readText(file: string, complain: Complain): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    complain({
      where: file,
      message: isMissing ? 'is not there.' : `cannot be read: ${(cause as Error).message}.`,
      remedy: isMissing
        ? 'Take it from the repository, or name another folder with READOUT_CONFIG.'
        : 'Let the account that runs Readout read it.',
    });
    return undefined;
  }
}

/** Something that keeps a text from being YAML, and the offset it stands at. */
type Fault = { readonly at: number; readonly message: string };

const toFault = ({ pos, message }: YAMLError): Fault => ({
  at: pos[0],
  message: (message.split('\n')[0] ?? message).replace(/[.:]$/, ''),
});

/** A text that starts with an asterisk is an alias to YAML; one that leads nowhere is found only when it is used. */
function strayAliases(document: Document): readonly Fault[] {
  const stray: Fault[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return;
      stray.push({ at: alias.range?.[0] ?? 0, message: `“*${alias.source}” is an alias of nothing` });
    },
  });
  return stray;
}

type Issue = z.core.$ZodIssue;

/** A union hides what is wrong inside; the branch that got furthest tells it best. */
function flatten(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) =>
    errors.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const deepest = branches.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
  return deepest.flatMap(flatten);
}

/** An unknown key stands one step below the place that does not know it. */
const placeOf = (issue: Issue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

const depthOf = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));

function tell(issue: Issue): { readonly message: string; readonly remedy: string } {
  const place = issue.path.join(' → ') || 'the file';
  if (issue.code !== 'unrecognized_keys') {
    const isAbsent = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    return {
      message: `${place}: ${isAbsent ? 'is missing' : issue.message}.`,
      remedy: 'The comments at the top of the file show the form.',
    };
  }
  const keys = issue.keys.map((key) => `“${key}”`).join(', ');
  return {
    message: `${place}: nothing here is called ${keys}.`,
    remedy:
      'Take it out, or correct its spelling; the comments at the top of the file name what may stand here.',
  };
}

/** The line of the key or entry that a path leads to, as far as the document goes along with it. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): string {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    const found = isMap(node) ? valueUnder(node, step) : isSeq(node) ? entryAt(node, step) : undefined;
    if (!found) break;
    ({ node, offset } = found);
  }
  return offset === undefined ? '' : `:${lines.linePos(offset).line}`;
}

type Found = { readonly node: unknown; readonly offset: number | undefined };

function valueUnder(map: YAMLMap, step: PropertyKey): Found | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { node: pair.value, offset: (pair.key as Scalar).range?.[0] };
}

function entryAt(list: YAMLSeq, step: PropertyKey): Found | undefined {
  const entry: unknown = list.items[Number(step)];
  return isNode(entry) ? { node: entry, offset: entry.range?.[0] } : undefined;
}
