import { existsSync } from 'node:fs';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { openDatabase } from '#compose/open-database.ts';
import type { Config } from '#config/read-config.ts';

/** The chat channels of all workspaces, as far as the database can tell: none before the first start. */
export async function listChatChannels(config: Config): Promise<readonly ChannelRef[]> {
  const { file, url } = config.settings.database;
  if (url === undefined && !existsSync(file)) return [];
  try {
    await using database = await openDatabase(config, () => new Date());
    const { workspaces } = database.ledger;
    return [...(await workspaces.listChannelsOn('discord')), ...(await workspaces.listChannelsOn('slack'))];
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    return [];
  }
}
