import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** What is said where somebody would have another channel watch a topic. */
export type PlaceWords = {
  readonly noSuchChannel: (written: string) => Phrase;
  /** Who asks sees that channel, and does not manage what it watches. */
  readonly notYours: (channel: string) => Phrase;
};

const ENGLISH: PlaceWords = {
  noSuchChannel: (written) =>
    say`**Not saved:** I know of no channel “${written}” that you can see. Name it with #, as in ${typed('in:#night')}.`,
  notYours: (channel) =>
    say`**Not saved:** as far as I can tell you do not manage what ${channel} watches. Ask somebody who manages that channel.`,
};

const FRENCH: PlaceWords = {
  noSuchChannel: (written) =>
    say`**Non enregistré :** je ne connais aucun salon « ${written} » que vous voyiez. Nommez-le avec #, comme dans ${typed('dans:#nuit')}.`,
  notYours: (channel) =>
    say`**Non enregistré :** autant que je puisse savoir, vous ne gérez pas ce que suit ${channel}. Demandez à qui gère ce salon.`,
};

/** The words in this language, else in English. */
export const placeWordsIn = (language: string): PlaceWords => (language === 'fr' ? FRENCH : ENGLISH);
