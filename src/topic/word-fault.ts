import type { QueryToken } from '#topic/lex-query.ts';
import type { QueryFault } from '#topic/query-fault.ts';

/** A fault, and what could stand in the place of the word; `undefined` where nothing could without another meaning. */
type WordFault = { readonly fault: QueryFault; readonly instead: string | undefined };

const LINK = /^(?:https?:\/\/|www\.)\S/iu;
const FIELD = /^(\p{L}+):(?=[\p{L}\p{N}])/u;
const FARTHEST = 99;

/** What keeps a bare word from being one: an operator or a field written as we do not know it, or a link. */
export function wordFault(token: QueryToken, after: QueryToken | undefined): WordFault | undefined {
  if (token.kind !== 'word') return undefined;
  const { text } = token;
  if (LINK.test(text)) return { fault: { kind: 'a-link' }, instead: '' };
  if (text === 'NEAR' || /^near\//i.test(text)) {
    const within = Number(text.slice('near/'.length)) > FARTHEST ? FARTHEST : 5;
    return { fault: { kind: 'near-distance' }, instead: `near/${within}` };
  }
  if (/[\p{L}\p{N}]\*|\*[\p{L}\p{N}]/u.test(text))
    return { fault: { kind: 'wildcard' }, instead: text.replaceAll('*', '') };
  if (/\p{L}\?\p{L}/u.test(text)) return { fault: { kind: 'wildcard' }, instead: undefined };
  return fieldFault(text, token.end, after);
}

function fieldFault(text: string, end: number, after: QueryToken | undefined): WordFault | undefined {
  const field = FIELD.exec(text)?.[1];
  if (field !== undefined) {
    return { fault: { kind: 'no-field', field }, instead: `${field} ${text.slice(field.length + 1)}` };
  }
  const isBeforeGroup = after?.start === end && (after.kind === 'phrase' || after.kind === 'open');
  if (!isBeforeGroup || !/^\p{L}+:$/u.test(text)) return undefined;
  return { fault: { kind: 'no-field', field: text.slice(0, -1) }, instead: `${text.slice(0, -1)} ` };
}
