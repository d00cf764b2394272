import type { Article } from '#article/article.ts';
import { splitWords } from '#language/split-words.ts';

/** A page's text that is not this much longer than the summary adds nothing to it; it may be a notice or a paywall. */
const TIMES_THE_SUMMARY = 2;
/** Half of the words of the title: outlets head a page somewhat otherwise than its feed. */
const SHARE_OF_TITLE = 0.5;

/**
 * Whether what was read from an article's page is that article, whole: at least twice as long as the summary, no shorter
 * than the text that the feed gave, and with the words of the title in it. A page that asks for cookies, a login or
 * patience is none.
 */
export function isTextOf(
  { title, summary = '', text = '', language }: Pick<Article, 'title' | 'summary' | 'text' | 'language'>,
  page: { readonly text: string; readonly title?: string },
): boolean {
  if (page.text.length < TIMES_THE_SUMMARY * summary.length || page.text.length < text.length) return false;
  const wanted = [...new Set(splitWords(title, language).map(({ folded }) => folded))];
  const there = new Set(
    splitWords(`${page.title ?? ''}\n${page.text}`, language).map(({ folded }) => folded),
  );
  return wanted.filter((word) => there.has(word)).length >= SHARE_OF_TITLE * wanted.length;
}
