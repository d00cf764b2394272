import type { Phrase } from '#card/phrase.ts';
import { say } from '#command/words/say.ts';

/** A watched topic, and how many stories it brought in seven days. */
export type TopicFigures = { readonly name: string; readonly stories: number; readonly isPaused: boolean };

/** What `news topics` says. */
export type TopicsWords = {
  readonly heading: (channel: string, topics: number) => Phrase;
  readonly line: (topic: TopicFigures) => Phrase;
};

const ENGLISH: TopicsWords = {
  heading: (channel, topics) =>
    topics === 0
      ? say`**${channel} watches nothing yet.** What anybody reads is in the news all the same.`
      : say`**${channel} watches ${topics} ${topics === 1 ? 'topic' : 'topics'}**; of the last 7 days:`,
  line: ({ name, stories, isPaused }) =>
    say`**${name}** · ${stories === 0 ? 'nothing' : `${stories} ${stories === 1 ? 'story' : 'stories'}`}${isPaused ? ' · paused' : ''}`,
};

const FRENCH: TopicsWords = {
  heading: (channel, topics) =>
    topics === 0
      ? say`**${channel} ne suit encore rien.** Les actualités restent consultables.`
      : say`**${channel} suit ${topics} ${topics === 1 ? 'sujet' : 'sujets'}** ; depuis 7 jours :`,
  line: ({ name, stories, isPaused }) =>
    say`**${name}** · ${stories === 0 ? 'rien' : `${stories} ${stories === 1 ? 'dossier' : 'dossiers'}`}${isPaused ? ' · en pause' : ''}`,
};

/** The words in this language, else in English. */
export const topicsWordsIn = (language: string): TopicsWords => (language === 'fr' ? FRENCH : ENGLISH);
