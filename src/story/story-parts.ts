import type { Statement } from '#statement/statement.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** An article of a story under the name that people type: A3. */
export type NamedArticle = { readonly name: string; readonly facts: ArticleFacts };

/** A statement of a story under the name that people type: S5; `in` is the name of its article. */
export type NamedStatement = { readonly name: string; readonly statement: Statement; readonly in: string };

/** What a story is made of. */
export type StoryParts = {
  readonly articles: readonly NamedArticle[];
  readonly statements: readonly NamedStatement[];
};

/** Names articles and their statements in order of arrival, so that what comes later changes no name. */
export function partsOf(facts: readonly ArticleFacts[]): StoryParts {
  const articles = facts.map((one, index) => ({ name: `A${index + 1}`, facts: one }));
  const statements = articles
    .flatMap(({ name, facts: { statements } }) => statements.map((statement) => ({ statement, in: name })))
    .map((one, index) => ({ name: `S${index + 1}`, ...one }));
  return { articles, statements };
}

/** The article that is called so, in whatever case, or has this id. */
export const findArticle = (typed: string, { articles }: StoryParts): NamedArticle | undefined =>
  articles.find(({ name, facts }) => name === typed.toUpperCase() || facts.article.id === typed);

/** The statement that is called so, in whatever case, or has this id. */
export const findStatement = (typed: string, { statements }: StoryParts): NamedStatement | undefined =>
  statements.find(({ name, statement }) => name === typed.toUpperCase() || statement.id === typed);
