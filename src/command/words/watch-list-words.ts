import type { Phrase } from '#card/phrase.ts';
import { joined, say, typed } from '#command/words/say.ts';

/** What became of the lines of a list. */
export type TakenOver = {
  readonly added: number;
  readonly alreadyThere: number;
  readonly overLimit: number;
};

/** What is said of lists of watches that go out or come in. */
export type WatchListWords = {
  readonly exported: (channel: string, watches: number) => Phrase;
  readonly nothing: (channel: string) => Phrase;
  readonly imported: (channel: string, taken: TakenOver) => Phrase;
  readonly unread: (lines: readonly string[], all: number) => Phrase;
  readonly noList: Phrase;
  readonly notReached: (address: string) => Phrase;
  readonly tooManyLinks: Phrase;
  readonly tooLong: (kilobytes: number) => Phrase;
};

const ENGLISH: WatchListWords = {
  exported: (channel, watches) =>
    say`**${watches} ${watches === 1 ? 'topic' : 'topics'} of ${channel}**, with conditions and digests; whom they mention stays here. ${typed('readout-admin import')} takes the list over in another channel.`,
  nothing: (channel) => say`**${channel} watches nothing yet**, so there is nothing to take along.`,
  imported: (channel, { added, alreadyThere, overLimit }) =>
    say`${added === 0 ? say`**Nothing was added.**` : say`**${channel} now watches ${added} more ${added === 1 ? 'topic' : 'topics'}.**`} Watched already: ${alreadyThere}. Over the limit: ${overLimit}.`,
  unread: (lines, all) => say`Not understood: ${all}, such as ${joined(lines.map(typed), ', ')}.`,
  noList: say`**Nothing was changed:** that is no list of topics. ${typed('readout-admin export')} writes one: a topic a line, each ended by a semicolon.`,
  notReached: (address) =>
    say`**Nothing was changed:** nothing could be read at ${address}. Is it open to everybody? The list itself may stand behind the command instead.`,
  tooManyLinks: say`**Nothing was changed:** too many lists were fetched from links here within an hour. Put the list itself behind the command, or try again later.`,
  tooLong: (kilobytes) =>
    say`**Nothing was changed:** that is longer than ${kilobytes} kB, and no list of topics is.`,
};

const FRENCH: WatchListWords = {
  exported: (channel, watches) =>
    say`**${watches} ${watches === 1 ? 'sujet' : 'sujets'} de ${channel}**, avec conditions et synthèses ; qui est mentionné reste ici. ${typed('readout-admin importer')} reprend la liste dans un autre salon.`,
  nothing: (channel) => say`**${channel} ne suit encore rien**, il n'y a donc rien à emporter.`,
  imported: (channel, { added, alreadyThere, overLimit }) =>
    say`${added === 0 ? say`**Rien n'a été ajouté.**` : say`**${channel} suit maintenant ${added} ${added < 2 ? 'sujet' : 'sujets'} de plus.**`} Déjà suivis : ${alreadyThere}. Au-delà de la limite : ${overLimit}.`,
  unread: (lines, all) => say`Non compris : ${all}, par exemple ${joined(lines.map(typed), ', ')}.`,
  noList: say`**Rien n'a été modifié :** ce n'est pas une liste de sujets. ${typed('readout-admin exporter')} en écrit une : un sujet par ligne, chacun suivi d'un point-virgule.`,
  notReached: (address) =>
    say`**Rien n'a été modifié :** rien n'a pu être lu à l'adresse ${address}. Est-elle ouverte à tous ? La liste elle-même peut suivre la commande.`,
  tooManyLinks: say`**Rien n'a été modifié :** trop de listes ont été lues ici par des liens en une heure. Mettez la liste elle-même après la commande, ou réessayez plus tard.`,
  tooLong: (kilobytes) =>
    say`**Rien n'a été modifié :** c'est plus long que ${kilobytes} ko, et aucune liste de sujets ne l'est.`,
};

/** The words in this language, else in English. */
export const watchListWordsIn = (language: string): WatchListWords => (language === 'fr' ? FRENCH : ENGLISH);
