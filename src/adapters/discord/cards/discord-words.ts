/** What Discord's card says besides the card's own words. */
export type DiscordWords = {
  readonly more: (left: number) => string;
  readonly why: string;
  readonly sources: (count: number) => string;
  /** What only those who manage can do. */
  readonly menu: string;
};

const ENGLISH: DiscordWords = {
  more: (left) => `+${left} more`,
  why: 'Why?',
  sources: (count) => `Sources (${count})`,
  menu: 'More…',
};
const WORDS: Readonly<Record<string, DiscordWords>> = {
  en: ENGLISH,
  fr: {
    more: (left) => `+${left} de plus`,
    why: 'Pourquoi ?',
    sources: (count) => `Sources (${count})`,
    menu: 'Plus…',
  },
};

/** The words in the card's language, else in English. */
export const discordWords = (language: string): DiscordWords => WORDS[language] ?? ENGLISH;
