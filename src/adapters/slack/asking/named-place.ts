/** For which channel something is asked, and what is asked without its name. */
export type NamedPlace = { readonly words: string; readonly place: string };

/** A channel behind what is asked, as `readNamed` leaves it: "… in C0DESK", "… C0DESK"; not the value of an option. */
const AT_THE_END = /^(.*?[^\s:])(?: +(?:in|into|to|dans|sur|vers))? +([CG][A-Z0-9]{5,})$/su;

/** Reads the channel that stands behind a command; absent where none of `channels` does. */
export function readPlace(words: string, channels: readonly string[]): NamedPlace | undefined {
  const [, rest, place] = AT_THE_END.exec(words) ?? [];
  return rest === undefined || place === undefined || !channels.includes(place)
    ? undefined
    : { words: rest, place };
}

/**
 * Names of channels as people write them where Slack made no channel of them: behind the option that takes one
 * (“to:#desk”), or at the end of what was typed. Any other #word is the topic's own.
 */
const BY_NAME = /(?<=(?:^|\s)(?:to|in|vers|dans)[:：]|\s(?=\S+\s*$))#([\p{Ll}\p{Lo}\p{N}_-]{1,80})(?=$|\s)/gu;

/** The names that may be those of channels, without their #. */
export const namesOfChannels = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(BY_NAME)].flatMap(([, name = '']) => name)),
];

/** The words with each of these names, by name, as Slack's id. */
export const withIds = (words: string, ids: ReadonlyMap<string, string>): string =>
  words.replaceAll(BY_NAME, (named: string, name: string) => ids.get(name) ?? named);
