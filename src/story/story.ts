import type { Article, ArticleId } from '#article/article.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { Id, WorkspaceId } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import type { ContactsBefore } from '#story/contacts-before.ts';

/** Names one story: a hash of the article that opened it. */
export type StoryId = Id<'Story'>;

/** Why a party has no words on the card. Never "not mentioned". Times are ISO 8601 in UTC. */
export type Silence =
  /** Its text was read and holds no sentence on the event; `isFullText` false: only title and lead were read. */
  | {
      readonly kind: 'no-sentence';
      readonly article: ArticleId;
      readonly readAt: string;
      readonly isFullText: boolean;
    }
  | { readonly kind: 'nothing-yet'; readonly outlet: OutletId; readonly readAt: string }
  | { readonly kind: 'feed-down'; readonly outlet: OutletId; readonly since: string }
  | { readonly kind: 'not-read-directly' };

/** A statement on a card, and what checking it showed. */
export type SideStatement = {
  readonly statement: StatementId;
  /** A second-hand quotation that its side's own text, in the same language, does not hold. */
  readonly isNotInOwnText: boolean;
};

/** What one party to the event has said so far. */
export type SideAccount = {
  readonly side: ActorId;
  /** When its first words were published, and whether by itself. */
  readonly spokeAt?: string;
  readonly ownTextAt?: string;
  readonly statements: readonly SideStatement[];
  readonly silence?: Silence;
};

/** A quotation taken off a side: because it stands in another side's own text, or because somebody decided so. */
export type Correction = {
  readonly statement: StatementId;
  readonly side: ActorId;
  /** From when to when the card could show it under the wrong side. */
  readonly stoodFrom: string;
  readonly takenOffAt: string;
} & (
  | FoundElsewhere
  | (TakenOffBy & {
      /** As it stood: the story may have no article with it any more. */
      readonly taken: Statement;
    })
);

/** Whose own text holds the words, and which article. */
export type FoundElsewhere = { readonly belongsTo: ActorId; readonly foundIn: ArticleId };

/** Who decided that words do not stand where they stood, for everyone or for one workspace. */
export type TakenOffBy = {
  readonly by: 'operator' | 'workspace';
  /** Short name of the story that tells of them now, where they went into another. */
  readonly movedTo?: string;
};

/** Who denied the event, and in which article. */
export type Denial = { readonly by: ActorId; readonly at: string; readonly article: ArticleId };

/** For which day an event is announced: the one that reports name, as noon UTC; absent where they name none or several. */
export type Announcement = { readonly for?: string };

/** A report that its own outlet took back. Times are ISO 8601 in UTC. */
export type Withdrawal = {
  readonly outlet: OutletId;
  /** The article that says so: the report's own new edition, or a notice. */
  readonly article: ArticleId;
  readonly at: string;
  /** What the report had said, and since when it could be read here; absent where no earlier words are at hand. */
  readonly stood?: { readonly title: string; readonly words: string; readonly from: string };
};

/** A report that is no longer at its address; its outlet has not said why. ISO 8601, UTC. */
export type Vanishing = {
  readonly article: ArticleId;
  readonly outlet: OutletId;
  readonly since: string;
  /** The status at its address: 404 or 410. */
  readonly answered?: string;
};

/** What a report rests on. */
export type Origin =
  | { readonly kind: 'side'; readonly actor: ActorId }
  | { readonly kind: 'wire'; readonly outlet: OutletId; readonly name: string }
  | { readonly kind: 'outlet'; readonly outlet: OutletId };

/** The story's state, in the order in which one hides another: the last that holds is shown. */
export type StoryStatus =
  | { readonly kind: 'reported'; readonly origins: readonly Origin[] }
  | { readonly kind: 'one-side'; readonly spoke: ActorId; readonly silent: readonly ActorId[] }
  /** `for`: the one day that reports name, as noon UTC. */
  | { readonly kind: 'announced'; readonly for?: string }
  | {
      readonly kind: 'both-sides';
      readonly spoke: readonly { readonly side: ActorId; readonly at: string }[];
    }
  | { readonly kind: 'denied'; readonly by: ActorId; readonly at: string; readonly article: ArticleId }
  | { readonly kind: 'corrected'; readonly at: string; readonly correction: Correction }
  | ({ readonly kind: 'vanished' } & Vanishing)
  | { readonly kind: 'withdrawn'; readonly by: OutletId; readonly at: string; readonly article: ArticleId };

/** What all articles of a story amount to, by rule. */
export type StoryAccount = {
  readonly status: StoryStatus;
  readonly event?: EventTypeId;
  /** Parties to the event, from topic and story, in order of weight. */
  readonly sides: readonly SideAccount[];
  /** Speakers that could not be placed with a party. */
  readonly others: readonly SideStatement[];
  readonly corrections: readonly Correction[];
  /** A party denies the event itself. Kept beside `status`, where something graver may hide it. */
  readonly denial?: Denial;
  /** All place the event ahead, and a side says so itself. Kept beside `status`, where something graver may hide it. */
  readonly announcement?: Announcement;
  /** Reports taken back by their own outlets: nothing of theirs stands in `sides` or `others`. */
  readonly withdrawals?: readonly Withdrawal[];
  /** Reports that are no longer at their addresses, where there are any: what they said stands, and is marked. */
  readonly vanished?: readonly Vanishing[];
  readonly origins: readonly Origin[];
  readonly outlets: number;
  readonly owners: number;
};

/** One event in the newsroom sense: the articles that tell of it. */
export type Story = {
  readonly id: StoryId;
  /** What people call it: R-7K2Q. */
  readonly shortName: string;
  readonly firstArticle: ArticleId;
  /** Time of the first article; the story is quiet 72 h after it. */
  readonly openedAt: string;
  readonly lastArticleAt: string;
  readonly follows?: StoryId;
  readonly mergedInto?: StoryId;
  /** Whose feeds tell it: it is for nobody else. Absent for a story of everyone. */
  readonly workspace?: WorkspaceId;
  /** Rises by one each time the account changes. */
  readonly revision: number;
  readonly account: StoryAccount;
};

/** Everything a card may be composed from. Articles in order of arrival. */
export type Dossier = {
  readonly story: Story;
  readonly articles: readonly Article[];
  readonly statements: readonly Statement[];
  readonly outlets: ReadonlyMap<OutletId, Outlet>;
  /** Short name of the story that this one follows. */
  readonly followed?: string;
  /** What the archive knows of contacts like the one it tells of. */
  readonly contactsBefore?: ContactsBefore;
  /** Statements that the workspace hides, word for word. */
  readonly hiddenWords?: readonly string[];
  /** Of a story that is quiet: when its last news came. Absent on cards that are posted, which a quiet story edits no more. */
  readonly quietSince?: string;
};
