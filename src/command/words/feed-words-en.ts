import type { FeedFigures, FeedWords, ImportFigures, OwnFeedFigures } from '#command/words/feed-words.ts';
import { day, dayAndTime, joined, person, type Said, say, typed } from '#command/words/say.ts';

/** Feeds of a workspace, in English. */
export const feedEnglish: FeedWords = {
  added: (feed) => say`**Added: ${feed.name}** (${typed(feed.address)}). ${contents(feed)}`,
  isOwn: say`It is read for this workspace alone, and counts as unverified: never official, never an origin of its own.`,
  firstVisit: say`What it holds now can be searched soon; cards come for what is new from then on.`,
  alreadyRead: (outlet) => say`**We already read it: ${outlet}.** Nothing was added.`,
  alreadyOwn: (name, by, since) =>
    say`**This workspace already reads it: ${name}** (${person(by)}, ${day(since)}).`,
  foundSeveral: (address, feeds) =>
    say`**${count(feeds, 'feed')} found at ${typed(address)}.** Which one? Nothing was added yet.`,
  foundLine: (feed) => say`**${feed.name}** · ${typed(feed.address)} · ${contents(feed)}`,
  cutShort: ({ named, lookedAt }) =>
    say`${count(named, 'feed')} named there, ${lookedAt} looked at: a site gets six requests at most. For another, give its own address.`,
  noFeedAt: (address, cutShort) =>
    cutShort === undefined
      ? say`**No feed found at ${typed(address)}.** We looked at the page, at what it points to, and at the usual places. Give the feed's own address if you know it.`
      : say`**No feed found at ${typed(address)}** that can be read.`,
  noAnswerAt: (address, detail) => say`**Nothing was added.** ${typed(address)}: ${detail}`,
  noAddress: say`**That is no web address.** Give a site or a feed, such as ${typed('example.org/news')}.`,
  hasPassword: say`**Nothing was added.** We do not ask addresses that hold a user name and a password.`,
  tooMany: (limit) =>
    say`**Not added.** This workspace reads ${limit} feeds of its own, which is the most it can. Remove one first.`,
  tooFast: (limit) =>
    say`**Not added.** ${limit} feeds were added or tried here within an hour, which is the most. Try again later.`,
  own: (feeds) =>
    feeds === 0
      ? say`**This workspace reads no feeds of its own yet.**`
      : say`**This workspace reads ${count(feeds, 'feed')} of its own**`,
  ownLine: (feed) =>
    say`${feed.number} · **${feed.name}** · ${typed(feed.address)} · ${standing(feed)} · ${person(feed.by)}, ${day(feed.since)}`,
  everyones: (feeds, outlets) =>
    say`And ${count(feeds, 'feed')} of ${count(outlets, 'outlet')} that everyone reads.`,
  everyonesLine: (outlet, address) => say`${outlet} · ${typed(address)}`,
  removed: (name) => say`**No longer read: ${name}.** What it brought stays; nothing new comes.`,

  noSuchFeed: (named, feeds) =>
    say`**No feed of this workspace is called “${named}”.** It has ${feeds}; name one, or give its number in the list.`,
  isEveryones: (outlet) =>
    say`**${outlet} is read by everyone**, so it cannot be removed here. A topic can leave it out: ${typed('-outlet:')}.`,
  imported: (figures) => say`**${count(figures.added, 'feed')} added of ${figures.listed}.**${rest(figures)}`,
  notTaken: (named) => say`Not added, among others: ${joined(named.map(typed), ', ')}.`,
  noOpml: say`**That is no OPML list.** Give the link of one, or its text.`,
  emptyOpml: say`**That list holds no feeds.** Nothing was added.`,
  listTitle: 'Feeds of this workspace, from Readout',
  exported: (feeds) =>
    say`**${count(feeds, 'feed')} of this workspace**, as a list that any feed reader takes.`,
  keptBack: (feeds) =>
    say`${count(feeds, 'feed')} left out: the address lets in whoever knows it, so it is shown to nobody.`,
  nothingToExport: say`**This workspace has no feeds of its own to export.**`,
  actions: { add: 'Add', more: 'More', addOne: 'Add a feed' },
};

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const contents = ({ items, newestAt }: FeedFigures): Said =>
  newestAt === undefined
    ? say`${count(items, 'item')}.`
    : say`${count(items, 'item')}, newest ${dayAndTime(newestAt)}.`;

function standing({ readAt, failingSince }: OwnFeedFigures): Said {
  if (failingSince !== undefined) return say`not answering since ${dayAndTime(failingSince)}`;
  return readAt === undefined ? 'not read yet' : say`read ${dayAndTime(readAt)}`;
}

function rest({ alreadyRead, notReached, noFeed, overLimit }: ImportFigures): string {
  const said = [
    alreadyRead > 0 ? `already read: ${alreadyRead}` : '',
    notReached > 0 ? `could not be reached: ${notReached}` : '',
    noFeed > 0 ? `no feed there: ${noFeed}` : '',
    overLimit > 0 ? `over the limit of 50 feeds, or of 20 an hour: ${overLimit}` : '',
  ].filter((part) => part !== '');
  return said.length === 0 ? '' : ` Not added: ${said.join('; ')}.`;
}
