import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventStatus, EventTypeId } from '#lexicon/event.ts';

/** What tells an event from others of its type. Sides: countries, organisations and camps. */
export type WhichEvent = {
  /** The day on which it took place or is to, as `YYYY-MM-DD`, where its sentences name one. */
  readonly day?: string;
  /** It is ahead: another day may be the same event put off. */
  readonly isPlanned?: boolean;
  /** It is told as one more of its kind: "again", "second call". */
  readonly again?: boolean;
  /** It is told as coming before another contact or after one. */
  readonly beside?: 'before' | 'after';
  /** Between which sides a contact is. */
  readonly sides?: readonly ActorId[];
  /** Which side does it, and to which. */
  readonly by?: readonly ActorId[];
  readonly to?: readonly ActorId[];
};

/** What grouping knows of an article: small, plain, stored with the story so that a restart can go on. */
export type Fingerprint = {
  readonly article: ArticleId;
  readonly outlet: OutletId;
  /** ISO 8601, UTC: when it counts as having happened. */
  readonly at: string;
  readonly language?: string;
  /** Of an office's own text: for whom it speaks. It leads every text of that office, whatever the text is about. */
  readonly voices?: readonly ActorId[];
  /** Reports carry a story; the other forms may join one, never glue two together. */
  readonly form: 'report' | 'live' | 'roundup' | 'opinion' | 'explainer' | 'anniversary';
  /** Weight of each actor: where it stands and how often. */
  readonly actors: Readonly<Record<ActorId, number>>;
  readonly events: readonly {
    readonly event: EventTypeId;
    readonly status: EventStatus;
    /** Of a planned one: the day it is to be, as noon UTC, where its sentence names one day. */
    readonly on?: string;
    /** Of a contact: who is named where it is told. */
    readonly between?: readonly ActorId[];
    /** Which event of its type it is, as far as the article tells. */
    readonly which?: WhichEvent;
  }[];
  readonly numbers: readonly string[];
  /** Stems of title and lead, and `~` with the id of each common word that the lexicon translates, with how much each tells. */
  readonly terms: Readonly<Record<string, number>>;
  /** Names that the lexicon does not know, each as its terms with spaces between: "port elsa". */
  readonly names?: readonly string[];
};
