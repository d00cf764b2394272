/** What is said before anybody can be asked in whose words to say it. */
export type InteractionWords = {
  readonly onlyInServers: string;
  readonly unknownCommand: string;
  readonly notOurs: string;
};

const ENGLISH: InteractionWords = {
  onlyInServers: 'I answer in the channels of a server that I am a member of, not here.',
  unknownCommand: 'I no longer know this command. Discord will show the new ones in a moment.',
  notOurs: 'This button does nothing any more.',
};
const FRENCH: InteractionWords = {
  onlyInServers: 'Je réponds dans les salons d’un serveur dont je suis membre, pas ici.',
  unknownCommand: 'Je ne connais plus cette commande. Discord affichera les nouvelles dans un instant.',
  notOurs: 'Ce bouton ne fait plus rien.',
};

/** The words in the reader's language (Discord's locale), else in English. */
export const interactionWords = (locale: string): InteractionWords =>
  locale.startsWith('fr') ? FRENCH : ENGLISH;
