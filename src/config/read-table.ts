import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Complain } from '#config/problem.ts';

/**
 * Reads one YAML file of the config folder and checks its shape. Every problem is told with its line; the value is
 * absent when there was one, so that the caller can go on and find the problems of the other files as well.
 */
export function readTable<Shape extends z.ZodType>(
  folder: string,
  file: string,
  shape: Shape,
  complain: Complain,
): z.infer<Shape> | undefined {
  const text = readText(folder, file, complain);
  if (text === undefined) return undefined;

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    complain({
      where: `config/${file}:${line}`,
      message: `is not well-formed YAML: ${firstLine(error.message)}.`,
      remedy: 'Mend that line; indent with spaces, and quote a text that holds ": " or starts with a sign.',
    });
  }
  if (document.errors.length > 0) return undefined;

  const checked = shape.safeParse(document.toJS() ?? {});
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues.flatMap(flatten)) {
    complain({ where: `config/${file}${lineOf(document, issue.path, lines)}`, ...tell(issue) });
  }
  return undefined;
}

function readText(folder: string, file: string, complain: Complain): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    complain({
      where: `config/${file}`,
      message: isMissing ? `is not in ${folder}.` : `cannot be read: ${(cause as Error).message}.`,
      remedy: isMissing
        ? 'Take it from the repository, or name another folder with READOUT_CONFIG.'
        : 'Let the account that runs Readout read it.',
    });
    return undefined;
  }
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

const depthOf = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));

function tell(issue: Issue): { readonly message: string; readonly remedy: string } {
  const place = issue.path.join(' → ') || 'the file';
  if (issue.code !== 'unrecognized_keys') {
    return {
      message: `${place}: ${issue.message}.`,
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

function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lines: LineCounter,
): string {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] | null } | undefined)?.range;
    if (range) return `:${lines.linePos(range[0]).line}`;
  }
  return '';
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? text).replace(/[.:]$/, '');
