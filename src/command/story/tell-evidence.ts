import { listed } from '#card/counted.ts';
import type { WhyWords } from '#command/words/why-words.ts';
import type { Evidence } from '#match/match.ts';
import type { PartExplanation } from '#topic/explain-topic.ts';

/** "the title has “Macron” and “Putin”, sentence 1 has “telephone” (phone call)": what stands where, in reading order. */
export function tellEvidence(
  evidence: readonly Evidence[],
  parts: readonly PartExplanation[],
  words: WhyWords,
): string {
  const nameOf = ({ part }: Evidence): string => nameFor(part, parts, words);
  const seen = evidence.filter(({ note }) => note === undefined).toSorted(inReadingOrder);
  const places = Map.groupBy(seen, (one) => placeOf(one, words));
  return [
    ...[...places].map(([place, found]) => {
      const told = found.map((one) => foundWords(one, nameOf(one), words));
      return words.has(place, listed([...new Set(told)], words.and));
    }),
    ...evidence
      .filter(({ note }) => note !== undefined)
      .map((one) => words.countsAsPresent(nameOf(one) || one.part, one.found)),
  ].join(', ');
}

const PLACES: readonly Evidence['where'][] = ['title', 'summary', 'text'];

const inReadingOrder = (one: Evidence, other: Evidence): number =>
  PLACES.indexOf(one.where) - PLACES.indexOf(other.where) || one.sentence - other.sentence;

function placeOf({ where, sentence }: Evidence, words: WhyWords): string {
  switch (where) {
    case 'title':
      return words.theTitle;
    case 'summary':
      return words.sentence(sentence + 1);
    case 'text':
      return words.sentenceOfText(sentence + 1);
  }
}

/** Empty for a choice: it is not told which of its parts the words met. */
function nameFor(part: string, parts: readonly PartExplanation[], { or }: WhyWords): string {
  const explained = parts.find(({ written }) => written === part);
  if (explained?.kind === 'any' || explained?.kind === 'near') return '';
  return explained?.understoodAs.join(` ${or} `) ?? part;
}

/** What the words stand for is said where they do not say it themselves. */
function foundWords({ found }: Evidence, name: string, words: WhyWords): string {
  if (name === '') return words.quoted(found);
  const isPlain = name.toLowerCase().includes(found.toLowerCase());
  return isPlain ? words.quoted(found) : `${words.quoted(found)} (${name})`;
}
