import type { Article } from '#article/article.ts';
import type { PageReader } from '#article/page-reader.ts';

/** The article with the whole text of its page, where it can be read; as it came otherwise. */
export async function withFullText(article: Article, pages: PageReader): Promise<Article> {
  if (article.link === undefined) return article;
  const page = await pages.read(article.link);
  return page.kind === 'read' ? { ...article, text: page.text, isFullText: true } : article;
}
