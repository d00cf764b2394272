import type { ArticleReading } from '#match/article-reading.ts';
import { holdsWords } from '#match/holds-words.ts';
import type { Restriction } from '#topic/topic.ts';

/** Whether an article comes from where the topic asks, and its title holds what the topic asks of titles. */
export function meetsRestrictions(read: ArticleReading, restrictions: readonly Restriction[]): boolean {
  return restrictions.every((restriction) => meets(read, restriction) !== restriction.isNegated);
}

function meets({ analysis, about }: ArticleReading, { field, value }: Restriction): boolean {
  switch (field) {
    case 'title':
      return holdsWords(analysis.passages.find(({ place }) => place === 'title')?.text ?? '', value);
    case 'outlet':
      return holdsWords(about.outletName, value);
    case 'kind':
      return about.kind === value.toLowerCase();
    case 'lang':
      return analysis.language === value.toLowerCase();
    case 'country':
      return about.country === value.toUpperCase();
  }
}
