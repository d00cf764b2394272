import type { Reply } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { typed } from '#command/words/say.ts';
import type { QueryProblem } from '#topic/topic.ts';

/** Takes the place of a space where wrapping would take a space away. */
const FIXED_SPACE = '\u00a0';

/** Why a query is no topic, with a caret below the place; `command` is what to type before the suggestion. */
export function queryProblem(
  problem: QueryProblem,
  written: string,
  words: ReplyWords,
  command: string,
): Reply {
  const { fault, place, suggestion } = problem;
  const isToBeSaved = command === 'watch add';
  return {
    kind: 'refused',
    lines: [
      isToBeSaved ? words.watch.badQuery(fault, place) : words.watch.noTopic(fault, place),
      typed(written.replaceAll(' ', FIXED_SPACE)),
      typed(`${FIXED_SPACE.repeat(place - 1)}^`),
      ...(suggestion === undefined ? [] : [words.didYouMean(suggestion)]),
    ],
    actions:
      suggestion === undefined
        ? []
        : [
            {
              label: isToBeSaved ? words.actions.watchThat : words.actions.thatCommand,
              command: `${command} ${suggestion}`,
            },
          ],
  };
}
