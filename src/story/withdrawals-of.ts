import { type Article, timeOf } from '#article/article.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Withdrawal } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';

const HEAD_CHARACTERS = 200;

/**
 * Reports that their own outlets took back: in so many words at the head of a new edition or of a notice, or marked
 * so by a person. An article that only vanished is not withdrawn. One said before is kept as it was said.
 */
export function withdrawalsOf(facts: StoryFacts, lexicon: Lexicon): readonly Withdrawal[] {
  const said = facts.previous?.withdrawals ?? [];
  const fresh = facts.articles
    .filter((one) => one.state === 'withdrawn' || takesBack(one.article, lexicon))
    .filter(({ outlet }) => !said.some((earlier) => earlier.outlet === outlet.id))
    .map((one) => withdrawalOf(one, facts));
  const ofOneOutlet = new Map(fresh.toReversed().map((withdrawal) => [withdrawal.outlet, withdrawal]));
  return [...said, ...ofOneOutlet.values()];
}

function withdrawalOf(notice: ArticleFacts, facts: StoryFacts): Withdrawal {
  const stood = notice.earlier ?? reportBefore(notice, facts);
  return {
    outlet: notice.outlet.id,
    article: notice.article.id,
    at: notice.stateSince ?? (notice.article.edition > 1 ? facts.now.toISOString() : timeOf(notice.article)),
    ...(stood === undefined ? {} : { stood: wordsThatStood(stood) }),
  };
}

/** A notice of its own takes back what the same outlet had reported in this story. */
function reportBefore(notice: ArticleFacts, facts: StoryFacts): Article | undefined {
  return facts.articles
    .slice(0, facts.articles.indexOf(notice))
    .find(({ outlet }) => outlet.id === notice.outlet.id)?.article;
}

const wordsThatStood = (article: Article): NonNullable<Withdrawal['stood']> => ({
  title: article.title,
  words: article.summary ?? article.title,
  from: article.seenAt,
});

function takesBack({ title, summary, text }: Article, lexicon: Lexicon): boolean {
  const words = Object.values(lexicon.speech).flatMap(({ withdrawals }) => withdrawals);
  return [title, summary, text]
    .map((part = '') => headIn(part))
    .some((head) => words.some((word) => opens(head, word.toLowerCase())));
}

/** What a withdrawal could stand in: no text is looked through any further. */
const headIn = (text: string): string =>
  text
    .slice(0, HEAD_CHARACTERS)
    .trimStart()
    .replace(/^[[(*]+\s*/u, '')
    .toLowerCase();

/** "Withdrawn: …", "[Retracted] …", but not "Withdrawn troops return": the word stands alone at the head. */
const opens = (head: string, word: string): boolean =>
  head.startsWith(word) && /^\s*(?:[:\])*|–—]|-\s|\.\s|$)/u.test(head.slice(word.length));
