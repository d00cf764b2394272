/** Words without Slack's own writing, and whom they name. */
export type NamedWords = {
  readonly words: string;
  /** Slack's ids of channels, and of user groups. */
  readonly channels: readonly string[];
  readonly groups: readonly string[];
};

/** How Slack writes what it knows ("Formatting message text"): `<#C1|desk>`, `<!subteam^S1|@editors>`, `<@U1>`, `<https://…|…>`. */
const CHANNEL = /<#([CGD][A-Z0-9]+)(?:\|[^>]*)?>/g;
const GROUP = /<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g;
const PERSON = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
const LINK = /<((?:https?|mailto):[^\s|>]+)(?:\|[^>]*)?>/g;

/** Reads what Slack put between angle brackets: each is its id, or its address, from here on. */
export function readNamed(typed: string): NamedWords {
  const found = (mark: RegExp): readonly string[] => [
    ...new Set([...typed.matchAll(mark)].flatMap(([, id = '']) => id)),
  ];
  return {
    words: [CHANNEL, GROUP, PERSON, LINK].reduce((words, mark) => words.replaceAll(mark, '$1'), typed).trim(),
    channels: found(CHANNEL),
    groups: found(GROUP),
  };
}
