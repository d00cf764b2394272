import { splitWords } from '#language/split-words.ts';
import { lexQuery } from '#topic/lex-query.ts';

type Span = { readonly start: number; readonly end: number; readonly text: string; readonly folded: string };

/**
 * A query with a name in place of a word that is none: wherever the word stands by itself, together with what stands
 * beside it of the name already, so that no surname is doubled. What is in quotes or behind a colon stays.
 */
export function nameCorrected(query: string, word: string, name: string): string {
  const spans = bareWords(query);
  const ofName = new Set(splitWords(name, undefined).map(({ folded }) => folded));
  const isJoined = (left: Span | undefined, right: Span | undefined): boolean =>
    left !== undefined && right !== undefined && /^\s+$/u.test(query.slice(left.end, right.start));
  let corrected = '';
  let done = 0;
  for (const [at, { text }] of spans.entries()) {
    if (text !== word || (spans[at]?.start ?? 0) < done) continue;
    let [first, last] = [at, at];
    while (isJoined(spans[first - 1], spans[first]) && ofName.has(spans[first - 1]?.folded ?? '')) first -= 1;
    while (isJoined(spans[last], spans[last + 1]) && ofName.has(spans[last + 1]?.folded ?? '')) last += 1;
    corrected += query.slice(done, Math.max(done, spans[first]?.start ?? 0)) + name;
    done = spans[last]?.end ?? query.length;
  }
  return corrected + query.slice(done);
}

const bareWords = (query: string): readonly Span[] =>
  lexQuery(query).flatMap((token) =>
    token.kind === 'word'
      ? splitWords(token.text, undefined).map(({ text, folded, start, end }) => ({
          text,
          folded,
          start: token.start + start,
          end: token.start + end,
        }))
      : [],
  );
