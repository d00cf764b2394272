import type { Phrase } from '#card/phrase.ts';
import { dayAndTime, say, typed } from '#command/words/say.ts';

/** What the overview of a workspace's watches says besides them. */
export type DashboardWords = {
  /** What Readout is, and how somebody begins. */
  readonly hello: readonly Phrase[];
  readonly nothingYet: Phrase;
  readonly nextDigest: (at: string) => Phrase;
  /** The buttons that turn the page. */
  readonly onwards: string;
  readonly fromTheBeginning: string;
  readonly add: string;
  readonly pause: string;
  readonly resume: string;
  readonly edit: string;
  readonly remove: string;
};

const ENGLISH: DashboardWords = {
  hello: [
    say`**Readout** watches diplomatic news and posts one card per event, with each side's own words.`,
    say`Type ${typed('/invite @Readout')} in a channel, then ${typed('/readout watch add Macron Putin call')}; ${typed('/readout')} alone opens the form. I read no messages, and post nothing until you watch something. What I store: ${typed('/readout privacy')}.`,
  ],
  nothingYet: say`No channel that you see watches anything yet.`,
  nextDigest: (at) => say`Next digest: ${dayAndTime(at)}.`,
  onwards: 'More topics',
  fromTheBeginning: 'From the beginning',
  add: 'Watch a topic',
  pause: 'Pause',
  resume: 'Resume',
  edit: 'Change',
  remove: 'Remove',
};

const FRENCH: DashboardWords = {
  hello: [
    say`**Readout** suit l'actualité diplomatique et publie une fiche par événement, avec les mots de chaque partie.`,
    say`Tapez ${typed('/invite @Readout')} dans un canal, puis ${typed('/readout veille ajouter appel Macron Poutine')} ; ${typed('/readout')} seul ouvre le formulaire. Je ne lis pas vos messages et ne publie rien tant que rien n'est suivi. Données conservées : ${typed('/readout confidentialité')}.`,
  ],
  nothingYet: say`Aucun canal que vous voyez ne suit encore quoi que ce soit.`,
  nextDigest: (at) => say`Prochaine synthèse : ${dayAndTime(at)}.`,
  onwards: 'Suite des sujets',
  fromTheBeginning: 'Depuis le début',
  add: 'Suivre un sujet',
  pause: 'Suspendre',
  resume: 'Reprendre',
  edit: 'Modifier',
  remove: 'Retirer',
};

/** The words in this language, else in English. */
export const dashboardWordsIn = (language: string): DashboardWords => (language === 'fr' ? FRENCH : ENGLISH);
