import { expect, test } from 'vitest';
import { bestFirst } from '#story/best-first.ts';
import { lexicon, report, says } from './invented-world.ts';

const LIST =
  'Taking part were Prime Minister Ada Lund, Chief of Staff Bo Ek, First Deputy Minister Carl Dahl, Deputy Ministers Eva Holm, Finn Berg, Gita Sund and Hugo Lind, Aide Ida Norr, Minister of Trade Jon Vik and Minister of Finance Kai Strand.';
const SENTENCE = 'The presidents agreed that the truce must hold until both delegations have met.';
const SHORT = 'The presidents agreed to speak again.';
const ENDLESS = `The presidents agreed on the harbour${' and on the bridge behind it'.repeat(30)}.`;

const own = (words: string) => says('norland', words, { hand: 'own', isQuoted: false });

test('of its own sentences a side’s card shows what tells most at a glance, a list of who was there last', () => {
  const { statements, ...from } = report('north', '15:55', {
    said: [LIST, ENDLESS, SHORT, SENTENCE].map(own),
  });
  const said = statements.map((statement) => ({ statement, from: { ...from, statements } }));
  const words = said.sort(bestFirst(lexicon)).map(({ statement }) => statement.words);
  expect(words.slice(0, 2)).toEqual([SENTENCE, SHORT]);
  expect(words.slice(2).toSorted()).toEqual([LIST, ENDLESS].toSorted());
});
