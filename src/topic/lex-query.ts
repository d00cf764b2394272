import type { Restriction } from '#topic/topic.ts';

/** One piece of a written query; `start` and `end` are UTF-16 offsets in it. */
export type QueryToken = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string; readonly isClosed: boolean }
  | { readonly kind: 'near'; readonly within: number }
  | {
      readonly kind: 'restriction';
      readonly field: Restriction['field'];
      readonly value: string;
      readonly isNegated: boolean;
    }
  | { readonly kind: 'open' | 'close' | 'or' | 'minus' }
);

const SPACE = /\s+/y;
/** The fields in English and French. */
const FIELDS: Readonly<Record<string, Restriction['field']>> = {
  title: 'title',
  titre: 'title',
  outlet: 'outlet',
  média: 'outlet',
  media: 'outlet',
  kind: 'kind',
  genre: 'kind',
  lang: 'lang',
  langue: 'lang',
  country: 'country',
  pays: 'country',
};
const RESTRICTION = new RegExp(
  String.raw`(-|NOT\s+)?(${Object.keys(FIELDS).join('|')}):(?:"([^"]*)"|([^\s()"]*))`,
  'iy',
);
const PHRASE = /["“”„«]([^"“”„«»]*)(["”“»]?)/y;
const NEAR = /near\/([1-9]\d?)(?=\s|$|[()])/iy;
const WORD = /[^\s()"“”„«»]+/y;

/** Takes a query apart. It never fails: what is wrong with the pieces is for `checkQuery` to say. */
export function lexQuery(written: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < written.length) {
    const space = matchAt(SPACE, written, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = tokenAt(written, at);
    if (token.kind !== 'word' || token.text !== 'AND') tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(written: string, start: number): QueryToken {
  const single = singleAt(written, start);
  if (single) return { kind: single, start, end: start + 1 };
  const restriction = matchAt(RESTRICTION, written, start);
  if (restriction) return restrictionOf(restriction, start);
  const phrase = matchAt(PHRASE, written, start);
  if (phrase) {
    const [whole, text = '', closing = ''] = phrase;
    return { kind: 'phrase', text, isClosed: closing !== '', start, end: start + whole.length };
  }
  const near = matchAt(NEAR, written, start);
  if (near) return { kind: 'near', within: Number(near[1]), start, end: start + near[0].length };
  const text = matchAt(WORD, written, start)?.[0] ?? written.slice(start, start + 1);
  if (text === 'NOT') return { kind: 'minus', start, end: start + text.length };
  if (text === 'OR') return { kind: 'or', start, end: start + text.length };
  return { kind: 'word', text, start, end: start + text.length };
}

function singleAt(written: string, at: number): 'open' | 'close' | 'minus' | undefined {
  if (written[at] === '(') return 'open';
  if (written[at] === ')') return 'close';
  const isExclusion = written[at] === '-' && !matchAt(RESTRICTION, written, at);
  return isExclusion ? 'minus' : undefined;
}

function restrictionOf(match: RegExpExecArray, start: number): QueryToken {
  const [whole, minus, field = '', quoted, bare] = match;
  return {
    kind: 'restriction',
    field: FIELDS[field.toLowerCase()] ?? 'title',
    value: (quoted ?? bare ?? '').trim(),
    isNegated: minus !== undefined,
    start,
    end: start + whole.length,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
