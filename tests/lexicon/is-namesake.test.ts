import { expect, test } from 'vitest';
import { splitWords } from '#language/split-words.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { isNamesake } from '#lexicon/is-namesake.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { smallLexicon } from './small-lexicon.ts';

/** Whether `found`, read as the name of a country or a city, is somebody else's in this sentence. */
function isElse(found: string, text: string, language = 'en'): boolean {
  const words = splitWords(text, language);
  const at = words.findIndex((word) => word.text.startsWith(found));
  const here = { passage: 0, sentence: 0, text, words, end: text.length };
  const named: ActorMention = {
    passage: 0,
    sentence: 0,
    firstWord: at,
    lastWord: at,
    actor: 'x' as ActorId,
    by: 'name',
    found,
  };
  return isNamesake(named, here, smallLexicon.phrasebookFor(language));
}

test.each([
  ['Jordan', 'Jordan Millerby will not attend the ceremony', 'en'],
  ['Jordan', 'Le coureur Jordan Durandeau gagne une étape', 'fr'],
  ['Chad', 'Actor Chad Brookfield withdraws from a film', 'en'],
  ['Washington', 'Denzel Washington negotiates a role', 'en'],
  ['Jordan', 'Air Jordan collectors meet', 'en'],
  ['Georgia', 'Georgia Fieldman sings tonight', 'en'],
])('%s is part of another name in “%s” (%s)', (name, text, language) => {
  expect(isElse(name, text, language)).toBe(true);
});

test.each([
  ['Jordan', 'Jordan and Egypt reject the plan', 'en'],
  ['Jordan', 'Jordan King Abdullah receives guests', 'en'],
  ['Jordan', 'Jordan Says Talks Will Go On', 'en'],
  ['Jordan', 'In Jordan, Millerby met the king', 'en'],
  ['Jordan', 'Jordan’s Millerby met the king', 'en'],
  ['Jordan', 'Jordan Macron visits on Monday evening', 'en'],
  ['Chad', 'French soldiers leave Chad Monday, an officer says', 'en'],
  ['Jordan', 'Der König von Jordan Reist nach Berlin heute', 'de'],
  ['Washington', 'For Michael, Washington is home', 'en'],
])('%s is itself in “%s” (%s)', (name, text, language) => {
  expect(isElse(name, text, language)).toBe(false);
});
