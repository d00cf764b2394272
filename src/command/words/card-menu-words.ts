import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** The menu behind a card's “More…”. */
export type CardMenuWords = {
  readonly asks: (headline: string, story: string, channel: string) => Phrase;
  /** Where the channel hears no more of it. */
  readonly isMuted: Phrase;
  readonly digestOnly: (topic: string) => string;
  readonly mute: string;
  readonly unmute: string;
};

const ENGLISH: CardMenuWords = {
  asks: (headline, story, channel) =>
    say`**${headline}** · ${typed(story)} · What shall become of it in ${channel}? Whatever you change can be undone for 15 minutes.`,
  isMuted: say`It is muted here: only what takes something back still comes.`,
  digestOnly: (topic) => `Digest only: ${topic}`,
  mute: 'Mute this story',
  unmute: 'Hear of it again',
};

const FRENCH: CardMenuWords = {
  asks: (headline, story, channel) =>
    say`**${headline}** · ${typed(story)} · Qu'en faire dans ${channel} ? Chaque modification peut être annulée pendant 15 minutes.`,
  isMuted: say`Il est tu ici : seules les rectifications arrivent encore.`,
  digestOnly: (topic) => `En synthèse : ${topic}`,
  mute: 'Taire ce dossier',
  unmute: 'Le recevoir de nouveau',
};

/** The words in this language, else in English. */
export const cardMenuWordsIn = (language: string): CardMenuWords => (language === 'fr' ? FRENCH : ENGLISH);
