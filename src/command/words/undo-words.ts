import type { Phrase } from '#card/phrase.ts';
import type { Policy } from '#channel/policy.ts';
import { groups, say, typed } from '#command/words/say.ts';

/** What is said where somebody takes a change back. `change` is the command with what it was about. */
export type UndoWords = {
  readonly undone: (change: string) => Phrase;
  readonly alreadyUndone: (change: string) => Phrase;
  readonly tooLate: (change: string, minutes: number) => Phrase;
  readonly insteadType: (command: string) => Phrase;
  /** The same of a change in another channel. */
  readonly insteadTypeIn: (channel: string, command: string) => Phrase;
  readonly changedSince: (change: string) => Phrase;
  readonly tooFast: (feedsAnHour: number) => Phrase;
  readonly notYours: (managers: Policy['managers']) => Phrase;
  readonly unknown: Phrase;
  /** On the button of the opposite command. */
  readonly instead: string;
};

const ENGLISH: UndoWords = {
  undone: (change) => say`**Taken back:** ${typed(change)}.`,
  alreadyUndone: (change) => say`${typed(change)} was taken back already.`,
  tooLate: (change, minutes) =>
    say`**Nothing was changed:** ${typed(change)} is more than ${minutes} minutes old, too long to be taken back by a button.`,
  insteadType: (command) => say`${typed(command)} comes nearest to it now.`,
  insteadTypeIn: (channel, command) => say`${typed(command)}, typed in ${channel}, comes nearest to it now.`,
  changedSince: (change) =>
    say`**Nothing was changed:** somebody has changed the same thing since ${typed(change)}. Look at how it stands now, and change that.`,
  tooFast: (feeds) =>
    say`**Nothing was changed:** ${feeds} feeds were added, tried or brought back here within an hour. Try again later.`,
  notYours: (managers) =>
    say`**Nothing was changed:** this can be taken back by who did it, or by those who manage watches here${managers.length === 0 ? '' : say`, ${groups(managers)} among them`}.`,
  unknown: say`**Nothing was changed:** I know of no such change here, or it was more than a day ago.`,
  instead: 'Do that',
};

const FRENCH: UndoWords = {
  undone: (change) => say`**Annulé :** ${typed(change)}.`,
  alreadyUndone: (change) => say`${typed(change)} a déjà été annulé.`,
  tooLate: (change, minutes) =>
    say`**Rien n'a été modifié :** ${typed(change)} date de plus de ${minutes} minutes, trop pour être annulé par un bouton.`,
  insteadType: (command) => say`${typed(command)} s'en approche le plus maintenant.`,
  insteadTypeIn: (channel, command) =>
    say`${typed(command)}, tapé dans ${channel}, s'en approche le plus maintenant.`,
  changedSince: (change) =>
    say`**Rien n'a été modifié :** quelqu'un a modifié la même chose depuis ${typed(change)}. Regardez où elle en est, et modifiez cela.`,
  tooFast: (feeds) =>
    say`**Rien n'a été modifié :** ${feeds} flux ont été ajoutés, essayés ou repris ici en une heure. Réessayez plus tard.`,
  notYours: (managers) =>
    say`**Rien n'a été modifié :** cela peut être annulé par qui l'a fait, ou par les personnes qui gèrent les veilles ici${managers.length === 0 ? '' : say`, dont ${groups(managers)}`}.`,
  unknown: say`**Rien n'a été modifié :** je ne connais pas de telle modification ici, ou elle date de plus d'un jour.`,
  instead: 'Le faire',
};

/** The words in this language, else in English. */
export const undoWordsIn = (language: string): UndoWords => (language === 'fr' ? FRENCH : ENGLISH);
