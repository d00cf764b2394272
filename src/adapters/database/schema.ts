import type { Generated } from 'kysely';
import type { ArticleId } from '#article/article.ts';
import type { ArticleState } from '#article/article-store.ts';
import type { DigestKind } from '#card/digest-card.ts';
import type { Platform, WhenUncertain } from '#channel/channel.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { DeliveryState, HeldFor } from '#delivery/delivery.ts';
import type { Stop } from '#delivery/stop.ts';
import type { FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Place } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventStatus } from '#lexicon/event.ts';
import type { Match, Tier } from '#match/match.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import type { Contact } from '#story/contact.ts';
import type { StoryId } from '#story/story.ts';
import type { Ground } from '#subscription/ground.ts';
import type { StoryState, SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';

/*
 * The tables, as the stores see them; in the database their names are snake_case. What is written here holds on
 * SQLite and PostgreSQL alike: a time is ISO 8601 text in UTC with milliseconds, so that it sorts; a flag is 0 or 1;
 * what no query asks about is JSON in text.
 */

/** 0 is no, 1 is yes: PostgreSQL takes no boolean into an integer column, SQLite has no other. */
export type Flag = number;

/** JSON, written and read by the store. */
export type JsonText = string;

/** Feeds that workspaces added; `removedAt` where they are read no more. */
export type OwnFeedTable = {
  feed: FeedId;
  workspace: WorkspaceId;
  url: string;
  outlet: OutletId;
  name: string;
  language: string | null;
  addedAt: string;
  addedBy: string;
  removedAt: string | null;
};

/** A feed that is read: when it is visited next, and how its last visits went. */
export type FeedTable = {
  feed: FeedId;
  url: string;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  documentHints: JsonText | null;
  nextVisitAt: string;
  lastVisitAt: string | null;
  lastReadAt: string | null;
  lastNewAt: string | null;
  failuresInARow: number;
  failingSince: string | null;
  lastFailure: string | null;
  isFirstVisitDone: Flag;
  usualNewItems: number;
  parkedSince: string | null;
  movedTo: string | null;
  movedSince: string | null;
  movedCount: number;
  vitals: JsonText | null;
};

type ArticleColumns = {
  id: ArticleId;
  feed: FeedId;
  outlet: OutletId;
  workspace: WorkspaceId | null;
  link: string | null;
  title: string;
  summary: string | null;
  text: string | null;
  isFullText: Flag;
  language: string | null;
  publishedAt: string | null;
  seenAt: string;
  edition: number;
  isArchive: Flag;
  image: string | null;
  outletName: string | null;
};

/** The newest edition of each article, and where the article stands. */
export type ArticleTable = ArticleColumns & {
  /** When it counts as having happened: published, else seen. */
  happenedAt: string;
  state: ArticleState;
  stateAt: string;
  stateError: string | null;
};

/** Editions that a newer one has replaced. */
export type ArticleEditionTable = ArticleColumns;

/** Articles whose words are kept; the words themselves stand where each database finds them fastest. */
export type ArticleWordsTable = { number: Generated<number>; article: ArticleId };

/** A key by which a feed's item was known: the same item again is the same article. */
export type SeenKeyTable = { feed: FeedId; key: string; article: ArticleId; lastSeenAt: string };

/** What is watched, once for all who mean the same. */
export type TopicTable = { id: TopicId; canonical: string; written: string };

/** An event as reports tell it. */
export type StoryTable = {
  id: StoryId;
  shortName: string;
  firstArticle: ArticleId;
  openedAt: string;
  lastArticleAt: string;
  follows: StoryId | null;
  mergedInto: StoryId | null;
  workspace: WorkspaceId | null;
  revision: number;
  account: JsonText;
};

/** Calls, visits, meetings and letters, each as one story tells of it; without a key to that story, which it outlives. */
export type ContactTable = {
  story: StoryId;
  shortName: string;
  workspace: WorkspaceId | null;
  kind: Contact['kind'];
  state: Contact['state'];
  at: string;
  isDated: Flag;
  sides: JsonText;
  persons: JsonText;
  sources: JsonText;
};

/** Sides and persons that took part in a contact. */
export type ContactActorTable = { actor: ActorId; story: StoryId };

/** Which story an article belongs to. `arrival` rises with every new row. */
export type StoryArticleTable = {
  arrival: Generated<number>;
  article: ArticleId;
  story: StoryId;
  at: string;
  fingerprint: JsonText;
};

/** That an article met a topic, and how. */
export type MatchTable = {
  topic: TopicId;
  article: ArticleId;
  tier: Tier;
  score: number;
  status: EventStatus;
  direction: Match['direction'];
  evidence: JsonText;
};

/** Words of a side in an article. */
export type StatementTable = {
  id: StatementId;
  article: ArticleId;
  /** Its place among the statements of the article, from 0. */
  position: number;
  outlet: OutletId;
  place: Place;
  spans: JsonText;
  words: string;
  language: string | null;
  speakerWords: string | null;
  speaker: ActorId | null;
  sides: JsonText;
  isQuoted: Flag;
  denies: Flag;
  hand: Statement['hand'];
};

/** A Discord server, a Slack workspace or a terminal. */
export type WorkspaceTable = {
  id: WorkspaceId;
  platform: Platform;
  name: string;
  languages: JsonText;
  zone: string;
  whenUncertain: WhenUncertain | null;
  /** When the program was put out of it. */
  leftAt: string | null;
  /** Who may look and who may change; null where nobody has said. */
  policy: JsonText | null;
};

/** A place in a workspace where cards may stand. */
export type ChannelTable = {
  id: ChannelId;
  workspace: WorkspaceId;
  platform: Platform;
  address: string;
  name: string;
};

/** Who changed what. `number` rises with every row. */
export type AuditTable = {
  number: Generated<number>;
  workspace: WorkspaceId;
  channel: ChannelId | null;
  who: string;
  at: string;
  what: string;
  detail: string;
};

/** That a channel watches a topic, and how it wants to be told. */
export type SubscriptionTable = {
  id: SubscriptionId;
  workspace: WorkspaceId;
  channel: ChannelId;
  topic: TopicId;
  name: string;
  createdAt: string;
  createdBy: string;
  mention: string | null;
  isPaused: Flag;
  digest: JsonText | null;
  digestSince: string | null;
  needs: Ground | null;
  isUrgent: Flag;
  mutedUntil: string | null;
  digestsRelated: Flag;
  inThread: Flag;
  languages: JsonText | null;
  outlets: JsonText | null;
  isWithoutLines: Flag;
};

/** How a channel wants to be told, where somebody changed that. */
export type ChannelSettingsTable = {
  channel: ChannelId;
  zone: string | null;
  quiet: JsonText | null;
  cardsAnHour: number;
  pingsAnHour: number;
  pingsADay: number;
  whenUncertain: WhenUncertain | null;
};

/** Stories that a channel wants to hear no more of. */
export type StoryMuteTable = {
  channel: ChannelId;
  story: StoryId;
  by: string;
  at: string;
  until: string | null;
};

/** Where each story that matched a subscription stands. */
export type SubscriptionStoryTable = {
  subscription: SubscriptionId;
  story: StoryId;
  state: StoryState;
  at: string;
};

type AttemptedColumns = {
  key: DeliveryKey;
  channel: ChannelId;
  story: StoryId;
  message: MessageId | null;
  state: DeliveryState;
  plannedAt: string;
  dueAt: string;
  attempts: number;
  firstSentAt: string | null;
  leaseUntil: string | null;
  reason: string | null;
  repeats: number | null;
  mayStandSince: string | null;
};

/** A card that is owed to a channel, and what stands there of it. */
export type PostTable = AttemptedColumns & {
  wanted: number;
  shown: number;
  postedAt: string | null;
  card: JsonText;
  cardHash: string;
  mention: string | null;
  ground: Ground | null;
  heldFor: HeldFor | null;
  removedBy: string | null;
  isTakenBack: 1 | null;
  keptFor: JsonText | null;
};

/** A line that says what must not be missed of a card. */
export type PointerTable = AttemptedColumns & { change: string; line: JsonText; mention: string | null };

/** Cards of many stories; the columns of a delivery, without a story of their own. */
export type DigestTable = Omit<AttemptedColumns, 'story'> & {
  kind: DigestKind;
  period: string;
  stories: JsonText;
  card: JsonText;
};

/** What the operator is told; the columns of a delivery, without a story. */
export type NoticeTable = Omit<AttemptedColumns, 'story'> & { line: JsonText; actions: JsonText };

/** Where nothing is sent for now; `stopped` names the channel or the platform. */
export type StopTable = {
  stopped: string;
  channel: ChannelId | null;
  platform: Platform | null;
  kind: Stop['kind'];
  since: string;
  until: string;
  refusals: number;
  reason: string;
};

/** Copies that were put in the place of the database. */
export type RestoreTable = { restoredAt: string; copiedAt: string };

/** Outages that the operator was told of; those told of together share a notice. */
export type OutageTable = { feed: FeedId; notice: string; since: string };

/** When the addresses of articles on cards were last asked for, and how they answered. */
export type AddressCheckTable = {
  article: ArticleId;
  checkedAt: string;
  dueAt: string;
  thereAt: string | null;
  misses: number;
  missingSince: string | null;
  status: number | null;
};

/** What was decided about stories; `carriedAt` once it was done. `number` rises with every row. */
export type RulingTable = {
  number: Generated<number>;
  decision: JsonText;
  by: string;
  at: string;
  carriedAt: string | null;
  outcome: string | null;
};

/** Articles that must not stand in one story; `one` sorts before `other`. */
export type ApartArticleTable = { one: ArticleId; other: ArticleId };

/** For whom speakers speak, as the operator ruled; without a side for none. */
export type RuledSideTable = { article: ArticleId; speakerWords: string; side: ActorId | null };

/** What workspaces hide: the words of a statement, or with no words the whole article. */
export type HiddenTable = {
  workspace: WorkspaceId;
  article: ArticleId;
  words: string;
  by: string;
  at: string;
};

/** What stories amount to for workspaces that hide something of them. */
export type WorkspaceAccountTable = { workspace: WorkspaceId; story: StoryId; account: JsonText };

/** Cards as they were shown; `revision` is that of the post. */
export type ShownCardTable = {
  channel: ChannelId;
  story: StoryId;
  revision: number;
  shownAt: string;
  card: JsonText;
};

/** How changes are taken back; `inverse` is read by the commands alone. */
export type UndoTable = {
  token: string;
  workspace: WorkspaceId;
  channel: ChannelId;
  who: string;
  until: string;
  what: string;
  detail: string;
  inverse: JsonText;
  opposite: string | null;
  usedAt: string | null;
};

/** Commands that are longer than a button holds. */
export type KeptLineTable = {
  token: string;
  workspace: WorkspaceId;
  channel: ChannelId;
  line: string;
  until: string;
};

/** Keys by which we know what we signed, by name. */
export type SigningKeyTable = { name: string; value: string };

/** Events of chat platforms that were answered, by the platform's own id. */
export type InboundEventTable = { id: string; at: string };

/** Numbers that rise, by name. */
export type CounterTable = { name: string; value: number };

/** Who works alone on this database, and until when. */
export type LeaseTable = { name: string; holder: string; until: string };

/** One row for each migration that has run. */
export type SchemaVersionTable = { version: number; name: string; at: string };

/** At most one row: the upgrade that the operator is still to be told of. */
export type UpgradeTable = { fromVersion: number; toVersion: number; copy: string | null; at: string };

/** All tables by name. */
export type Tables = {
  feeds: FeedTable;
  ownFeeds: OwnFeedTable;
  articles: ArticleTable;
  articleEditions: ArticleEditionTable;
  articleWords: ArticleWordsTable;
  seenKeys: SeenKeyTable;
  topics: TopicTable;
  stories: StoryTable;
  storyArticles: StoryArticleTable;
  contacts: ContactTable;
  contactActors: ContactActorTable;
  matches: MatchTable;
  statements: StatementTable;
  workspaces: WorkspaceTable;
  channels: ChannelTable;
  audit: AuditTable;
  subscriptions: SubscriptionTable;
  subscriptionStories: SubscriptionStoryTable;
  posts: PostTable;
  pointers: PointerTable;
  digests: DigestTable;
  channelSettings: ChannelSettingsTable;
  storyMutes: StoryMuteTable;
  notices: NoticeTable;
  stops: StopTable;
  restores: RestoreTable;
  outages: OutageTable;
  addressChecks: AddressCheckTable;
  rulings: RulingTable;
  apartArticles: ApartArticleTable;
  ruledSides: RuledSideTable;
  hidden: HiddenTable;
  workspaceAccounts: WorkspaceAccountTable;
  shownCards: ShownCardTable;
  undos: UndoTable;
  keptLines: KeptLineTable;
  signingKeys: SigningKeyTable;
  inboundEvents: InboundEventTable;
  counters: CounterTable;
  leases: LeaseTable;
  schemaVersions: SchemaVersionTable;
  upgrades: UpgradeTable;
};
