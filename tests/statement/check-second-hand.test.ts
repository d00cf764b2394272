import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { checkSecondHand, type OwnText } from '#statement/check-second-hand.ts';
import type { Statement, StatementId } from '#statement/statement.ts';

const FREEDONIA = 'freedonia' as ActorId;
const SYLVANIA = 'sylvania' as ActorId;

test('finds a quotation in its own side’s text, whatever the marks, case and spacing', () => {
  const own = ownText(FREEDONIA, 'en', 'The leaders agreed:  a LASTING, settlement comes first.');
  expect(checkSecondHand(quoted('a lasting settlement'), [own])).toEqual({
    kind: 'confirmed',
    article: own.article,
  });
});

test('gives a quotation back to the only side whose own text holds it', () => {
  const texts = [
    ownText(FREEDONIA, 'fr', 'Les deux dirigeants ont parlé de la mer.'),
    ownText(SYLVANIA, 'fr', 'Notre pays veut un règlement durable et vite.'),
  ];
  expect(checkSecondHand(quoted('un règlement durable', 'fr'), texts)).toMatchObject({
    kind: 'belongs-to',
    side: SYLVANIA,
  });
});

test('takes nothing off a side for words that another’s own text puts into somebody’s mouth', () => {
  const text = 'President Torven said: “a lasting settlement”.';
  const told = { ...ownText(SYLVANIA, 'en', text), surelyOwn: () => 'President Torven said:' };
  expect(checkSecondHand(quoted('a lasting settlement'), [told])).toEqual({ kind: 'unchecked' });
});

test('looks at the words in quotation marks when the rest is the outlet’s', () => {
  const statement = { ...quoted('it wanted “a lasting settlement” of the matter'), isQuoted: false };
  const texts = [ownText(SYLVANIA, 'en', 'We want a lasting settlement.')];
  expect(checkSecondHand(statement, texts)).toMatchObject({ kind: 'belongs-to', side: SYLVANIA });
});

test('takes nothing off a side for one or two words that anybody may use', () => {
  const texts = [
    ownText(FREEDONIA, 'en', 'The call took place.'),
    ownText(SYLVANIA, 'en', 'It was a frank exchange.'),
  ];
  expect(checkSecondHand(quoted('frank exchange'), texts)).toEqual({ kind: 'not-in-own-text' });
});

test('confirms when both own texts hold the words', () => {
  const texts = [
    ownText(SYLVANIA, 'en', 'They want to continue their contacts.'),
    ownText(FREEDONIA, 'en', 'Both agreed to continue their contacts.'),
  ];
  expect(checkSecondHand(quoted('to continue their contacts'), texts).kind).toBe('confirmed');
});

test('says nothing across languages', () => {
  const texts = [ownText(FREEDONIA, 'fr', 'Un règlement durable.')];
  expect(checkSecondHand(quoted('a lasting settlement', 'en'), texts)).toEqual({ kind: 'unchecked' });
});

test('does not take a part of a word for the word', () => {
  const texts = [ownText(FREEDONIA, 'en', 'They spoke of unlasting settlements.')];
  expect(checkSecondHand(quoted('lasting settlement'), texts)).toEqual({ kind: 'not-in-own-text' });
});

function ownText(side: ActorId, language: string, text: string): OwnText {
  return { side, language, text, surelyOwn: () => text, article: `own text of ${side}` as ArticleId };
}

function quoted(words: string, language = 'en'): Statement {
  return {
    id: 'statement' as StatementId,
    article: 'report' as ArticleId,
    outlet: 'courier' as OutletId,
    place: 'text',
    spans: [{ start: 0, end: words.length }],
    words,
    language,
    speaker: FREEDONIA,
    sides: [FREEDONIA],
    isQuoted: true,
    denies: false,
    hand: 'second',
  };
}
