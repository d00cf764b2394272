import type { Analysis } from '#language/analysis.ts';
import { type Script, scriptOf } from '#language/script-of.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findEvents } from '#lexicon/find-events.ts';
import { findNames } from '#lexicon/find-names.ts';
import { findPrincipals, findRoles } from '#lexicon/find-roles.ts';
import { isNamesake } from '#lexicon/is-namesake.ts';
import type { ActorMention, EventMention, Mentions } from '#lexicon/lexicon.ts';
import type { Phrasebook } from '#lexicon/phrasebook.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

const LANGUAGE_OF_SCRIPT: Readonly<Record<Script, string>> = {
  latin: 'en',
  cyrillic: 'ru',
  arabic: 'ar',
  han: 'zh',
  kana: 'ja',
};

/** All actors and events of the lexicon that stand in a text, in reading order. `at` settles who held which office. */
export function findMentions(analysis: Analysis, lexicon: Lexicon, at: Date): Mentions {
  const book = phrasebookOf(analysis, lexicon);
  const isPerson = ({ actor }: ActorMention): boolean => lexicon.actors.get(actor)?.kind === 'person';
  const actors: ActorMention[] = [];
  const events: EventMention[] = [];
  for (const [passage, { sentences, text }] of analysis.passages.entries()) {
    for (const [sentence, { words, end }] of sentences.entries()) {
      const here: SentenceAt = { passage, sentence, text, words, end };
      const names = findNames(here, book).filter(
        (mention) => isPerson(mention) || !isNamesake(mention, here, book),
      );
      // Titles and principals belong to somebody who is named.
      const roles = names.length > 0 ? findRoles(here, names, { book, lexicon, at }) : [];
      actors.push(...inReadingOrder([...names, ...roles, ...findPrincipals(names, lexicon, at)]));
      events.push(...findEvents(here, [...names, ...roles], book, at));
    }
  }
  return { actors, events };
}

/** The phrases to look for in a text: its language's, or where the lexicon has none, those of its script. */
export function phrasebookOf({ language, passages }: Analysis, lexicon: Lexicon): Phrasebook {
  if (language && lexicon.languages.includes(language)) return lexicon.phrasebookFor(language);
  const script = scriptOf(passages[0]?.text ?? '');
  return lexicon.phrasebookFor(LANGUAGE_OF_SCRIPT[script]);
}

const inReadingOrder = (mentions: readonly ActorMention[]): ActorMention[] =>
  mentions.toSorted((one, other) => one.firstWord - other.firstWord || one.lastWord - other.lastWord);
