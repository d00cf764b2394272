import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { Desk } from '#command/command.ts';
import type { LookBack } from '#command/watch/look-back.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { planTopic } from '#match/topic-plan.ts';
import { explainTopic } from '#topic/explain-topic.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** How many articles name all who are asked for and not the event, and how to see them; nothing where there are none. */
export function tellMissed(
  topic: Topic,
  missed: LookBack['missed'],
  words: ReplyWords,
  { lexicon }: Pick<Desk, 'lexicon'>,
): { readonly lines: readonly Phrase[]; readonly actions: readonly Action[] } {
  const { ways } = planTopic(topic, lexicon);
  const { actors, event } = ways[0];
  if (missed.articles === 0 || event === undefined) return { lines: [], actions: [] };

  const { parts } = explainTopic(topic, lexicon, words.language);
  const nameOf = ({ written }: Part): string =>
    parts.find((part) => part.written === written)?.understoodAs.join(words.or) ?? written;
  const named = actors.map(({ written }) => written);
  return {
    lines: [words.watch.missedNarrowly({ ...missed, names: actors.map(nameOf), event: nameOf(event) })],
    actions: [{ label: words.watch.actions.missed, command: `news search ${named.join(' ')}` }],
  };
}
