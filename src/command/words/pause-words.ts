import type { Phrase } from '#card/phrase.ts';
import { dayAndTime, say } from '#command/words/say.ts';

/** What is said where every topic of a channel is paused or heard again. */
export type PauseWords = {
  readonly allPaused: (channel: string, topics: number, until?: string) => Phrase;
  readonly nothingToPause: (channel: string) => Phrase;
  readonly allResumed: (channel: string, topics: number) => Phrase;
  readonly nothingToResume: (channel: string) => Phrase;
};

const ENGLISH: PauseWords = {
  allPaused: (channel, topics, until) =>
    until === undefined
      ? say`**${channel} hears nothing** until somebody resumes it: ${count(topics)} paused. What takes a claim back still comes.`
      : say`**${channel} hears nothing until ${dayAndTime(until)}:** ${count(topics)} paused. What takes a claim back still comes.`,
  nothingToPause: (channel) => say`${channel} watches nothing that is not paused for as long already.`,
  allResumed: (channel, topics) =>
    say`**${channel} hears of ${count(topics)} again.** What came meanwhile is told with its next article.`,
  nothingToResume: (channel) => say`Nothing is paused in ${channel}.`,
};

const FRENCH: PauseWords = {
  allPaused: (channel, topics, until) =>
    until === undefined
      ? say`**${channel} ne reçoit plus rien** jusqu'à nouvel ordre : ${compte(topics)} en pause. Les rectifications arrivent encore.`
      : say`**${channel} ne reçoit plus rien jusqu'au ${dayAndTime(until)} :** ${compte(topics)} en pause. Les rectifications arrivent encore.`,
  nothingToPause: (channel) => say`${channel} ne suit rien qui ne soit déjà en pause aussi longtemps.`,
  allResumed: (channel, topics) =>
    say`**${channel} reçoit de nouveau ${compte(topics)}.** Ce qui est arrivé entre-temps est annoncé avec le prochain article.`,
  nothingToResume: (channel) => say`Rien n'est en pause dans ${channel}.`,
};

const count = (topics: number): string => `${topics} ${topics === 1 ? 'topic' : 'topics'}`;
const compte = (topics: number): string => `${topics} ${topics < 2 ? 'sujet' : 'sujets'}`;

/** The words in this language, else in English. */
export const pauseWordsIn = (language: string): PauseWords => (language === 'fr' ? FRENCH : ENGLISH);
