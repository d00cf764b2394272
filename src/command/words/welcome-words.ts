import { counted } from '#card/counted.ts';
import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** What is said once where the program was let in. */
export type WelcomeWords = {
  readonly hello: Phrase;
  /** The same on Slack, to whoever let it in: there nothing comes to a channel where nobody invited it. */
  readonly helloOnSlack: Phrase;
  /** It was here before: what it finds, and that this goes on. */
  readonly back: (watches: number) => Phrase;
};

const ENGLISH: WelcomeWords = {
  hello: say`**Hello, I am Readout.** I watch diplomatic news and post one card per event, with each side's own words. Try: ${typed('/watch add Macron Putin call')} in the channel that should get cards (needs Manage Server, or give a role the command under Server Settings → Integrations) · ${typed('/news latest')} · ${typed('/readout help')}. I read no messages here. I post nothing until you watch something. What I store: ${typed('/readout privacy')}.`,
  helloOnSlack: say`**Hello, I am Readout.** I watch diplomatic news and post one card per event, with each side's own words. Try: ${typed('/invite @Readout')} in the channel that should get cards, then ${typed('/readout watch add Macron Putin call')} there · ${typed('/readout news latest')} · ${typed('/readout help')}. I read no messages. I post nothing until you watch something. What I store: ${typed('/readout privacy')}.`,
  back: (watches) =>
    say`**I am back.** ${watches === 0 ? 'Nothing is watched here.' : `What was watched here is watched again: ${counted(watches, 'topic')}. What happened meanwhile:`} ${typed('/news latest')} · ${typed('/watch list')}`,
};

const FRENCH: WelcomeWords = {
  hello: say`**Bonjour, ici Readout.** Je suis l'actualité diplomatique et publie une fiche par événement, avec les mots de chaque partie. Essayez : ${typed('/veille ajouter')} dans le salon voulu (il faut Gérer le serveur, ou un rôle autorisé sous Paramètres du serveur → Intégrations) · ${typed('/actus dernières')} · ${typed('/readout aide')}. Je ne lis pas vos messages et ne publie rien tant que rien n'est suivi. Données conservées : ${typed('/readout confidentialité')}.`,
  helloOnSlack: say`**Bonjour, ici Readout.** Je suis l'actualité diplomatique et publie une fiche par événement, avec les mots de chaque partie. Essayez : ${typed('/invite @Readout')} dans le canal voulu, puis là-bas ${typed('/readout veille ajouter appel Macron Poutine')} · ${typed('/readout actus dernières')} · ${typed('/readout aide')}. Je ne lis pas vos messages et ne publie rien tant que rien n'est suivi. Données conservées : ${typed('/readout confidentialité')}.`,
  back: (watches) =>
    say`**Me revoici.** ${watches === 0 ? "Rien n'est suivi ici." : `Ce qui était suivi ici l'est de nouveau : ${watches} ${watches === 1 ? 'sujet' : 'sujets'}. Ce qui s'est passé entre-temps :`} ${typed('/actus dernières')} · ${typed('/veille liste')}`,
};

/** The words in this language, else in English. */
export const welcomeWordsIn = (language: string | undefined): WelcomeWords =>
  language === 'fr' ? FRENCH : ENGLISH;
