import { foldWord } from '#language/fold-word.ts';
import type { SpeechForms } from '#lexicon/speech.ts';
import type { FunctionWords } from './function-words.ts';
import type { Token } from './sentence-tokens.ts';

/** A verb of saying or an "according to" in a row of tokens; `to` is the first token behind it. */
export type Cue = {
  /** Naming takes a quotation alone: "called it “…”". A label is the colon behind a name. */
  readonly kind: 'verb' | 'naming' | 'according-to' | 'label';
  readonly from: number;
  readonly to: number;
  readonly denies: boolean;
  /** A pronoun that stands inside the form: "a-t-il ajouté". */
  readonly pronoun?: number;
};

/** Forms of one kind by their first word, each as its words in order. */
type FormTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** One language's frames of saying, made ready to be looked up. */
export type Grammar = {
  readonly words: FunctionWords;
  readonly verbs: FormTable;
  readonly accordingTo: FormTable;
  readonly naming: FormTable;
  /** The longest word of each of these forms, folded: none stands in a sentence that has none of them. */
  readonly telling: ReadonlySet<string>;
  readonly denials: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Each word of the nouns for a spokesperson, a ministry, a statement. */
  readonly speakerNouns: ReadonlySet<string>;
};

/** Words that may stand between the words of one form: "a également déclaré". */
const MAX_GAP = 2;

/** Makes the forms of `config/speech.yaml` ready. */
export function buildGrammar(forms: SpeechForms, words: FunctionWords): Grammar {
  const sayings = [...forms.verbs, ...forms.accordingTo, ...forms.naming];
  return {
    words,
    verbs: tableOf(forms.verbs),
    accordingTo: tableOf(forms.accordingTo),
    naming: tableOf(forms.naming),
    telling: new Set(sayings.map((form) => foldWord(longestOf(wordsOf(form))))),
    denials: new Set(forms.denials.map((form) => wordsOf(form).join(' '))),
    openers: new Set(forms.openers.flatMap(wordsOf)),
    pronouns: new Set(forms.pronouns),
    speakerNouns: new Set(forms.speakerNouns.flatMap(wordsOf)),
  };
}

/** All cues in reading order; words in quotation marks hold none. */
export function findCues(tokens: readonly Token[], grammar: Grammar): readonly Cue[] {
  const cues: Cue[] = [];
  let at = 0;
  while (at < tokens.length) {
    const cue = cueAt(tokens, at, grammar);
    if (cue) cues.push(cue);
    at = cue?.to ?? at + 1;
  }
  return cues;
}

function tableOf(forms: readonly string[]): FormTable {
  const table = new Map<string, string[][]>();
  for (const form of forms) {
    const words = wordsOf(form);
    const first = words[0] ?? '';
    table.set(
      first,
      [...(table.get(first) ?? []), words].toSorted((a, b) => b.length - a.length),
    );
  }
  return table;
}

const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');

function wordsOf(form: string): string[] {
  return form.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function cueAt(tokens: readonly Token[], at: number, grammar: Grammar): Cue | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;

  for (const form of grammar.accordingTo.get(first.lower) ?? []) {
    if (form.every((word, place) => tokens[at + place]?.lower === word)) {
      return { kind: 'according-to', from: at, to: at + form.length, denies: false };
    }
  }
  if (!grammar.verbs.has(first.lower) && !grammar.naming.has(first.lower)) return undefined;
  // "United States", "the Daily Telegraph Reports": a capital makes a name of it.
  if (first.isCapital && !isTitleCase(tokens)) return undefined;
  return verbAt(tokens, at, 'verb', grammar) ?? verbAt(tokens, at, 'naming', grammar);
}

function verbAt(
  tokens: readonly Token[],
  at: number,
  kind: 'verb' | 'naming',
  grammar: Grammar,
): Cue | undefined {
  const table = kind === 'verb' ? grammar.verbs : grammar.naming;
  for (const form of table.get(tokens[at]?.lower ?? '') ?? []) {
    const to = endOfForm(tokens, at, form);
    if (to !== undefined && !isUnsaidInside(tokens.slice(at, to), form, grammar)) {
      const pronoun = tokens
        .slice(at, to)
        .findIndex(({ lower }) => grammar.pronouns.has(lower) && !form.includes(lower));
      const denies = grammar.denials.has(form.join(' '));
      return { kind, from: at, to, denies, ...(pronoun > 0 && { pronoun: at + pronoun }) };
    }
  }
  return undefined;
}

function endOfForm(tokens: readonly Token[], at: number, form: readonly string[]): number | undefined {
  let next = at + 1;
  for (const word of form.slice(1)) {
    const limit = next + MAX_GAP;
    while (next <= limit && tokens[next]?.kind === 'word' && tokens[next]?.lower !== word) next += 1;
    if (tokens[next]?.lower !== word) return undefined;
    next += 1;
  }
  return next;
}

/** "n'a pas dit", "a été dit": the words between take the saying back. */
function isUnsaidInside(inside: readonly Token[], form: readonly string[], { words }: Grammar): boolean {
  return inside.some(({ lower }) => words.unsaid.has(lower) && !form.includes(lower));
}

/** In a headline of capitals a capital says nothing. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, lower }) => kind === 'word' && lower.length > 3);
  return words.length > 2 && words.every(({ isCapital }) => isCapital);
}
