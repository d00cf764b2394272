import type { AddressCheck } from '#article/address-check.ts';
import type { Article, ArticleId } from '#article/article.ts';
import type { Card } from '#card/card.ts';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import type { Notice } from '#delivery/notice.ts';
import type { FeedId, FeedRecord } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { Match } from '#match/match.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import type { Contact } from '#story/contact.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { Subscription, SubscriptionId } from '#subscription/subscription.ts';
import type { Topic, TopicId } from '#topic/topic.ts';
import { without } from './without.ts';

/*
 * Records with every optional field filled: a field that is added to a type makes this file fail to compile until a
 * store keeps it. Outlets, people and words are invented.
 */

/** A moment of the samples' day, 1 March 2026, as text. */
export const at = (time: string): string => `2026-03-01T${time}:00.000Z`;

/** The same moment as a `Date`. */
export const moment = (time: string): Date => new Date(at(time));

export const feedRecord = (changes: Partial<FeedRecord> = {}): Required<FeedRecord> => ({
  feed: 'feed-1' as FeedId,
  url: 'https://news.example/feed.xml',
  validators: { etag: 'W/"7"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT' },
  bodyHash: 'b0dy',
  documentHints: { ttlMinutes: 30, skipDays: [0, 6] },
  nextVisitAt: at('09:00'),
  lastVisitAt: at('08:50'),
  lastReadAt: at('08:40'),
  lastNewAt: at('08:30'),
  failuresInARow: 2,
  failingSince: at('08:45'),
  lastFailure: 'no answer within 20 s',
  vitals: {
    items: 30,
    newestAt: at('08:25'),
    rhythmMs: 3_600_000,
    lastOutage: { since: at('02:10'), until: at('05:40') },
    failure: 'timeout',
    status: 504,
  },
  isFirstVisitDone: true,
  usualNewItems: 2.5,
  parkedSince: at('08:20'),
  movedTo: 'https://news.example/new.xml',
  movedSince: at('08:10'),
  movedCount: 1,
  ...changes,
});

export const article = (changes: Partial<Article> = {}): Required<Article> => ({
  id: 'article-1' as ArticleId,
  feed: 'feed-1' as FeedId,
  outlet: 'hill-gazette' as OutletId,
  workspace: 'workspace-1' as WorkspaceId,
  link: 'https://news.example/1',
  title: 'Ministers speak by telephone',
  summary: 'The two ministers spoke for an hour.',
  text: 'The two ministers spoke for an hour. They will speak again.',
  isFullText: true,
  language: 'en',
  publishedAt: at('08:00'),
  seenAt: at('08:05'),
  edition: 1,
  isArchive: false,
  image: 'https://news.example/1.jpg',
  outletName: 'World Wire',
  ...changes,
});

export const fingerprint = (id: string, changes: Partial<Fingerprint> = {}): Required<Fingerprint> => ({
  article: id as ArticleId,
  outlet: 'hill-gazette' as OutletId,
  at: at('08:00'),
  language: 'en',
  voices: ['alphaland' as ActorId],
  form: 'report',
  actors: { ['alphaland' as ActorId]: 2 },
  events: [{ event: 'call' as EventTypeId, status: 'happened' }],
  numbers: ['2'],
  terms: { minist: 2 },
  names: ['port elsa'],
  ...changes,
});

export const story = (changes: Partial<Story> = {}): Required<Story> => ({
  id: 'story-1' as StoryId,
  shortName: 'R-0001',
  firstArticle: 'article-1' as ArticleId,
  openedAt: at('08:00'),
  lastArticleAt: at('08:30'),
  follows: 'story-0' as StoryId,
  mergedInto: 'story-9' as StoryId,
  workspace: 'workspace-1' as WorkspaceId,
  revision: 3,
  account: {
    status: { kind: 'reported', origins: [{ kind: 'outlet', outlet: 'hill-gazette' as OutletId }] },
    event: 'call' as EventTypeId,
    sides: [],
    others: [],
    corrections: [],
    origins: [],
    outlets: 1,
    owners: 1,
  },
  ...changes,
});

export const contact = (changes: Partial<Contact> = {}): Required<Contact> => ({
  story: 'story-1' as StoryId,
  shortName: 'R-0001',
  workspace: 'workspace-1' as WorkspaceId,
  kind: 'call',
  state: 'held',
  at: at('08:00'),
  isDated: true,
  sides: ['alphaland' as ActorId, 'betaland' as ActorId],
  persons: ['ada' as ActorId],
  sources: [
    {
      outlet: 'hill-gazette' as OutletId,
      title: 'Ministers speak by telephone',
      link: 'https://news.example/1',
      at: at('08:00'),
      isOwnText: false,
    },
  ],
  ...changes,
});

/** A story that has not been merged into another. */
export const livingStory = (changes: Partial<Story> = {}): Story => ({
  ...without(story(), 'mergedInto'),
  ...changes,
});

export const match = (changes: Partial<Match> = {}): Required<Match> => ({
  topic: 'topic-1' as TopicId,
  article: 'article-1' as ArticleId,
  tier: 'strong',
  score: 0.75,
  status: 'happened',
  direction: 'as-asked',
  evidence: [{ part: 'call', found: 'speak by telephone', where: 'title', sentence: 0 }],
  ...changes,
});

export const statement = (changes: Partial<Statement> = {}): Required<Statement> => ({
  id: 'statement-1' as StatementId,
  article: 'article-1' as ArticleId,
  outlet: 'hill-gazette' as OutletId,
  place: 'summary',
  spans: [{ start: 0, end: 20 }],
  words: 'The two ministers sp',
  language: 'en',
  speakerWords: 'a spokesman of Alphaland',
  speaker: 'alphaland' as ActorId,
  sides: ['alphaland' as ActorId],
  isQuoted: true,
  denies: true,
  hand: 'second',
  ...changes,
});

export const workspace = (changes: Partial<Workspace> = {}): Omit<Required<Workspace>, 'whenUncertain'> => ({
  id: 'workspace-1' as WorkspaceId,
  platform: 'terminal',
  name: 'Desk',
  languages: ['fr', 'en'],
  zone: 'Europe/Paris',
  ...changes,
});

export const channel = (changes: Partial<ChannelRef> = {}): Required<ChannelRef> => ({
  id: 'channel-1' as ChannelId,
  workspace: 'workspace-1' as WorkspaceId,
  platform: 'terminal',
  address: 'tty',
  name: '#desk',
  ...changes,
});

export const topic = (changes: Partial<Topic> = {}): Topic => ({
  id: 'topic-1' as TopicId,
  canonical: 'actor:alphaland event:call',
  written: 'Alphaland call',
  parts: [],
  excluded: [],
  restrictions: [],
  ...changes,
});

export const subscription = (changes: Partial<Subscription> = {}): Required<Subscription> => ({
  id: 'subscription-1' as SubscriptionId,
  workspace: 'workspace-1' as WorkspaceId,
  channel: 'channel-1' as ChannelId,
  topic: 'topic-1' as TopicId,
  name: 'Alphaland call',
  createdAt: at('07:00'),
  createdBy: 'mira',
  mention: '<@&7>',
  isPaused: false,
  mutedUntil: at('07:30'),
  digest: { days: 'weekly', at: '08:00', weekday: 1 },
  digestSince: at('07:10'),
  needs: 'two-origins',
  isUrgent: true,
  digestsRelated: true,
  inThread: true,
  languages: ['fr', 'en'],
  outlets: { are: 'left-out', outlets: ['outlet-1' as OutletId] },
  isWithoutLines: true,
  ...changes,
});

export const card: Card = {
  story: 'R-0001',
  language: 'en',
  zone: 'Europe/Paris',
  headline: 'Ministers speak by telephone',
  about: [{ kind: 'text', text: 'Call' }],
  tone: 'grey',
  status: [{ kind: 'text', text: 'REPORTED', style: 'strong' }],
  takenOff: [],
  summary: [],
  sides: [],
  context: [],
  footer: [],
  sources: [],
  reads: [],
  plain: 'Ministers speak by telephone.',
};

export const post = (changes: Partial<Post> = {}): Required<Post> => ({
  key: 'post-1' as DeliveryKey,
  channel: 'channel-1' as ChannelId,
  story: 'story-1' as StoryId,
  state: 'sending',
  plannedAt: at('08:00'),
  dueAt: at('08:01'),
  attempts: 2,
  firstSentAt: at('08:02'),
  leaseUntil: at('08:03'),
  reason: 'server busy',
  repeats: 1,
  mayStandSince: at('07:30'),
  wanted: 2,
  shown: 1,
  message: 'message-1' as MessageId,
  postedAt: at('08:02'),
  card,
  cardHash: 'hash-1',
  mention: '<@&7>',
  ground: 'two-origins',
  heldFor: 'digest',
  removedBy: 'U-ANA',
  isTakenBack: true,
  keptFor: [{ topic: 'topic-1' as TopicId, name: 'Alphaland call', languages: ['fr'], isWithoutLines: true }],
  ...changes,
});

export const pointer = (changes: Partial<Pointer> = {}): Required<Pointer> => ({
  key: 'pointer-1' as DeliveryKey,
  channel: 'channel-1' as ChannelId,
  story: 'story-1' as StoryId,
  change: 'denied:alphaland',
  state: 'sending',
  plannedAt: at('08:00'),
  dueAt: at('08:01'),
  attempts: 2,
  firstSentAt: at('08:02'),
  leaseUntil: at('08:03'),
  reason: 'server busy',
  repeats: 1,
  mayStandSince: at('07:30'),
  line: [{ kind: 'text', text: 'Alphaland denies it.' }],
  message: 'message-2' as MessageId,
  mention: '<@&7>',
  ...changes,
});

export const digest = (changes: Partial<Digest> = {}): Required<Digest> => ({
  key: 'digest-1' as DeliveryKey,
  channel: 'channel-1' as ChannelId,
  kind: 'digest',
  period: 'daily 08:00 2026-03-01T07:00:00.000Z',
  stories: ['story-1' as StoryId],
  state: 'sending',
  plannedAt: at('08:00'),
  dueAt: at('08:01'),
  attempts: 2,
  firstSentAt: at('08:02'),
  leaseUntil: at('08:03'),
  reason: 'server busy',
  repeats: 1,
  mayStandSince: at('07:30'),
  card: {
    kind: 'digest',
    language: 'en',
    zone: 'Europe/Paris',
    title: [{ kind: 'text', text: 'Digest' }],
    sections: [],
    notes: [],
    plain: 'Digest · nothing found',
  },
  message: 'message-4' as MessageId,
  ...changes,
});

export const notice = (changes: Partial<Notice> = {}): Required<Notice> => ({
  key: 'notice-1' as DeliveryKey,
  channel: 'operator' as ChannelId,
  state: 'sending',
  plannedAt: at('08:00'),
  dueAt: at('08:01'),
  attempts: 2,
  firstSentAt: at('08:02'),
  leaseUntil: at('08:03'),
  reason: 'server busy',
  repeats: 1,
  mayStandSince: at('07:30'),
  line: [{ kind: 'text', text: 'The Hill Gazette is not read.' }],
  actions: [{ label: 'Release', command: 'feed release hill-gazette' }],
  message: 'message-3' as MessageId,
  ...changes,
});

export const addressCheck = (changes: Partial<AddressCheck> = {}): Required<AddressCheck> => ({
  article: 'article-1' as ArticleId,
  checkedAt: at('08:00'),
  dueAt: at('08:15'),
  thereAt: at('07:00'),
  misses: 1,
  missingSince: at('08:00'),
  status: 404,
  ...changes,
});
