import type { Article } from '#article/article.ts';
import { type Composing, standingArticles } from '#card/composing.ts';
import type { OutletId } from '#feed/outlet.ts';
import { formOf } from '#story/form-of.ts';

/** A headline word for word, with whose it is. */
export type Headline = {
  readonly words: string;
  readonly outlet: OutletId;
  /** The article it stands over, from which the summary is led; absent when that was taken back. */
  readonly article?: Article;
};

const FEWEST_WORDS = 3;
const MOST_CHARACTERS = 250;

/**
 * The headline of the first article in the first language of the view that has a good one. What stood over a story
 * that was withdrawn stays its headline: people know it by that.
 */
export function headlineOf(composing: Composing): Headline {
  const { account, view, languageOf } = composing;
  const withdrawn = account.status.kind === 'withdrawn' ? account.withdrawals?.at(-1) : undefined;
  if (withdrawn?.stood) return { words: withdrawn.stood.title, outlet: withdrawn.outlet };

  const standing = standingArticles(composing);
  const good = standing.filter(({ title }) => isGood(title));
  const [first] = [
    ...view.languages.flatMap((language) => good.filter((article) => languageOf(article) === language)),
    ...good,
    ...standing,
    ...composing.dossier.articles,
  ];
  if (!first) throw new Error(`Story ${composing.dossier.story.id} has no article to take a headline from.`);
  return { words: first.title, outlet: first.outlet, article: first };
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
