import type { Span } from '#language/analysis.ts';
import type { Attribution, Statement } from './statement.ts';

/** Words of an article with their speaker, before they become a statement of it. */
export type Said = Pick<Statement, 'place' | 'spans' | 'speaker' | 'sides' | 'isQuoted' | 'denies'> & {
  readonly source?: Span;
};

/** What an attribution says, as words of its article. */
export function saidBy({ content, ...attribution }: Attribution): Said {
  return { ...attribution, spans: content };
}
