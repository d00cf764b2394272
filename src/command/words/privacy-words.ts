import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** What is kept, and for how long; each line holds for what the program does, not for what its host does. */
const ENGLISH: readonly Phrase[] = [
  say`**I read no messages.** I see only what is typed to me, and which of my buttons are pressed.`,
  say`**Of this workspace I keep** its name and language, the names of channels in which I was asked something, the topics watched there with their settings, what I posted, and the feeds that were added here.`,
  say`**Of people I keep** their id on this platform beside each change that they made (${typed('readout-admin audit')}), and beside the watches and feeds that they began; no name, no address, nothing of who only looks.`,
  say`**For how long:** how a change is taken back for a day after its fifteen minutes, commands behind buttons for a day, and everything of this workspace until 30 days after I am taken out of it.`,
];

const FRENCH: readonly Phrase[] = [
  say`**Je ne lis pas vos messages.** Je ne vois que ce qui m'est adressé, et lesquels de mes boutons sont pressés.`,
  say`**De cet espace je conserve** son nom et sa langue, le nom des salons où l'on m'a demandé quelque chose, les sujets suivis avec leurs réglages, ce que j'ai publié, et les flux ajoutés ici.`,
  say`**Des personnes je conserve** leur identifiant sur cette plateforme à côté de chaque modification qu'elles ont faite (${typed('readout-admin journal')}), et des veilles et flux qu'elles ont ajoutés ; ni nom, ni adresse, rien de qui ne fait que consulter.`,
  say`**Combien de temps :** de quoi annuler une modification, un jour après ses quinze minutes ; les commandes derrière des boutons, un jour ; tout ce qui est de cet espace, jusqu'à 30 jours après mon retrait.`,
];

/** The lines in this language, else in English. */
export const privacyWordsIn = (language: string): readonly Phrase[] => (language === 'fr' ? FRENCH : ENGLISH);
