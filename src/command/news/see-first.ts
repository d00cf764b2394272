import type { Action } from '#channel/action.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';

/** The button to the first of the stories that a reply lists, by their short names; none where it lists none. */
export function seeFirst(listed: readonly string[], { actions }: ReplyWords): readonly Action[] {
  const [first] = listed;
  if (first === undefined) return [];
  const label = listed.length === 1 ? actions.seeStory : actions.seeFirst;
  return [{ label, command: `story show ${first}` }];
}
