import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What YAML texts were read as, so that a start need not parse 700 kB of them anew. */
export type TableCache = {
  /** The value of exactly this text, if it is known; its shape has still to be checked. */
  find(text: string): unknown;
  keep(text: string, value: unknown): void;
  /** Writes what was kept or found, and nothing else, if that is something new. */
  save(): void;
};

/**
 * A cache in `file`, which may be deleted at any time. A file that is absent or torn is an empty cache, and one that
 * cannot be written stays as it was.
 */
export function openTableCache(file: string): TableCache {
  const known = readCache(file);
  const kept = new Map<string, unknown>();
  return {
    find: (text) => known.get(hashOf(text)),
    keep: (text, value) => void kept.set(hashOf(text), value),
    save() {
      if ([...kept.keys()].some((hash) => !known.has(hash))) writeCache(file, kept);
    },
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

function readCache(file: string): ReadonlyMap<string, unknown> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object));
  } catch {
    return new Map();
  }
}

/** Renamed into place, since another process may be reading. */
function writeCache(file: string, tables: ReadonlyMap<string, unknown>): void {
  const unfinished = `${file}.unfinished`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, JSON.stringify(Object.fromEntries(tables)));
    renameSync(unfinished, file);
  } catch {}
}
