import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Tidings } from '#delivery/notice.ts';

const MEGABYTE = 1_000_000;
/** Enough for some days of news and for the copy that an upgrade makes of a small database. */
const LEAST_BYTES = 300 * MEGABYTE;

/**
 * What the operator is told, once a day, of a disk that is nearly full: less is free than 300 MB, or than the database
 * takes, which an upgrade copies. Nothing where there is room.
 */
export async function diskTidings(
  disk: { readonly freeBytes: number; readonly databaseBytes: number },
  { workspaces, now }: { readonly workspaces: WorkspaceStore; readonly now: Date },
): Promise<Tidings | undefined> {
  if (disk.freeBytes >= Math.max(LEAST_BYTES, disk.databaseBytes)) return undefined;
  const channel = await workspaces.findChannel(OPERATOR_CHANNEL);
  const operator = channel && (await workspaces.find(channel.workspace));
  const line = operator?.languages[0] === 'fr' ? french : english;
  return {
    about: `disk:${now.toISOString().slice(0, 10)}`,
    line: line(inMegabytes(disk.freeBytes), inMegabytes(disk.databaseBytes)),
  };
}

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / MEGABYTE)} MB`;

const english = (free: string, database: string): Phrase => [
  text('The disk is nearly full', 'strong'),
  text(
    `: ${free} are free, and the database takes ${database}. With none left nothing can be kept, and nothing is posted.`,
  ),
];

const french = (free: string, database: string): Phrase => [
  text('Le disque est presque plein', 'strong'),
  text(
    ` : il reste ${free.replace('MB', 'Mo')}, et la base en occupe ${database.replace('MB', 'Mo')}. Sans place, plus rien n’est conservé ni publié.`,
  ),
];
