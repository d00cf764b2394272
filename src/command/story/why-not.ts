import type { Article } from '#article/article.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { readAgain } from '#command/feed/read-again.ts';
import { tellEvidence } from '#command/story/tell-evidence.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { matchArticle } from '#match/match-article.ts';
import { meetPartly, type PartlyMet } from '#match/meet-partly.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { explainTopic } from '#topic/explain-topic.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** A watch of the channel, and how far one of the articles goes towards its topic today. */
type Approach = {
  readonly watch: Subscription;
  readonly article: Article;
  readonly isStrong: boolean;
  readonly met: PartlyMet;
  /** From 0, nothing of it, to 1. */
  readonly nearness: number;
};

/** Why none of these articles brought a card here: what the nearest watched topic would have needed. */
export async function whyNot(articles: readonly Article[], ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const watches = await desk.ledger.subscriptions.listByChannel(ask.channel.id);
  const approaches = articles.flatMap((article) => approachesOf(article, watches, desk));
  const [nearest] = approaches.toSorted((one, other) => other.nearness - one.nearness);
  if (nearest === undefined || nearest.nearness === 0)
    return { kind: 'answer', lines: [words.why.meetsNothing(watches.length), words.why.onHand] };

  const { name, createdAt } = nearest.watch;
  return {
    kind: 'answer',
    lines: [
      ...reasonFor(nearest, words, desk),
      words.why.nearest(name, createdAt),
      ...(nearest.isStrong ? [] : [words.why.onHand]),
    ],
  };
}

function approachesOf(article: Article, watches: readonly Subscription[], desk: Desk): readonly Approach[] {
  const read = readAgain(article, desk);
  return watches.flatMap((watch) => {
    const parsed = parseQuery(watch.name, desk.lexicon);
    if (parsed.kind === 'problem') return [];
    const { topic } = parsed;
    const isStrong = matchArticle(read, indexOf(topic, desk.lexicon), desk.lexicon).some(
      ({ tier }) => tier === 'strong',
    );
    const met = meetPartly(topic, read, desk.lexicon);
    const nearness = isStrong ? 1 : met.found.length / (topic.parts.length + 1);
    return [{ watch, article, isStrong, met, nearness }];
  });
}

function indexOf(topic: Topic, lexicon: Lexicon): TopicIndex {
  const index = new TopicIndex(lexicon);
  index.add(topic);
  return index;
}

function reasonFor(approach: Approach, words: ReplyWords, desk: Desk): readonly Phrase[] {
  const { met, isStrong } = approach;
  const { why } = words;
  if (isStrong) return [whyNotThough(approach, words)];
  if (met.unmet.length > 0) return [why.isFromElsewhere(met.unmet)];

  const { parts, excluded } = explainTopic(met.topic, desk.lexicon, words.language);
  if (met.excluded.length > 0) return [why.holdsExcluded(tellEvidence(met.excluded, excluded, why))];
  const found = tellEvidence(met.found, parts, why);
  const nameOf = (written: string): string =>
    parts.find((part) => part.written === written)?.understoodAs.join(words.or) ?? written;
  if (met.missing.length > 0) {
    const lookalike = met.lookalikes[0];
    return [
      why.lacks(
        found,
        met.missing.map(({ written }) => nameOf(written)),
      ),
      ...(lookalike ? [why.looksLike(lookalike.found, nameOf(lookalike.part))] : []),
    ];
  }
  if (met.discounts.length === 0) return [why.isTooFarApart(found)];
  return [
    why.doesNotCount(
      found,
      met.discounts.map((discount) =>
        why.discounts[discount.why](discount.evidence.found, nameOf(discount.evidence.part)),
      ),
    ),
  ];
}

/** It meets the topic, and came too early, or to a watch that says nothing now. */
function whyNotThough({ watch, article }: Approach, { why }: ReplyWords): Phrase {
  if (article.isArchive) return why.isArchive;
  if (watch.createdAt > article.seenAt) return why.cameBefore;
  return watch.isPaused ? why.isPaused : why.isOnItsWay;
}
