import type { Phrase } from '#card/phrase.ts';
import type { Policy } from '#channel/policy.ts';
import { groups, person, say } from '#command/words/say.ts';

/** What is said of a topic that somebody proposes who may not watch it. */
export type ProposalWords = {
  /** The button under the refusal. */
  readonly propose: string;
  /** In the channel, for everybody; the button is for those who manage. */
  readonly isProposed: (who: string, channel: string, topic: string) => Phrase;
  readonly takeUp: string;
  readonly sent: (channel: string, topic: string, managers: Policy['managers']) => Phrase;
  readonly tooMany: (anHour: number) => Phrase;
};

const ENGLISH: ProposalWords = {
  propose: 'Send them this topic',
  isProposed: (who, channel, topic) =>
    say`${person(who)} proposes that ${channel} watch **“${topic}”**. Whoever manages watches here may take it up.`,
  takeUp: 'Watch it here',
  sent: (channel, topic, managers) =>
    say`**“${topic}” is proposed** in ${channel}, with a button for those who manage watches${managers.length === 0 ? '' : say`, ${groups(managers)} among them`}.`,
  tooMany: (anHour) =>
    say`**Not proposed:** you have proposed ${anHour} topics within an hour, and everybody here reads them. Try again later.`,
};

const FRENCH: ProposalWords = {
  propose: 'Leur proposer ce sujet',
  isProposed: (who, channel, topic) =>
    say`${person(who)} propose que ${channel} suive **« ${topic} »**. Qui gère les veilles ici peut l'accepter.`,
  takeUp: 'Le suivre ici',
  sent: (channel, topic, managers) =>
    say`**« ${topic} » est proposé** dans ${channel}, avec un bouton pour qui gère les veilles${managers.length === 0 ? '' : say`, dont ${groups(managers)}`}.`,
  tooMany: (anHour) =>
    say`**Non proposé :** vous avez proposé ${anHour} sujets en une heure, et tout le monde les lit ici. Réessayez plus tard.`,
};

/** The words in this language, else in English. */
export const proposalWordsIn = (language: string): ProposalWords => (language === 'fr' ? FRENCH : ENGLISH);
