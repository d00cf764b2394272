import type { Article, ArticleId } from '#article/article.ts';
import type { CardWords } from '#card/card-words.ts';
import type { View } from '#card/view.ts';
import { wordsIn } from '#card/words-in.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { Detector } from '#language/detector.ts';
import { languageOf } from '#language/language-of.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { shownName } from '#lexicon/shown-name.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import type { Dossier, StoryAccount } from '#story/story.ts';

/** What every part of a card is composed with. */
export type Composing = {
  readonly dossier: Dossier;
  readonly account: StoryAccount;
  readonly view: View;
  readonly words: CardWords;
  /** The language of the card's own words. */
  readonly language: string;
  readonly nameOf: (actor: ActorId) => string;
  readonly articleOf: (id: ArticleId) => Article | undefined;
  readonly statementOf: (id: StatementId) => Statement | undefined;
  readonly outletOf: (article: ArticleId) => Outlet | undefined;
  readonly languageOf: (article: Article) => string | undefined;
  /** The number of a source; the first use gives it the next one. */
  readonly numberOf: (article: ArticleId) => number;
  /** Sources in order of their numbers. */
  readonly numbered: () => readonly ArticleId[];
};

/** Makes ready to compose one card for one view. */
export function startComposing(
  dossier: Dossier,
  view: View,
  means: { readonly lexicon: Lexicon; readonly detect: Detector },
): Composing {
  const language = view.languages[0] ?? 'en';
  const articles = new Map(dossier.articles.map((article) => [article.id, article]));
  const statements = new Map(dossier.statements.map((statement) => [statement.id, statement]));
  const numbers = new Map<ArticleId, number>();
  // Who read an article for what is said in it knows its language: to detect one takes long.
  const languages = new Map(dossier.statements.map(({ article, language }) => [article, language]));

  return {
    dossier,
    account: dossier.story.account,
    view,
    language,
    words: wordsIn(language),
    nameOf: (actor) => shownName(actor, means.lexicon, language),
    articleOf: (id) => articles.get(id),
    statementOf: (id) => statements.get(id) ?? takenStatement(id, dossier.story.account),
    outletOf: (id) => dossier.outlets.get(articles.get(id)?.outlet ?? ('' as Outlet['id'])),
    languageOf: (article) =>
      languages.getOrInsertComputed(article.id, () => languageIn(article, means.detect)),
    numberOf: (id) => numbers.get(id) ?? numbers.set(id, numbers.size + 1).size,
    numbered: () => [...numbers.keys()],
  };
}

const languageIn = ({ title, summary = '', language }: Article, detect: Detector): string | undefined =>
  languageOf(`${title}\n${summary}`, language, detect);

/** One that somebody took off: no article of the story may hold it any more. */
function takenStatement(id: StatementId, { corrections }: StoryAccount): Statement | undefined {
  const correction = corrections.find(({ statement }) => statement === id);
  return correction !== undefined && 'taken' in correction ? correction.taken : undefined;
}

/** Articles whose outlets stand by them, in order of arrival. */
export function standingArticles({ dossier, account }: Composing): readonly Article[] {
  const takenBack = account.withdrawals?.map(({ outlet }) => outlet) ?? [];
  return dossier.articles.filter(({ outlet }) => !takenBack.includes(outlet));
}
