import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidSettings, type Problem } from '#config/problem.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import type { Environment } from '#config/read-secret.ts';

/** The six files of a config folder with nothing wrong in them; countries and outlets are invented. */
export const SMALL_CONFIG = {
  'readout.yaml': 'database: { disk_is_kept: true }\n',
  'feeds.yaml': `outlets:
  courier:
    name: The Courier
    kind: media
    owner: Courier Group
    languages: [en]
    feeds:
      - { url: https://courier.example/feed, seen_working: never, evidence: invented }
  palace:
    name: The Palace
    kind: official
    country: FD
    owner: Freedonia
    languages: [en]
    voice_of: freedonia
    feeds:
      - { url: https://palace.example/feed, seen_working: never, evidence: invented }
`,
  'topics.yaml': `starters:
  - { query: Freedonia Sylvania call, why: both tell of it }
`,
  'actors.yaml': `reviewed: 2026-11-23
roles:
  president: { en: [president] }
actors:
  freedonia: { kind: country, country: FD, names: { en: [Freedonia] } }
  sylvania: { kind: country, country: SV, names: { en: [Sylvania] } }
  trentino:
    kind: person
    names: { en: [Rufus Trentino] }
    terms:
      - { role: president, of: freedonia, from: 2020-05-04, source: invented }
`,
  'events.yaml': `reviewed: 2026-11-23
status_cues: { planned: {}, denied: {}, called-for: {}, past: {}, unclear: {} }
events:
  call:
    shown: { en: phone call }
    plover: CONSULT
    cameo: "041"
    direction: mutual
    query: { en: [call] }
    phrases: { en: [spoke by phone] }
`,
  'words.yaml': `reviewed: 2026-11-23
words:
  bridge: { en: [bridge], fr: [pont] }
`,
  'speech.yaml': `reviewed: 2026-11-23
speech:
  en:
    verbs: [said]
    according_to: [according to]
    naming: [called]
    denials: [denied]
    openers: [that]
    pronouns: [he, she]
    corrections: [Correction]
    withdrawals: [Withdrawn]
    speaker_nouns: [spokesman]
`,
} as const;

type Files = Partial<Record<keyof typeof SMALL_CONFIG, string | undefined>>;

/** A config folder on disk, as it stands or with some files changed; `undefined` leaves a file out. Dispose of it. */
export function configFolder(changes: Files = {}): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'readout-config-'));
  for (const [name, content] of Object.entries({ ...SMALL_CONFIG, ...changes })) {
    if (content !== undefined) writeFileSync(join(path, name), content);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

/** What the program says of a config folder with these changes; file names come without the folder. */
export function problemsWith(changes: Files, environment: Environment = {}): readonly Problem[] {
  using folder = configFolder(changes);
  try {
    readConfig({ READOUT_CONFIG: folder.path, ...environment });
    return [];
  } catch (cause) {
    if (!(cause instanceof InvalidSettings)) throw cause;
    return cause.problems.map((problem) => ({
      ...problem,
      where: problem.where.replace(`${folder.path}/`, ''),
      message: problem.message.replaceAll(`${folder.path}/`, ''),
    }));
  }
}

/** The settings of a config folder with these changes, which has nothing wrong. */
export function configWith(changes: Files, environment: Environment = {}): Config {
  using folder = configFolder(changes);
  return readConfig({ READOUT_CONFIG: folder.path, ...environment });
}
