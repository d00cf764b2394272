import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { accountOf } from '#story/account-of.ts';
import { decidedCorrections } from '#story/decided-corrections.ts';
import { type Hidden, isArticleHidden, isStatementHidden } from '#story/hidden.ts';
import type { StoryAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import type { ToldStory } from '#story/tell-story.ts';

/**
 * A story as it is for a workspace that hides something of it: told from what is left, with what that took off its card.
 * `earlier` is what it amounted to for the workspace before, absent where that was as for everyone. Nothing where
 * nothing is left.
 */
export function storyWithin(
  told: ToldStory,
  hidden: readonly Hidden[],
  earlier: StoryAccount | undefined,
  lexicon: Lexicon,
): ToldStory | undefined {
  const articles = told.facts.articles
    .filter(({ article }) => !isArticleHidden(article.id, hidden))
    .map((one) => withoutHidden(one, hidden));
  if (articles.length === 0) return undefined;

  const previous = earlier ?? told.before;
  const decided = [
    ...(told.facts.decided ?? []).filter(({ statement }) => stoodOn(previous, statement)),
    ...takenOffHere(told, hidden, previous),
  ];
  const { previous: _, ...known } = told.facts;
  const facts = { ...known, articles, decided, ...(previous && { previous }) };
  const story = { ...told.story, account: accountOf(facts, lexicon) };
  const { before: __, ...rest } = told;
  return {
    ...rest,
    story,
    ...(previous && { before: previous }),
    facts,
    dossier: {
      ...told.dossier,
      hiddenWords: hidden.flatMap(({ words }) => words ?? []),
      story,
      articles: articles.map(({ article }) => article),
      statements: articles.flatMap(({ statements }) => statements),
    },
  };
}

const withoutHidden = (facts: ArticleFacts, hidden: readonly Hidden[]): ArticleFacts => ({
  ...facts,
  statements: facts.statements.filter((statement) => !isStatementHidden(statement, hidden)),
});

function takenOffHere(
  { facts }: ToldStory,
  hidden: readonly Hidden[],
  previous: StoryAccount | undefined,
): ReturnType<typeof decidedCorrections> {
  if (previous === undefined) return [];
  const leaving = facts.articles.flatMap((from) =>
    from.statements
      .filter((statement) => isStatementHidden(statement, hidden))
      .map((statement) => ({ statement, from })),
  );
  return decidedCorrections(previous, leaving, { by: 'workspace', at: facts.now.toISOString() });
}

const stoodOn = (account: StoryAccount | undefined, id: string): boolean =>
  account?.sides.some(({ statements }) => statements.some(({ statement }) => statement === id)) ?? false;
