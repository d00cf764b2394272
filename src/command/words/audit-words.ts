import type { Phrase } from '#card/phrase.ts';
import type { AuditRow } from '#channel/channel.ts';
import { dayAndTime, person, say, typed } from '#command/words/say.ts';

/** What is said of who changed what. */
export type AuditWords = {
  readonly heading: Phrase;
  readonly nothing: Phrase;
  readonly line: (row: AuditRow, channel: string | undefined) => Phrase;
};

const line: AuditWords['line'] = ({ at, who, what, detail }, channel) =>
  say`${dayAndTime(at)} · ${channel ?? ''}${channel === undefined ? '' : ' · '}${person(who)} · ${typed(what)} ${detail}`;

const ENGLISH: AuditWords = {
  heading: say`**Changes, newest first:** in channels that you manage, and for all of this workspace`,
  nothing: say`**Nobody has changed anything here so far.**`,
  line,
};

const FRENCH: AuditWords = {
  heading: say`**Modifications, de la plus récente à la plus ancienne :** dans les salons que vous gérez, et pour tout cet espace`,
  nothing: say`**Personne n'a encore rien modifié ici.**`,
  line,
};

/** The words in this language, else in English. */
export const auditWordsIn = (language: string): AuditWords => (language === 'fr' ? FRENCH : ENGLISH);
