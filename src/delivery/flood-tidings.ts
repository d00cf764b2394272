import type { ReadDocument } from '#article/read-document.ts';
import type { Phrase } from '#card/phrase.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Tidings } from '#delivery/notice.ts';
import type { NoticeWords } from '#delivery/notice-words.ts';
import { operatorWords } from '#delivery/operator-words.ts';
import type { Outlet } from '#feed/outlet.ts';

/**
 * What the operator is to be told of what the flood rule held back of a visit, with the two things that can be done
 * about it. Nothing where it held nothing back; a flood of a workspace's own feed is that workspace's affair.
 */
export async function floodTidings(
  { flood, parked }: Pick<ReadDocument, 'flood' | 'parked'>,
  outlet: Outlet,
  { workspaces, now }: { readonly workspaces: WorkspaceStore; readonly now: Date },
): Promise<Tidings | undefined> {
  if (flood.kind === 'calm' || parked.length === 0 || outlet.workspace !== undefined) return undefined;
  const words = await operatorWords(workspaces);
  return {
    about: `flood:${outlet.id}:${now.toISOString()}`,
    line: lineOn(flood, outlet.name, words),
    actions: [
      { label: words.release, command: `feed release ${outlet.id}` },
      { label: words.drop, command: `feed drop ${outlet.id}` },
    ],
  };
}

function lineOn(
  flood: Exclude<ReadDocument['flood'], { kind: 'calm' }>,
  name: string,
  words: NoticeWords,
): Phrase {
  switch (flood.kind) {
    case 'too-many-new':
      return words.tooManyNew(name, flood.newItems, flood.usual);
    case 're-issued':
      return words.reissued(name, flood.reissued, flood.items);
  }
}
