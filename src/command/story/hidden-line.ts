import type { Phrase } from '#card/phrase.ts';
import type { TakenApart } from '#command/story/taken-apart.ts';
import type { StoryWords } from '#command/words/story-words.ts';
import { isArticleHidden, isStatementHidden } from '#story/hidden.ts';

/** What the workspace hides of a story, by its names; nothing where it hides nothing. */
export function hiddenLine({ parts, hidden }: TakenApart, words: StoryWords): readonly Phrase[] {
  const articles = parts.articles.filter(({ facts }) => isArticleHidden(facts.article.id, hidden));
  const statements = parts.statements.filter(
    ({ statement }) => isStatementHidden(statement, hidden) && !isArticleHidden(statement.article, hidden),
  );
  const names = [...articles, ...statements].map(({ name }) => name);
  return names.length === 0 ? [] : [words.hidden(names)];
}
