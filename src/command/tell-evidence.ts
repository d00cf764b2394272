import { listed } from '#card/counted.ts';
import type { WhyWords } from '#command/why-words.ts';
import type { Evidence } from '#match/match.ts';
import type { PartExplanation } from '#topic/explain-topic.ts';

/** "the title has “Macron” and “Putin”, sentence 1 has “telephone” (phone call)": what stands where, in reading order. */
export function tellEvidence(
  evidence: readonly Evidence[],
  parts: readonly PartExplanation[],
  words: WhyWords,
): string {
  const nameOf = ({ part }: Evidence): string =>
    parts.find(({ written }) => written === part)?.understoodAs.join(', ') ?? part;
  const seen = evidence.filter(({ note }) => note === undefined).toSorted(inReadingOrder);
  const places = Map.groupBy(seen, (one) => placeOf(one, words));
  return [
    ...[...places].map(([place, found]) => {
      const told = found.map((one) => foundWords(one, nameOf(one), words));
      return words.has(place, listed([...new Set(told)], words.and));
    }),
    ...evidence
      .filter(({ note }) => note !== undefined)
      .map((one) => words.countsAsPresent(nameOf(one), one.found)),
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

/** What the words stand for is said where they do not say it themselves. */
function foundWords({ found }: Evidence, name: string, words: WhyWords): string {
  const isPlain = name.toLowerCase().includes(found.toLowerCase());
  return isPlain ? words.quoted(found) : `${words.quoted(found)} (${name})`;
}
