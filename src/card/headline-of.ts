import type { Article } from '#article/article.ts';
import { type Composing, standingArticles } from '#card/composing.ts';
import type { OutletId } from '#feed/outlet.ts';
import { formOf } from '#story/form-of.ts';

/** A headline word for word, with whose it is. */
export type Headline = {
  readonly words: string;
  readonly outlet: OutletId;
  /** The article it stands over; absent when that was taken back. */
  readonly article?: Article;
};

const FEWEST_WORDS = 3;
const MOST_CHARACTERS = 250;

/**
 * The headline that the channel was shown first, as long as its article belongs to the story and its outlet stands by
 * it; else that of the first article in the first language of the view that has a good one. What stood over a story
 * that was withdrawn stays its headline: people know it by that.
 */
export function headlineOf(composing: Composing): Headline {
  const { account, view } = composing;
  const withdrawn = account.status.kind === 'withdrawn' ? account.withdrawals?.at(-1) : undefined;
  if (withdrawn && withdrawn.outlet === view.headed?.outlet) {
    return { words: view.headed.words, outlet: withdrawn.outlet };
  }
  if (withdrawn?.stood) return { words: withdrawn.stood.title, outlet: withdrawn.outlet };

  const standing = standingArticles(composing);
  const over = standing.find(({ id }) => id === view.headed?.article);
  if (view.headed && over) return { ...view.headed, article: over };
  const first = bestHeaded(standing, composing);
  if (!first) throw new Error(`Story ${composing.dossier.story.id} has no article to take a headline from.`);
  return { words: first.title, outlet: first.outlet, article: first };
}

/** The first in the first language of the view that has a good one; a bad one rather than none. */
export function bestHeaded(standing: readonly Article[], composing: Composing): Article | undefined {
  const { view, languageOf, dossier } = composing;
  const good = standing.filter(({ title }) => isGood(title));
  // Where there is nothing to choose nobody needs to know the language, and to detect one takes long.
  if (good.length < 2) return good[0] ?? standing[0] ?? dossier.articles[0];
  const inOrder = [
    ...view.languages.flatMap((language) => good.filter((article) => languageOf(article) === language)),
    ...good,
  ];
  return inOrder[0];
}

/** The title of a live blog or a round-up speaks of more than this event; a single word or a paragraph is no title. */
function isGood(title: string): boolean {
  const form = formOf(title);
  return (
    (form === 'report' || form === 'explainer') &&
    title.length <= MOST_CHARACTERS &&
    (title.split(/\s+/u).length >= FEWEST_WORDS || /\p{Script=Han}{4}/u.test(title))
  );
}
