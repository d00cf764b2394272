import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import type { Action } from '#channel/action.ts';
import { isOperators } from '#channel/operator-channel.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { findOutlet } from '#command/news/find-outlet.ts';
import { type FeedHealthWords, feedHealthWordsIn } from '#command/words/feed-health-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { healthPhrase, healthWordsIn } from '#delivery/health-words.ts';
import type { Feed, FeedRecord } from '#feed/feed.ts';
import { type FeedHealth, healthOf } from '#feed/health-of.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { namedTopics, topicsRestingOn } from '#topic/topics-resting-on.ts';

/** A feed that this workspace can see, and how it is. */
type Examined = { readonly feed: Feed; readonly outlet: Outlet; readonly health: FeedHealth };

/** Enough to act on; a person who wants more names the outlet. */
const FEEDS_SHOWN = 10;
const TOPICS_SHOWN = 3;
/** A row of buttons holds five; two are for one outlet. */
const OUTLETS_WITH_BUTTONS = 2;

/** The gravest first: what misses something comes before what only looks odd. */
const GRAVITY: Readonly<Record<FeedHealth['kind'], number>> = {
  parked: 0,
  blocked: 1,
  failing: 2,
  gone: 3,
  empty: 4,
  stale: 5,
  'not-read-yet': 6,
  moved: 7,
  well: 8,
};

/** `feed health [outlet]`: how many feeds are well, which are not and why, and which topics of this channel rest on those. */
export const feedHealth: Command = {
  path: ['feed', 'health'],
  pathInFrench: ['flux', 'santé'],
  description: {
    en: 'Which feeds are well, which are not, and why',
    fr: 'Quels flux vont bien, lesquels non, et pourquoi',
  },
  options: [
    {
      name: 'outlet',
      nameInFrench: 'média',
      description: { en: 'An outlet, to see all its feeds', fr: 'Un média, pour voir tous ses flux' },
      kind: 'text',
      isRequired: false,
      suggests: 'outlets',
    },
  ],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const words = feedHealthWordsIn(language);
    const all = await examine(ask, desk);
    const named = ask.options['outlet']?.trim() ?? '';
    if (named === '') return tellAll(all, { words, language }, ask, desk);

    const outlet = findOutlet(named, desk.catalogue, ask.channel.workspace);
    if (outlet === undefined) return { kind: 'refused', lines: [words.noSuchOutlet(named)] };
    const feeds = all.filter((one) => one.outlet.id === outlet.id);
    if (feeds.length === 0) return { kind: 'answer', lines: [words.readNoMore(outlet.name)] };
    return { kind: 'answer', lines: await linesOn(feeds, { words, language }, ask, desk) };
  },
};

/**
 * A feed that nothing is remembered of is not read yet; one whose held-back articles are all decided on is not parked,
 * whatever its record still says.
 */
async function examine({ channel }: Ask, { catalogue, ledger, clock }: Desk): Promise<readonly Examined[]> {
  const now = clock();
  const records = new Map((await ledger.feeds.listAll()).map((record) => [record.feed, record]));
  const parked = await ledger.articles.countInState('parked');
  const outlets = catalogue.outletsFor(channel.workspace);
  return catalogue.feedsFor(channel.workspace).flatMap((feed): readonly Examined[] => {
    const outlet = outlets.get(feed.outlet);
    const record = records.get(feed.id);
    if (outlet === undefined) return [];
    if (record === undefined) return [{ feed, outlet, health: { kind: 'not-read-yet' } }];
    const known = parked.has(outlet.id) ? record : withoutParking(record);
    return [{ feed, outlet, health: healthOf(known, now, feed.url) }];
  });
}

const withoutParking = ({ parkedSince: _since, ...record }: FeedRecord): FeedRecord => record;

type Telling = { readonly words: FeedHealthWords; readonly language: string };

async function tellAll(all: readonly Examined[], telling: Telling, ask: Ask, desk: Desk): Promise<Reply> {
  if (all.length === 0) return { kind: 'answer', lines: [telling.words.noFeeds] };
  const unread = all.filter(({ health }) => health.kind === 'not-read-yet').length;
  const odd = all
    .filter(({ health }) => !['well', 'moved', 'not-read-yet'].includes(health.kind))
    .toSorted((one, other) => GRAVITY[one.health.kind] - GRAVITY[other.health.kind]);
  const left = odd.length - FEEDS_SHOWN;
  const parked = [
    ...new Set(odd.filter(({ health }) => health.kind === 'parked').map(({ outlet }) => outlet)),
  ];
  const decidable = await decidableHere(parked, ask, desk);
  return {
    kind: 'answer',
    lines: [
      telling.words.well(all.length - odd.length - unread, all.length, unread),
      ...(await linesOn(odd.slice(0, FEEDS_SHOWN), telling, ask, desk)),
      ...(left > 0 ? [telling.words.more(left)] : []),
    ],
    actions: decidable.slice(0, OUTLETS_WITH_BUTTONS).flatMap((outlet) => decisionsOn(outlet, telling.words)),
  };
}

/** What everybody reads is decided on by the operator alone; what this workspace reads for itself, here. */
async function decidableHere(
  parked: readonly Outlet[],
  { channel }: Ask,
  { ledger, release }: Desk,
): Promise<readonly Outlet[]> {
  if (release === undefined) return [];
  if (await isOperators(channel, ledger.workspaces)) return parked;
  return parked.filter(({ workspace }) => workspace === channel.workspace);
}

const decisionsOn = ({ id, name }: Outlet, words: FeedHealthWords): readonly Action[] => [
  { label: words.release(name), command: `feed release ${id}` },
  { label: words.drop(name), command: `feed drop ${id}` },
];

async function linesOn(
  feeds: readonly Examined[],
  { words, language }: Telling,
  { channel }: Ask,
  desk: Desk,
): Promise<readonly Phrase[]> {
  // What other channels watch is not for whoever may look in this one, and this answer may be shown to all of it.
  const watches = await desk.ledger.subscriptions.listByChannel(channel.id);
  const names = new Map(watches.map(({ topic, name }) => [topic, name]));
  const watched = namedTopics([...names.values()], desk.lexicon);
  const parked = await desk.ledger.articles.countInState('parked');
  const several = namedTwice(desk, channel.workspace);
  const means = { lexicon: desk.lexicon, now: desk.clock() };
  return feeds.map(({ feed, outlet, health }) => {
    const name = several.has(outlet.id) ? `${outlet.name} (${shownAddress(feed.url)})` : outlet.name;
    const how = healthPhrase(health, healthWordsIn(language));
    const held = health.kind === 'parked' ? [text(words.articles(parked.get(outlet.id) ?? 0))] : [];
    const topics = hides(health) ? topicsRestingOn(outlet, watched, means).slice(0, TOPICS_SHOWN) : [];
    return words.feed(name, [...how, ...held], topics);
  });
}

/** Outlets of several feeds: there the address says which is meant. */
function namedTwice({ catalogue }: Desk, workspace: Ask['channel']['workspace']): ReadonlySet<OutletId> {
  const byOutlet = Map.groupBy(catalogue.feedsFor(workspace), ({ outlet }) => outlet);
  return new Set([...byOutlet].filter(([, feeds]) => feeds.length > 1).map(([outlet]) => outlet));
}

/** Whether something that its publisher says may not reach those who watch. */
function hides({ kind }: FeedHealth): boolean {
  return kind !== 'well' && kind !== 'moved' && kind !== 'not-read-yet';
}
