import { resolve } from 'node:path';
import type { z } from 'zod';
import { findThrowAwayDisk } from '#config/find-throw-away-disk.ts';
import type { Complain } from '#config/problem.ts';
import { type Environment, readSecret } from '#config/read-secret.ts';
import type { Settings, settingsShape } from '#config/settings.ts';
import type { Secret } from '#kernel/secret.ts';

const POSTGRES = /^postgres(?:ql)?:$/;

/** Which database: PostgreSQL where `DATABASE_URL` names one, else a file, whose disk must outlive the program. */
export function readDatabase(
  table: z.infer<typeof settingsShape>['database'],
  environment: Environment,
  complain: Complain,
): Settings['database'] {
  // An empty variable is as good as none: that is how a host's form leaves it out.
  const file = resolve(environment['READOUT_DATABASE'] || table.file);
  const url = readSecret('DATABASE_URL', environment, complain);
  if (url) checkUrl(url, complain);
  else if (!table.disk_is_kept) checkDisk(file, environment, complain);
  return { file, isDiskKept: table.disk_is_kept, ...(url && { url }) };
}

/** Never says what stands there: it holds a password. */
function checkUrl(url: Secret, complain: Complain): void {
  const parsed = URL.parse(url.reveal());
  if (parsed && POSTGRES.test(parsed.protocol)) return;
  complain({
    where: 'DATABASE_URL',
    message: parsed ? `is an address of ${parsed.protocol}, not of PostgreSQL.` : 'is not an address.',
    remedy:
      'Write postgres://user:password@host:5432/database, with %40 for an @ in the password; or leave it out for a SQLite file.',
  });
}

function checkDisk(file: string, environment: Environment, complain: Complain): void {
  const sign = findThrowAwayDisk(file, environment);
  if (!sign) return;
  complain({
    where: 'the database',
    message: `${file} would be lost with the process: ${sign}.`,
    remedy:
      'Mount a volume that is kept and name a file on it with READOUT_DATABASE, or set DATABASE_URL to a PostgreSQL. If the disk is kept after all, set database.disk_is_kept: true.',
  });
}
