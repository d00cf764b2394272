import type { Ask, Desk } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { english } from '#command/words/reply-words-en.ts';
import { french } from '#command/words/reply-words-fr.ts';

const LANGUAGES: ReadonlyMap<string, ReplyWords> = new Map([
  ['en', english],
  ['fr', french],
]);

/** The words in which to reply to whoever asks: in their own language where it is told and we have it, else their workspace's. */
export async function wordsFor(
  { channel, language }: Pick<Ask, 'channel' | 'language'>,
  { ledger }: Desk,
): Promise<ReplyWords> {
  const own = LANGUAGES.get(language ?? '');
  if (own !== undefined) return own;
  const workspace = await ledger.workspaces.find(channel.workspace);
  return replyWordsIn(workspace?.languages ?? []);
}

/** The words of the first of these languages that we have, else English. */
export const replyWordsIn = (languages: readonly string[]): ReplyWords =>
  languages.map((language) => LANGUAGES.get(language)).find((words) => words !== undefined) ?? english;
