import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { type NoticeWords, noticeWordsIn } from '#delivery/notice-words.ts';

/** The words in which this operator is told things. */
export async function operatorWords(workspaces: WorkspaceStore): Promise<NoticeWords> {
  const channel = await workspaces.findChannel(OPERATOR_CHANNEL);
  const operator = channel && (await workspaces.find(channel.workspace));
  return noticeWordsIn(operator?.languages[0]);
}
