import type { OutletKind } from '#feed/outlet.ts';
import type { QueryToken } from '#topic/lex-query.ts';
import type { QueryFault } from '#topic/query-fault.ts';
import { queryProblemAt } from '#topic/query-problem-at.ts';
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
  const fault = { kind: 'too-long', most: LONGEST_QUERY, length } as const;
  return queryProblemAt(LONGEST_QUERY + 1, fault, cut.join('').replace(/\s+\S*$/u, ''));
}

function checkQuotes(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const open = tokens.find((token) => token.kind === 'phrase' && !token.isClosed);
  if (!open) return undefined;
  const fault = { kind: 'open-quotation' } as const;
  const rest = written.slice(open.start + 1);
  if (open.end < written.trimEnd().length || !/[\p{L}\p{N}]/u.test(rest))
    return stray(written, open, fault, open.start + 1);
  return queryProblemAt(placeOf(written, open.start), fault, `${written.trimEnd()}"`);
}

function checkBrackets(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const open: QueryToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'close' && !open.pop()) {
      return stray(written, token, { kind: 'closes-nothing' });
    }
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const suggestion = written.trimEnd() + ')'.repeat(open.length);
  return queryProblemAt(placeOf(written, last.start), { kind: 'never-closed' }, suggestion);
}

function checkOperators(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    switch (token.kind) {
      case 'or':
      case 'near':
        if (!endsOperand(before))
          return stray(written, token, { kind: 'nothing-before', operator: name(token) });
        if (!startsOperand(after))
          return stray(written, token, { kind: 'nothing-behind', operator: name(token) });
        break;
      case 'minus':
        if (!startsOperand(after)) return stray(written, token, { kind: 'bare-minus' });
        break;
      case 'open':
        if (after?.kind === 'close') return stray(written, token, { kind: 'empty-parentheses' }, after.end);
        break;
      case 'phrase':
        if (!/[\p{L}\p{N}]/u.test(token.text)) return stray(written, token, { kind: 'empty-quotation' });
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
    if (token.value === '') return stray(written, token, { kind: 'empty-field', field: token.field });
    if (token.field === 'kind' && !OUTLET_KINDS.some((kind) => kind === token.value.toLowerCase())) {
      return stray(written, token, { kind: 'no-kind', kinds: OUTLET_KINDS });
    }
    if (token.field === 'lang' && !/^[a-z]{2,3}$/i.test(token.value)) {
      return stray(written, token, { kind: 'no-language' });
    }
  }
  return undefined;
}

function checkSubstance(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  if (tokens.length === 0) return queryProblemAt(1, { kind: 'empty' }, 'Macron Putin call');
  const wanted = tokens.some((token, index) => isSearched(token) && tokens[index - 1]?.kind !== 'minus');
  if (wanted) return undefined;
  const suggestion = tokens.some(isSearched) ? written.replace(/(^|\s)-/u, '$1') : undefined;
  return queryProblemAt(1, { kind: 'only-limits' }, suggestion);
}

function stray(written: string, token: QueryToken, fault: QueryFault, end = token.end): QueryProblem {
  const suggestion = `${written.slice(0, token.start)} ${written.slice(end)}`.replace(/\s+/g, ' ').trim();
  return queryProblemAt(placeOf(written, token.start), fault, suggestion);
}

const name = (token: QueryToken): string => (token.kind === 'near' ? `near/${token.within}` : 'OR');
const isSearched = ({ kind }: QueryToken): boolean => kind === 'word' || kind === 'phrase' || kind === 'open';
const startsOperand = (token: QueryToken | undefined): boolean => token !== undefined && isSearched(token);
const endsOperand = (token: QueryToken | undefined): boolean =>
  token !== undefined && (token.kind === 'word' || token.kind === 'phrase' || token.kind === 'close');
