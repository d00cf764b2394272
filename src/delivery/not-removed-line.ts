import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { person, text } from '#card/phrase-of.ts';

type Words = (by: string, reason: string) => Phrase;

const english: Words = (by, reason) => [
  text('The card above could not be removed as '),
  person(by),
  text(' wanted ('),
  text(reason, 'code'),
  text('). It stays, and is kept up to date.'),
];

const french: Words = (by, reason) => [
  text('La fiche ci-dessus n’a pas pu être retirée comme '),
  person(by),
  text(' le voulait ('),
  text(reason, 'code'),
  text('). Elle reste, et est tenue à jour.'),
];

/** Says under a card, to whoever wanted it removed, that its platform does not take it away; `reason` is its own word. */
export const notRemovedLine = ({ language }: Card, by: string, reason: string): Phrase =>
  (language === 'fr' ? french : english)(by, reason);
