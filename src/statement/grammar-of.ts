import type { Speech } from '#lexicon/speech.ts';
import { buildGrammar, type Grammar } from './find-cues.ts';
import { functionWordsOf } from './function-words.ts';

const grammars = new WeakMap<Speech, Map<string, Grammar>>();

/** The frames of saying of a language, made ready once; absent where its speech forms were not written down. */
export function grammarOf(speech: Speech, language: string): Grammar | undefined {
  const known = grammars.get(speech) ?? new Map<string, Grammar>();
  grammars.set(speech, known);
  const forms = speech[language];
  const words = functionWordsOf(language);
  if (!forms || !words) return undefined;

  const grammar = known.get(language) ?? buildGrammar(forms, words);
  known.set(language, grammar);
  return grammar;
}
