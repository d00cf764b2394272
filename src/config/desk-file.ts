import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { z } from 'zod';
import { parseYaml } from '#config/parse-yaml.ts';
import { InvalidSettings } from '#config/problem.ts';

/** Of this form; a later one gets the next number. */
const VERSION = 1;

const time = z.iso.datetime();
const clockTime = z.string().regex(/^\d\d:\d\d$/);
const watch = z.strictObject({
  query: z.string().min(1),
  name: z.string().min(1),
  since: time,
  by: z.string(),
  mention: z.string().optional(),
  paused: z.boolean().optional(),
  muted_until: time.optional(),
  urgent: z.boolean().optional(),
  needs: z.enum(['one-report', 'two-origins', 'own-text']).optional(),
  digest: z
    .strictObject({
      days: z.enum(['daily', 'weekdays', 'weekly']),
      at: clockTime,
      weekday: z.int().min(1).max(7).optional(),
    })
    .optional(),
  digest_since: time.optional(),
  digest_related: z.boolean().optional(),
  in_thread: z.boolean().optional(),
  languages: z.array(z.string()).optional(),
  outlets: z.strictObject({ are: z.enum(['only', 'left-out']), outlets: z.array(z.string()) }).optional(),
  without_lines: z.boolean().optional(),
});
const channelSettings = z.strictObject({
  zone: z.string().optional(),
  quiet: z.strictObject({ from: clockTime, to: clockTime }).optional(),
  cards_an_hour: z.int().min(0),
  pings_an_hour: z.int().min(0),
  pings_a_day: z.int().min(0),
  when_uncertain: z.enum(['repeat', 'skip']).optional(),
});
const channel = z.strictObject({
  id: z.string().min(1),
  address: z.string().min(1),
  name: z.string(),
  settings: channelSettings.optional(),
  watches: z.array(watch),
});
const feed = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  name: z.string().min(1),
  language: z.string().optional(),
  since: time,
  by: z.string(),
});
const workspace = z.strictObject({
  id: z.string().min(1),
  platform: z.enum(['terminal', 'discord', 'slack']),
  name: z.string(),
  languages: z.array(z.string()).min(1),
  zone: z.string().min(1),
  when_uncertain: z.enum(['repeat', 'skip']).optional(),
  feeds: z.array(feed),
  channels: z.array(channel),
});
const shape = z.strictObject({
  readout_desks: z.literal(VERSION),
  written: time,
  workspaces: z.array(workspace),
});

/** What people have set up, as one file that a person can read: workspaces, their feeds, channels, settings, watches. */
export type DeskFile = Omit<z.infer<typeof shape>, 'readout_desks'>;
/** A workspace in it. */
export type DeskFileWorkspace = z.infer<typeof workspace>;
/** A channel in it. */
export type DeskFileChannel = z.infer<typeof channel>;
/** A watch in it. */
export type DeskFileWatch = z.infer<typeof watch>;

/** The text of such a file. */
export function writeDeskFile(desks: DeskFile): string {
  const head = '# What the people of this Readout have set up. Take it in with: readout import FILE\n';
  return head + stringify({ readout_desks: VERSION, ...desks }, { lineWidth: 0 });
}

/** Throws `InvalidSettings` with every fault and its line where the file is no such file, or of a later form. */
export function readDeskFile(file: string): DeskFile {
  const { faults, value, lineAt } = parseYaml(textOf(file));
  if (faults.length > 0)
    throw refused(faults.map(({ line, message }) => ({ where: `${file}:${line}`, message })));
  const read = shape.safeParse(value());
  if (read.success) return { written: read.data.written, workspaces: read.data.workspaces };
  throw refused(
    read.error.issues.map(({ path, message }) => ({
      where: `${file}:${lineAt(path) ?? 1}`,
      message: `${path.join('.') || 'the file'}: ${message}`,
    })),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw refused([{ where: file, message: (cause as Error).message }]);
  }
}

const refused = (
  problems: readonly { readonly where: string; readonly message: string }[],
): InvalidSettings =>
  new InvalidSettings(
    problems.map((problem) => ({ ...problem, remedy: 'Take a file that “readout export” wrote.' })),
  );
