import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { Id } from '#kernel/id.ts';
import type { Place, Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';

/** Names one statement: a hash of its article, place and span. */
export type StatementId = Id<'Statement'>;

/** Found in a text: who is said to have said what. Offsets count in the text of `place`. */
export type Attribution = {
  readonly place: Place;
  /** The words that name the speaker, where they stand; absent when none could be told. */
  readonly source?: Span;
  readonly cue: Span;
  /** What was said; several spans when the frame stands in the middle of it. */
  readonly content: readonly Span[];
  readonly speaker?: ActorId;
  /** For whom the speaker speaks; absent when nobody checked that they do. Several for a joint statement. */
  readonly sides: readonly ActorId[];
  /** In nested attribution ("the Kremlin said Mr Putin told …"): who is said to have said it first. */
  readonly innerSpeaker?: ActorId;
  /** Whether the content stands in quotation marks. */
  readonly isQuoted: boolean;
  readonly denies: boolean;
  /** Whether it stands inside the words of another: the account of that other. */
  readonly isNested: boolean;
};

/** Who said what, for whom, in the exact words of one article. */
export type Statement = {
  readonly id: StatementId;
  readonly article: ArticleId;
  readonly outlet: OutletId;
  readonly place: Place;
  readonly spans: readonly Span[];
  /** A substring of the stored text; spans of a split quotation are joined by " … ". */
  readonly words: string;
  readonly language?: string;
  /** The article's words for the speaker: "Kremlin spokesman Dmitry Peskov". */
  readonly speakerWords?: string;
  readonly speaker?: ActorId;
  readonly sides: readonly ActorId[];
  readonly isQuoted: boolean;
  readonly denies: boolean;
  /** Own: the article is of an outlet that belongs to the side. Second: quoted by another outlet. */
  readonly hand: 'own' | 'second';
};
