import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** A card with more sides than this tells nobody anything. */
const MOST_PARTIES = 4;

/** A side this far below the heaviest one is spoken about; it is no party. */
const PARTY_SHARE = 0.5;

/** A country by name is often only the subject ("talks about Ukraine"); a person or an office acts. */
const COUNTRY_SHARE = 0.6;

/** The countries, organisations and camps between which the event takes place, heaviest first. */
export function partiesOf(articles: readonly ArticleFacts[], lexicon: Lexicon): readonly ActorId[] {
  const reports = articles.filter(({ fingerprint }) => fingerprint.form === 'report');
  const weights = new Map<ActorId, number>();
  for (const facts of reports.length > 0 ? reports : articles) {
    for (const [side, weight] of sharesOf(facts, lexicon))
      weights.set(side, (weights.get(side) ?? 0) + weight);
  }

  const heaviest = Math.max(0, ...weights.values());
  return [...weights]
    .filter(([, weight]) => weight >= heaviest * PARTY_SHARE)
    .sort(([one, weight], [other, otherWeight]) => otherWeight - weight || (one < other ? -1 : 1))
    .slice(0, MOST_PARTIES)
    .map(([side]) => side);
}

/** Each side's weight in one article, the heaviest being 1, so that a long article counts no more than a short one. */
function sharesOf({ fingerprint }: ArticleFacts, lexicon: Lexicon): ReadonlyMap<ActorId, number> {
  const weights = new Map<ActorId, number>();
  for (const [actor, weight] of Object.entries(fingerprint.actors) as [ActorId, number][]) {
    const side = sideOf(actor, lexicon, new Date(fingerprint.at));
    if (side === undefined) continue;
    const share = lexicon.actors.get(actor)?.kind === 'country' ? COUNTRY_SHARE : 1;
    weights.set(side, Math.max(weights.get(side) ?? 0, share * weight));
  }
  const heaviest = Math.max(...weights.values());
  return new Map([...weights].map(([side, weight]) => [side, weight / heaviest]));
}
