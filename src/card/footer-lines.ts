import { timeOf } from '#article/article.ts';
import type { Composing } from '#card/composing.ts';
import { originNames } from '#card/origin-names.ts';
import type { Phrase } from '#card/phrase.ts';
import { inOneLine, text } from '#card/phrase-of.ts';

/** How many outlets of how many owners, what they rest on, from when it is; then the view's own note. */
export function footerLines(composing: Composing): readonly Phrase[] {
  const { account, words, view } = composing;
  const origins = originNames(composing);
  const counts = inOneLine([
    [text(words.outlets(account.outlets, account.owners))],
    origins.length > 0 ? [text(words.restsOn(origins, account.outlets))] : [],
    timesOf(composing),
  ]);
  return view.note === undefined ? [counts] : [counts, [text(view.note)]];
}

function timesOf({ dossier, words }: Composing): Phrase {
  const [first, ...later] = dossier.articles;
  if (!first) return [];
  const published = timeOf(first);
  const updated = later
    .map(({ seenAt }) => seenAt)
    // What was held back and then released joins late, and was seen early.
    .filter((seenAt) => seenAt > first.seenAt)
    .sort()
    .at(-1);
  return updated === undefined
    ? words.publishedAndSeen(published, first.seenAt)
    : words.publishedAndUpdated(published, updated);
}
