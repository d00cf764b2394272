import type { OutletKind } from '#feed/outlet.ts';
import { joinsLimit } from '#topic/joins-limit.ts';
import type { QueryToken } from '#topic/lex-query.ts';
import type { QueryFault } from '#topic/query-fault.ts';
import { queryProblemAt } from '#topic/query-problem-at.ts';
import type { QueryProblem } from '#topic/topic.ts';
import { wordFault } from '#topic/word-fault.ts';

/** As much as fits beside a card, and far more than a desk can mean. */
export const LONGEST_QUERY = 500;

const OUTLET_KINDS: readonly OutletKind[] = ['official', 'wire', 'media', 'analysis', 'unverified'];

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What stops a written query from being one, or nothing. After it, brackets and operators are known to be in order. */
export function checkQuery(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const length = [...graphemes.segment(written)].length;
  if (length > LONGEST_QUERY) return tooLong(written, length);
  return (
    checkQuotes(written, tokens) ??
    checkBrackets(written, tokens) ??
    checkWords(written, tokens) ??
    checkChoices(written, tokens) ??
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
    return stray(written, open, fault, { end: open.start + 1 });
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
  const isNeedless = open.every((token) => isNeedlessFrom(tokens, tokens.indexOf(token)));
  if (isNeedless) return stray(written, last, { kind: 'never-closed' });
  const suggestion = written.trimEnd() + ')'.repeat(open.length);
  return queryProblemAt(placeOf(written, last.start), { kind: 'never-closed' }, suggestion);
}

/** Whether a group up to the end would mean the same without its parentheses. */
function isNeedlessFrom(tokens: readonly QueryToken[], at: number): boolean {
  const before = tokens[at - 1]?.kind;
  if (at === tokens.length - 1) return true;
  const isOperand = before === 'or' || before === 'near' || before === 'minus';
  return !isOperand && tokens.slice(at).every(({ kind }) => kind !== 'or' && kind !== 'near');
}

function checkWords(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  for (const [index, token] of tokens.entries()) {
    const found = wordFault(token, tokens[index + 1]);
    if (found === undefined) continue;
    const { fault, instead } = found;
    if (instead !== undefined) return stray(written, token, fault, { instead });
    return queryProblemAt(placeOf(written, token.start), fault);
  }
  return undefined;
}

/** Without the operator the query would mean something else, so that none is suggested. */
function checkChoices(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  const token = joinsLimit(tokens);
  if (token === undefined) return undefined;
  const fault = { kind: 'choice-of-limits', operator: name(token) } as const;
  return queryProblemAt(placeOf(written, token.start), fault);
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
        if (after?.kind === 'close') {
          return stray(written, token, { kind: 'empty-parentheses' }, { end: after.end });
        }
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
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'restriction') continue;
    const after = tokens[index + 1];
    if (token.value === '' && after?.kind === 'open' && after.start === token.end) {
      const fault = { kind: 'field-of-group', field: token.field } as const;
      return queryProblemAt(placeOf(written, token.start), fault);
    }
    if (token.value === '') return stray(written, token, { kind: 'empty-field', field: token.field });
    if (token.field === 'kind' && !OUTLET_KINDS.some((kind) => kind === token.value.toLowerCase())) {
      return stray(written, token, { kind: 'no-kind', kinds: OUTLET_KINDS });
    }
    if (token.field === 'lang' && !isLanguage(token.value, token.isNegated)) {
      return stray(written, token, { kind: 'no-language' });
    }
  }
  return undefined;
}

/** A language that nobody knows may be left out: that does no harm. */
const isLanguage = (code: string, isNegated: boolean): boolean =>
  /^[a-z]{2,3}$/i.test(code) && (isNegated || languageNames.of(code) !== undefined);

function checkSubstance(written: string, tokens: readonly QueryToken[]): QueryProblem | undefined {
  if (tokens.length === 0) return queryProblemAt(1, { kind: 'empty' }, 'Macron Putin call');
  if (wanted(tokens).length > 0) {
    if (/[\p{L}\p{N}]/u.test(written)) return undefined;
    return queryProblemAt(1, { kind: 'no-words' });
  }
  const title = tokens.find((token) => token.kind === 'restriction' && token.field === 'title');
  if (title?.kind === 'restriction' && !title.isNegated) {
    const value = /\s/u.test(title.value) ? `"${title.value}"` : title.value;
    return queryProblemAt(placeOf(written, title.start), { kind: 'only-title' }, `${value} ${written}`);
  }
  const minus = tokens.find(({ kind }) => kind === 'minus');
  if (minus) return { ...stray(written, minus, { kind: 'only-limits' }), place: 1 };
  return queryProblemAt(1, { kind: 'only-limits' });
}

/** The words and phrases that are looked for: not those that a minus leaves out, alone or with their group. */
function wanted(tokens: readonly QueryToken[]): readonly QueryToken[] {
  let depth = 0;
  let leftOutAt: number | undefined;
  return tokens.filter((token, index) => {
    const isAfterMinus = tokens[index - 1]?.kind === 'minus';
    if (token.kind === 'open') {
      if (isAfterMinus) leftOutAt ??= depth;
      depth += 1;
    }
    if (token.kind === 'close') {
      depth -= 1;
      if (depth === leftOutAt) leftOutAt = undefined;
    }
    const isText = token.kind === 'word' || token.kind === 'phrase';
    return isText && !isAfterMinus && leftOutAt === undefined;
  });
}

/** The fault of one token, and the query with `instead`, or nothing, in the place of it. */
function stray(
  written: string,
  token: QueryToken,
  fault: QueryFault,
  { end = token.end, instead = '' }: { readonly end?: number; readonly instead?: string } = {},
): QueryProblem {
  const rest = `${written.slice(0, token.start)} ${instead} ${written.slice(end)}`;
  return queryProblemAt(
    placeOf(written, token.start),
    fault,
    rest.replace(/\s+/g, ' ').replaceAll('( ', '(').trim(),
  );
}

const name = (token: QueryToken): string => (token.kind === 'near' ? `near/${token.within}` : 'OR');
const isSearched = ({ kind }: QueryToken): boolean => kind === 'word' || kind === 'phrase' || kind === 'open';
const startsOperand = (token: QueryToken | undefined): boolean => token !== undefined && isSearched(token);
const endsOperand = (token: QueryToken | undefined): boolean =>
  token !== undefined && (token.kind === 'word' || token.kind === 'phrase' || token.kind === 'close');
