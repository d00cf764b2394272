import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Environment } from '#config/read-secret.ts';

/** Linux `statfs` types of file systems that live in memory (linux/magic.h). */
const MEMORY_FILE_SYSTEMS = new Map([
  [0x01021994, 'its folder is a tmpfs, which lives in memory'],
  [0x858458f6, 'its folder is a ramfs, which lives in memory'],
]);

/** Hosts whose disk starts empty at each restart, by the variable that they set for every process. */
const THROW_AWAY_HOSTS: readonly (readonly [string, string])[] = [
  ['DYNO', 'a Heroku-type dyno starts with an empty disk at least once a day'],
  ['K_SERVICE', 'Cloud Run keeps files in memory'],
  ['AWS_LAMBDA_FUNCTION_NAME', 'a Lambda keeps no files'],
];

/** Why this file would not outlive the process, in words; `undefined` when nothing speaks for that. */
export function findThrowAwayDisk(file: string, environment: Environment): string | undefined {
  const host = THROW_AWAY_HOSTS.find(([variable]) => environment[variable]);
  return host ? host[1] : MEMORY_FILE_SYSTEMS.get(fileSystemTypeOf(dirname(file)) ?? 0);
}

/** The type of the file system that will hold the folder, which may not have been made yet. */
function fileSystemTypeOf(folder: string): number | undefined {
  try {
    return statfsSync(folder).type;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? undefined : fileSystemTypeOf(parent);
  }
}
