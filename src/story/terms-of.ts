import type { Analysis } from '#language/analysis.ts';
import type { EventMention } from '#lexicon/lexicon.ts';
import type { Phrasebook } from '#lexicon/phrasebook.ts';
import { isCommonWord } from '#story/common-words.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { HeadWord } from '#story/head-of.ts';
import { nameLikeWords } from '#story/name-like-words.ts';

/** What a headline says, it says of the whole report. */
const TITLE_COUNT = 3;

/** A name that the lexicon does not know tells more about which event it is than another word does. */
const NAME_SHARE = 1.3;

/** A word that tells of an event the lexicon knows counts as that event already. */
const EVENT_WORD_SHARE = 0.6;

/** Weights are stored: two digits behind the point tell enough. */
const STEPS = 100;

/** Where an article's words are looked up. */
type Known = {
  readonly analysis: Analysis;
  readonly events: readonly EventMention[];
  readonly words: Phrasebook['words'];
};

/** What a word counts as: itself by its stem, or in any language the common word that the lexicon translates. */
type Term = {
  readonly of: HeadWord;
  readonly key: string;
  readonly isName: boolean;
  readonly count: number;
  readonly share: number;
};

/**
 * The terms of title and lead with how much each tells: repetition little, a headline's words and names more. A word
 * that `config/words.yaml` translates stands as `~` and its id, so that reports in two languages share it. `names`:
 * the names among them, words that stand side by side in one.
 */
export function termsOf(words: readonly HeadWord[], known: Known): Pick<Fingerprint, 'terms' | 'names'> {
  const nameLike = nameLikeWords(words, known.analysis.language);
  const concepts = conceptsIn(words, known);
  const told = words.flatMap((word): readonly Term[] => {
    const { folded, stem } = word.written;
    if (saysNothing(folded)) return [];
    const concept = concepts.get(word.written);
    if (concept === WITHIN) return [];
    const isName = concept === undefined && nameLike.has(folded);
    return [
      {
        of: word,
        key: concept ?? stem,
        isName,
        count: word.place === 'title' ? TITLE_COUNT : 1,
        share: (isName ? NAME_SHARE : 1) * (isOfEvent(word, known.events) ? EVENT_WORD_SHARE : 1),
      },
    ];
  });
  const terms = Map.groupBy(told, ({ key }) => key);
  return {
    terms: Object.fromEntries([...terms].map(([key, all]) => [key, weightOf(all)])),
    names: namesIn(told),
  };
}

/** A first word has its capital anyway: it is of the name that stands right behind it. */
function namesIn(told: readonly Term[]): readonly string[] {
  const names: string[][] = [];
  for (const [index, { of, key, isName }] of told.entries()) {
    if (!isName) continue;
    const before = told[index - 1];
    if (!before || !isNextTo(before.of, of)) names.push([key]);
    else if (before.isName) names.at(-1)?.push(key);
    else names.push(before.of.word === 0 ? [before.key, key] : [key]);
  }
  return [...new Set(names.map((words) => words.join(' ')))];
}

const isNextTo = (one: HeadWord, next: HeadWord): boolean =>
  one.index === next.index && one.sentence === next.sentence && one.word + 1 === next.word;

/** One letter says nothing; one Han character is a word. Numbers stand by themselves. */
const saysNothing = (folded: string): boolean =>
  /^[^\p{Script=Han}]$/u.test(folded) || /^\d/.test(folded) || isCommonWord(folded);

/** Of a word inside a longer name of a concept: the whole counts once. */
const WITHIN = '';

function conceptsIn(words: readonly HeadWord[], { analysis, words: find }: Known) {
  const found = new Map<HeadWord['written'], string>();
  for (const { index, sentence, word, written } of words) {
    if (found.has(written)) continue;
    const sentenceWords = analysis.passages[index]?.sentences[sentence]?.words ?? [];
    const [longest] = [...find(sentenceWords, word)].sort((one, other) => other.last - one.last);
    if (!longest) continue;
    found.set(written, `~${longest.value}`);
    for (const within of sentenceWords.slice(word + 1, longest.last + 1)) found.set(within, WITHIN);
  }
  return found;
}

const isOfEvent = ({ index, sentence, word }: HeadWord, events: readonly EventMention[]): boolean =>
  events.some(
    (event) =>
      event.passage === index &&
      event.sentence === sentence &&
      event.firstWord <= word &&
      word <= event.lastWord,
  );

function weightOf(told: readonly Term[]): number {
  const count = told.reduce((sum, term) => sum + term.count, 0);
  const share = Math.min(...told.map((term) => term.share));
  return Math.round((1 + Math.log(count)) * share * STEPS) / STEPS;
}
