import { placeOf } from '#adapters/database/place-of.ts';
import type { Config } from '#config/read-config.ts';

/** The database as people are told of it: the file, or where PostgreSQL is, without user and password. */
export function databaseName({ settings }: Pick<Config, 'settings'>): string {
  const { file, url } = settings.database;
  return url === undefined ? file : `PostgreSQL ${placeOf(url)}`;
}
