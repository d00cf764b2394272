import type { OutletKind } from '#feed/outlet.ts';
import type { QueryToken } from '#topic/lex-query.ts';
import type { QueryProblem } from '#topic/topic.ts';

/** As much as fits beside a card, and far more than a desk can mean. */
export const LONGEST_QUERY = 500;

const OUTLET_KINDS: readonly OutletKind[] = ['official', 'wire', 'media', 'analysis', 'unverified'];

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What stops a written query from being one, or nothing. After it, brackets and operators are known to be in order. */
export function checkQuery(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const length = [...graphemes.segment(written)].length;
  if (length > LONGEST_QUERY) return tooLong(written, length);
  return (
    checkQuotes(written, tokens) ??
    checkBrackets(written, tokens) ??
    checkOperators(written, tokens) ??
    checkRestrictions(written, tokens) ??
    checkSubstance(written, tokens)
  );
}

/** A place in a query as people count it: from 1, in characters as they see them. */
export const placeOf = (written: string, offset: number): number =>
  [...graphemes.segment(written.slice(0, offset))].length + 1;

function tooLong(written: string, length: number): QueryProblem {
  const cut = [...graphemes.segment(written)].slice(0, LONGEST_QUERY).map(({ segment }) => segment);
  return {
    place: LONGEST_QUERY + 1,
    message: `A topic may have ${LONGEST_QUERY} characters; this one has ${length}.`,
    suggestion: cut.join('').replace(/\s+\S*$/u, ''),
  };
}

function checkQuotes(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const open = tokens.find((token) => token.kind === 'phrase' && !token.isClosed);
  if (!open) return undefined;
  const message = 'This quotation mark has no partner.';
  const rest = written.slice(open.start + 1);
  if (open.end < written.trimEnd().length || !/[\p{L}\p{N}]/u.test(rest))
    return stray(written, open, message, open.start + 1);
  return { place: placeOf(written, open.start), message, suggestion: `${written.trimEnd()}"` };
}

function checkBrackets(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const open: QueryToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'close' && !open.pop()) {
      return stray(written, token, 'This parenthesis closes nothing.');
    }
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const suggestion = written.trimEnd() + ')'.repeat(open.length);
  return { place: placeOf(written, last.start), message: 'This parenthesis is never closed.', suggestion };
}

function checkOperators(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    switch (token.kind) {
      case 'or':
      case 'near':
        if (!endsOperand(before))
          return stray(written, token, `Nothing to choose stands before ${name(token)}.`);
        if (!startsOperand(after))
          return stray(written, token, `Nothing to choose stands behind ${name(token)}.`);
        break;
      case 'minus':
        if (!startsOperand(after)) return stray(written, token, 'Nothing stands behind this minus.');
        break;
      case 'open':
        if (after?.kind === 'close')
          return stray(written, token, 'There is nothing in these parentheses.', after.end);
        break;
      case 'phrase':
        if (!/[\p{L}\p{N}]/u.test(token.text))
          return stray(written, token, 'There is nothing in these quotation marks.');
        break;
      case 'word':
      case 'close':
      case 'restriction':
        break;
    }
  }
  return undefined;
}

function checkRestrictions(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  for (const token of tokens) {
    if (token.kind !== 'restriction') continue;
    if (token.value === '') return stray(written, token, `Nothing stands behind “${token.field}:”.`);
    if (token.field === 'kind' && !OUTLET_KINDS.some((kind) => kind === token.value.toLowerCase())) {
      return stray(written, token, `A kind of outlet is one of ${OUTLET_KINDS.join(', ')}.`);
    }
    if (token.field === 'lang' && !/^[a-z]{2,3}$/i.test(token.value)) {
      return stray(written, token, 'A language is written as its code, such as en, fr or ru.');
    }
  }
  return undefined;
}

function checkSubstance(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  if (tokens.length === 0)
    return { place: 1, message: 'There is nothing to watch yet.', suggestion: 'Macron Putin call' };
  const wanted = tokens.some((token, index) => isSearched(token) && tokens[index - 1]?.kind !== 'minus');
  if (wanted) return undefined;
  const message = 'This only says what to leave out or where to look, not what to look for.';
  const suggestion = tokens.some(isSearched) ? written.replace(/(^|\s)-/u, '$1') : undefined;
  return { place: 1, message, ...(suggestion && { suggestion }) };
}

function stray(written: string, token: QueryToken, message: string, end = token.end): QueryProblem {
  const suggestion = `${written.slice(0, token.start)} ${written.slice(end)}`.replace(/\s+/g, ' ').trim();
  return { place: placeOf(written, token.start), message, ...(suggestion && { suggestion }) };
}

const name = (token: QueryToken): string => (token.kind === 'near' ? `near/${token.within}` : 'OR');
const isSearched = ({ kind }: QueryToken): boolean => kind === 'word' || kind === 'phrase' || kind === 'open';
const startsOperand = (token: QueryToken | undefined): boolean => token !== undefined && isSearched(token);
const endsOperand = (token: QueryToken | undefined): boolean =>
  token !== undefined && (token.kind === 'word' || token.kind === 'phrase' || token.kind === 'close');
