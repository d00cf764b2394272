import type { ArticleId } from '#article/article.ts';
import type { OutletKind } from '#feed/outlet.ts';
import type { Analysis } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Mentions } from '#lexicon/lexicon.ts';

/** An article, read: all that matching needs to know of it. */
export type ArticleReading = {
  readonly article: ArticleId;
  readonly analysis: Analysis;
  readonly mentions: Mentions;
  readonly about: {
    readonly outletName: string;
    readonly kind?: OutletKind;
    /** ISO 3166-1 alpha-2. */
    readonly country?: string;
    /** For official outlets: whose own text it publishes. */
    readonly voiceOf?: ActorId;
  };
  /** When the article counts as having happened. */
  readonly at: Date;
};
