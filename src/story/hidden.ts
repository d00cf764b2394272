import type { ArticleId } from '#article/article.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Statement } from '#statement/statement.ts';

/** Something of a story that a workspace does not want on its cards; everyone else's stay as they are. */
export type Hidden = {
  readonly workspace: WorkspaceId;
  readonly article: ArticleId;
  /** The words of one statement of it, which stay hidden in a new edition; absent: the whole article. */
  readonly words?: string;
  readonly by: string;
  readonly at: string;
};

/** Whether one of these hides the article. */
export const isArticleHidden = (article: ArticleId, hidden: readonly Hidden[]): boolean =>
  hidden.some((one) => one.article === article && one.words === undefined);

/** Whether one of these hides the statement, by itself or with its article. */
export const isStatementHidden = (
  { article, words }: Pick<Statement, 'article' | 'words'>,
  hidden: readonly Hidden[],
): boolean =>
  hidden.some((one) => one.article === article && (one.words === undefined || one.words === words));
