import { timeOf } from '#article/article.ts';
import type { Change } from '#card/change.ts';
import type { Composing } from '#card/composing.ts';
import { voiceOf } from '#card/quote-of.ts';
import { nameOfOutlet } from '#card/source-name.ts';
import type { Statement } from '#statement/statement.ts';
import type { SideAccount, StoryAccount } from '#story/story.ts';

/** A side was first heard at all, or by a text of its own. */
type SideNews = {
  readonly account: SideAccount;
  readonly kind: Extract<Change['kind'], 'side-spoke' | 'confirmed'>;
  readonly at: string;
  /** The words by which it was heard, where several sides said them together. */
  readonly joint?: Statement;
};

/**
 * Which sides were first heard, or first by their own texts, since the account before: a line for each, one line for
 * those who were heard by words they said together. A denial has a line of its own. `on` is what the lines are about.
 */
export function sideChanges(before: StoryAccount, on: string, composing: Composing): readonly Change[] {
  const news = composing.account.sides.flatMap((account) => newsOf(account, before, composing));
  const together = Map.groupBy(news, ({ account, joint }) => joint?.article ?? account.side);
  return together
    .values()
    .flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      return more.length > 0
        ? [jointChange([first, ...more], on, composing)]
        : [sideChange(first, on, composing)];
    })
    .toArray();
}

function newsOf(account: SideAccount, before: StoryAccount, composing: Composing): readonly SideNews[] {
  const known = before.sides.find((one) => one.side === account.side);
  const { spokeAt, ownTextAt } = account;
  if (spokeAt !== undefined && known?.spokeAt === undefined) {
    return toldBy({ account, kind: 'side-spoke', at: spokeAt }, composing);
  }
  if (ownTextAt !== undefined && known?.ownTextAt === undefined) {
    return toldBy({ account, kind: 'confirmed', at: ownTextAt }, composing);
  }
  return [];
}

function toldBy(news: SideNews, composing: Composing): readonly SideNews[] {
  const { denial } = composing.account;
  if (denial?.by === news.account.side && denial.at === news.at) return [];
  const joint = jointWordsOf(news, composing);
  return [{ ...news, ...(joint && { joint }) }];
}

function jointWordsOf({ account, at }: SideNews, composing: Composing): Statement | undefined {
  return account.statements
    .map(({ statement }) => composing.statementOf(statement))
    .find((statement) => {
      const article = statement && composing.articleOf(statement.article);
      return statement && statement.sides.length > 1 && article && timeOf(article) === at;
    });
}

function sideChange({ account, kind, at }: SideNews, on: string, composing: Composing): Change {
  const { words } = composing;
  const voice = voiceOf(account, composing);
  const line =
    kind === 'confirmed'
      ? words.confirmed(voice, at, on)
      : words.sideSpoke(voice, at, on, isComplete(composing));
  return { key: `${kind}:${account.side}`, kind, line };
}

/** All of them were heard by one article: those who had not spoken before have spoken now. */
function jointChange(
  news: readonly [SideNews, ...(readonly SideNews[])],
  on: string,
  composing: Composing,
): Change {
  const { words, nameOf, outletOf } = composing;
  const [{ at, joint }] = news;
  const kind = news.some((one) => one.kind === 'side-spoke') ? 'side-spoke' : 'confirmed';
  const sides = news.map(({ account }) => account.side);
  const key = `${kind}:${sides.toSorted().join('+')}`;
  const outlet = joint?.hand === 'own' ? outletOf(joint.article) : undefined;
  const line = words.spokeTogether({
    sides: sides.map(nameOf),
    ...(outlet && { publisher: nameOfOutlet(outlet.id, composing) }),
    at,
    on,
    isComplete: kind === 'side-spoke' && isComplete(composing),
  });
  return { key, kind, line };
}

const isComplete = ({ account: { sides } }: Composing): boolean =>
  sides.length === 2 && sides.every(({ spokeAt }) => spokeAt !== undefined);
