import type { Command } from '#command/command.ts';
import { foldWord } from '#language/fold-word.ts';

/** A command that may have been meant, and what was typed behind its words. */
export type Guess = { readonly command: Command; readonly following: string };

/** How the name of a story looks, wherever it stands. */
const STORY_NAME = /^R-[0-9A-Z]{4,}$/i;

/** Words for watching that other bots taught people, and what they mean here. */
const WATCHING = ['follow', 'track', 'monitor', 'subscribe', 'suivre', 'surveiller'];
const WATCHING_NO_MORE = ['unwatch', 'unfollow', 'unsubscribe', 'desabonner'];
/** May begin a topic as well (“stop the war”): meant so only alone, or before one word. */
const STOPPING = ['stop', 'arreter'];

/**
 * What somebody means who names a verb and leaves its root out (`add Iran`, `dernières`), or a story alone; absent where
 * that is not plain. Of commands with the same verb the first of the list is meant.
 */
export function guessByVerb(words: readonly string[], commands: readonly Command[]): Guess | undefined {
  const [first = '', ...following] = words;
  const isStory = STORY_NAME.test(first);
  const meant = isStory ? 'story show' : learnedElsewhere(foldWord(first), following.length);
  const command =
    meant === undefined
      ? listed(commands).find((command) => isWordOf(first, command, 1))
      : commands.find(({ path }) => path.join(' ') === meant);
  if (command === undefined) return undefined;
  return { command, following: (isStory ? words : following).join(' ') };
}

/** What somebody may mean who leaves the verb out (`watch Iran`), or says what they want to hear of and nothing else. */
export function guessByText(words: readonly string[], commands: readonly Command[]): Guess | undefined {
  const [first = '', ...following] = words;
  const takingText = listed(commands).filter(({ options }) => options.some(({ kind }) => kind === 'text'));
  const under = takingText.find((command) => isWordOf(first, command, 0));
  if (under !== undefined)
    return following.length === 0 ? undefined : { command: under, following: following.join(' ') };
  const [command] = takingText;
  return command === undefined || first === '' ? undefined : { command, following: words.join(' ') };
}

/** Those of two words that people can name: what stands behind buttons alone is not among them. */
const listed = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ path, isOnButtons }) => path.length === 2 && isOnButtons !== true);

const isWordOf = (word: string, { path, pathInFrench }: Command, place: number): boolean =>
  [path[place], pathInFrench[place]].some(
    (own) => own !== undefined && word !== '' && foldWord(own) === foldWord(word),
  );

/** The command that such a word means, by its path; `after`: how many words follow it. */
function learnedElsewhere(verb: string, after: number): string | undefined {
  if (WATCHING.includes(verb)) return 'watch add';
  const isNoMore = WATCHING_NO_MORE.includes(verb) || (STOPPING.includes(verb) && after <= 1);
  return isNoMore ? 'watch remove' : undefined;
}
