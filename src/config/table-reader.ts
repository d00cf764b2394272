import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml, type YamlFile } from '#config/parse-yaml.ts';
import type { Complain } from '#config/problem.ts';
import type { TableCache } from '#config/table-cache.ts';

/** A file of the config folder, checked. `whereIs` names the file and the line of what stands at a path in it. */
export type Table<Value> = {
  readonly value: Value;
  readonly whereIs: (...path: readonly PropertyKey[]) => string;
};

/** Reads one YAML file of a config folder. */
export type TableReader = <Shape extends z.ZodType>(
  name: string,
  shape: Shape,
) => Table<z.infer<Shape>> | undefined;

/**
 * Reads YAML files of a folder and checks their shapes. Every problem is told with its line; a table is absent when
 * there was one, so that the caller can go on and find the problems of the other files as well. What `cache` knows is
 * not parsed again.
 */
export const tableReader =
  (folder: string, complain: Complain, cache?: TableCache): TableReader =>
  (name, shape) =>
    readTable(join(folder, name), shape, complain, cache);

function readTable<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
  complain: Complain,
  cache?: TableCache,
): Table<z.infer<Shape>> | undefined {
  const text = readText(file, complain);
  if (text === undefined) return undefined;

  let parsed: YamlFile | undefined;
  const parse = (): YamlFile => (parsed ??= parseYaml(text));
  const written = cache?.find(text) ?? valueOf(parse(), file, complain);
  if (written === undefined) return undefined;
  // Only a problem has to be located: a known table that is well is never parsed.
  const whereIs = (...path: readonly PropertyKey[]): string => {
    const line = parse().lineAt(path);
    return line === undefined ? file : `${file}:${line}`;
  };
  const checked = shape.safeParse(written);
  if (checked.success) {
    cache?.keep(text, written);
    return { value: checked.data, whereIs };
  }
  for (const issue of checked.error.issues.flatMap(flatten)) {
    complain({ where: whereIs(...placeOf(issue)), ...tell(issue) });
  }
  return undefined;
}

function valueOf({ faults, value }: YamlFile, file: string, complain: Complain): unknown {
  for (const { line, message } of faults) {
    complain({
      where: `${file}:${line}`,
      message: `is not well-formed YAML: ${message}.`,
      remedy: 'Mend that line; indent with spaces, and quote a text that holds ": " or starts with a sign.',
    });
  }
  return faults.length > 0 ? undefined : (value() ?? {});
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
