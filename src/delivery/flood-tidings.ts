import type { ReadDocument } from '#article/read-document.ts';
import type { Phrase } from '#card/phrase.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Tidings } from '#delivery/notice.ts';
import { type NoticeWords, noticeWordsIn } from '#delivery/notice-words.ts';
import { operatorWords } from '#delivery/operator-words.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** Where it is found who is to be told, and in which language. */
type Sources = { readonly workspaces: WorkspaceStore; readonly subscriptions: SubscriptionStore };

/**
 * What is to be told of what the flood rule held back of a visit, with the two things that can be done about it: to the
 * operator, or of a workspace's own feed to the channel there that has watched something for the longest. Nothing where
 * nothing was held back, or where nobody watches.
 */
export async function floodTidings(
  { flood, parked }: Pick<ReadDocument, 'flood' | 'parked'>,
  outlet: Outlet,
  { ledger, now }: { readonly ledger: Sources; readonly now: Date },
): Promise<Tidings | undefined> {
  if (flood.kind === 'calm' || parked.length === 0) return undefined;
  const told = await toldOf(outlet, ledger);
  if (told === undefined) return undefined;
  const { words, channel } = told;
  return {
    about: `flood:${outlet.id}:${now.toISOString()}`,
    ...(channel !== undefined && { channel }),
    line: lineOn(flood, outlet.name, words),
    actions: [
      { label: words.release, command: `feed release ${outlet.id}` },
      { label: words.drop, command: `feed drop ${outlet.id}` },
    ],
  };
}

/** Without a channel it is the operator. */
type Told = { readonly words: NoticeWords; readonly channel?: ChannelId };

async function toldOf(
  { workspace: id }: Outlet,
  { workspaces, subscriptions }: Sources,
): Promise<Told | undefined> {
  if (id === undefined) return { words: await operatorWords(workspaces) };
  const workspace = await workspaces.find(id);
  const [first] = await subscriptions.listByWorkspace(id);
  return first && { words: noticeWordsIn(workspace?.languages[0]), channel: first.channel };
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
