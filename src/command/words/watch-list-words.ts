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
};

const ENGLISH: WatchListWords = {
  exported: (channel, watches) =>
    say`**${watches} ${watches === 1 ? 'topic' : 'topics'} of ${channel}**, with conditions and digests; whom they mention stays here. ${typed('readout-admin import')} takes the list over in another channel.`,
  nothing: (channel) => say`**${channel} watches nothing yet**, so there is nothing to take along.`,
  imported: (channel, { added, alreadyThere, overLimit }) =>
    say`**${channel} now watches ${added} more ${added === 1 ? 'topic' : 'topics'}.** Watched already: ${alreadyThere}. Over the limit: ${overLimit}.`,
  unread: (lines, all) => say`No topics: ${all}, such as ${joined(lines.map(typed), ', ')}.`,
  noList: say`**Nothing was changed:** that is no list of topics. ${typed('readout-admin export')} writes one: a topic a line, each ended by a semicolon.`,
};

const FRENCH: WatchListWords = {
  exported: (channel, watches) =>
    say`**${watches} ${watches === 1 ? 'sujet' : 'sujets'} de ${channel}**, avec conditions et synthèses ; qui est mentionné reste ici. ${typed('readout-admin importer')} reprend la liste dans un autre salon.`,
  nothing: (channel) => say`**${channel} ne suit encore rien**, il n'y a donc rien à emporter.`,
  imported: (channel, { added, alreadyThere, overLimit }) =>
    say`**${channel} suit maintenant ${added} ${added < 2 ? 'sujet' : 'sujets'} de plus.** Déjà suivis : ${alreadyThere}. Au-delà de la limite : ${overLimit}.`,
  unread: (lines, all) => say`Pas des sujets : ${all}, par exemple ${joined(lines.map(typed), ', ')}.`,
  noList: say`**Rien n'a été modifié :** ce n'est pas une liste de sujets. ${typed('readout-admin exporter')} en écrit une : un sujet par ligne, chacun suivi d'un point-virgule.`,
};

/** The words in this language, else in English. */
export const watchListWordsIn = (language: string): WatchListWords => (language === 'fr' ? FRENCH : ENGLISH);
