/** What Discord's card says besides the card's own words. */
export type DiscordWords = { readonly more: (left: number) => string; readonly why: string };

const ENGLISH: DiscordWords = { more: (left) => `+${left} more`, why: 'Why?' };
const WORDS: Readonly<Record<string, DiscordWords>> = {
  en: ENGLISH,
  fr: { more: (left) => `+${left} de plus`, why: 'Pourquoi ?' },
};

/** The words in the card's language, else in English. */
export const discordWords = (language: string): DiscordWords => WORDS[language] ?? ENGLISH;
