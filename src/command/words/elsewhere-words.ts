import type { Phrase } from '#card/phrase.ts';
import { say } from '#command/words/say.ts';

/** What is said of what other channels watch. */
export type ElsewhereWords = {
  /** On the button under a channel's own list. */
  readonly ask: string;
  readonly heading: (channels: number) => Phrase;
  readonly nothing: Phrase;
  readonly line: (channel: string, topics: readonly string[], more: number) => Phrase;
};

const ENGLISH: ElsewhereWords = {
  ask: 'Other channels you can see',
  heading: (channels) =>
    say`**${channels} other ${channels === 1 ? 'channel' : 'channels'} that you can see ${channels === 1 ? 'watches' : 'watch'} something**`,
  nothing: say`**No other channel that you can see watches anything.**`,
  line: (channel, topics, more) =>
    say`**${channel}** · ${topics.join(' · ')}${more === 0 ? '' : ` · and ${more} more`}`,
};

const FRENCH: ElsewhereWords = {
  ask: 'Ce qui est suivi ailleurs',
  heading: (channels) =>
    say`**${channels} ${channels === 1 ? say`**autre salon que vous voyez suit**` : say`**autres salons que vous voyez suivent**`} quelque chose**`,
  nothing: say`**Aucun autre salon que vous voyez ne suit quoi que ce soit.**`,
  line: (channel, topics, more) =>
    say`**${channel}** · ${topics.join(' · ')}${more === 0 ? '' : ` · et ${more} de plus`}`,
};

/** The words in this language, else in English. */
export const elsewhereWordsIn = (language: string): ElsewhereWords => (language === 'fr' ? FRENCH : ENGLISH);
