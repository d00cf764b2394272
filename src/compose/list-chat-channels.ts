import { existsSync } from 'node:fs';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Config } from '#config/read-config.ts';

/** The chat channels of all workspaces, as far as the database can tell: none before the first start. */
export async function listChatChannels({ settings }: Config): Promise<readonly ChannelRef[]> {
  const { file } = settings.database;
  if (!existsSync(file)) return [];
  try {
    await using database = await openSqliteLedger({ file });
    const { workspaces } = database.ledger;
    return [...(await workspaces.listChannelsOn('discord')), ...(await workspaces.listChannelsOn('slack'))];
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    return [];
  }
}
