import type { Article } from '#article/article.ts';
import { isTextOf } from '#article/is-text-of.ts';
import type { PageReader } from '#article/page-reader.ts';

/** The article with the whole text of its page, where that can be read and is the article; as it came otherwise. */
export async function withFullText(article: Article, pages: PageReader): Promise<Article> {
  if (article.link === undefined) return article;
  const page = await pages.read(article.link);
  const isWhole = page.kind === 'read' && isTextOf(article, page);
  return isWhole ? { ...article, text: page.text, isFullText: true } : article;
}
