import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** What is said of the zone in which a channel's hours count. */
export type ZoneWords = {
  /** `later`: what changes it at any time. */
  readonly asks: (zone: string, later: string) => Phrase;
  readonly asElsewhere: (zone: string, later: string) => Phrase;
  /** The command that changes it, behind its first word. */
  readonly later: string;
  /** On the buttons. */
  readonly another: string;
  readonly keep: (zone: string) => string;
  readonly formTitle: string;
};

const ENGLISH: ZoneWords = {
  asks: (zone, later) =>
    say`**In which time zone are these hours?** Nobody has said so far: they count in ${zone}. I ask once; later it is ${typed(later)}.`,
  asElsewhere: (zone, later) =>
    say`Hours count in ${zone} here, as elsewhere in this workspace; ${typed(later)} changes that.`,
  later: 'settings zone:…',
  another: 'Another zone',
  keep: (zone) => `Keep ${zone}`,
  formTitle: 'Time zone',
};

const FRENCH: ZoneWords = {
  asks: (zone, later) =>
    say`**Dans quel fuseau horaire sont ces heures ?** Personne ne l'a dit jusqu'ici : elles comptent en ${zone}. Je ne le demande qu'une fois ; plus tard, c'est ${typed(later)}.`,
  asElsewhere: (zone, later) =>
    say`Ici, les heures comptent en ${zone}, comme ailleurs dans cet espace ; ${typed(later)} le modifie.`,
  later: 'réglages fuseau:…',
  another: 'Un autre fuseau',
  keep: (zone) => `Garder ${zone}`,
  formTitle: 'Fuseau horaire',
};

/** The words in this language, else in English. */
export const zoneWordsIn = (language: string): ZoneWords => (language === 'fr' ? FRENCH : ENGLISH);
