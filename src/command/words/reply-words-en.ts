import type { Platform } from '#channel/channel.ts';
import { contactEnglish } from '#command/words/contact-words-en.ts';
import { feedEnglish } from '#command/words/feed-words-en.ts';
import { newsEnglish } from '#command/words/news-words-en.ts';
import { partEnglish } from '#command/words/part-words-en.ts';
import type { HeldBackFigures, ReplyWords, SilentFigures } from '#command/words/reply-words.ts';
import { day, dayAndTime, groups, joined, person, say, time, typed } from '#command/words/say.ts';
import { watchEnglish } from '#command/words/watch-words-en.ts';
import { whenEnglish } from '#command/words/when-words-en.ts';
import { whyEnglish } from '#command/words/why-words-en.ts';
import { wishWordsIn } from '#command/words/wish-words.ts';

/** Replies in English. */
export const english: ReplyWords = {
  language: 'en',
  nowWatches: (channel, topic, understood) =>
    say`**${channel} now watches “${topic}”.** Understood as: ${understood}.`,
  namesIn: (languages) => `names in ${count(languages, 'language')}`,
  eventIn: (languages) => `the event in ${count(languages, 'language')}`,
  or: ' or ',
  without: 'without',
  unknownName: (word) =>
    say`**“${word}” is not a name we know**: found as a plain word only, in that spelling.`,
  fitsNoOutlet: (restriction) => say`None of the outlets that we read fits ${typed(restriction)}.`,
  didYouMean: (suggestion) => say`Did you mean ${typed(suggestion)}?`,
  alreadyThere: (channel, existing, by, since) =>
    say`${channel} already watches it: “${existing}” (${person(by)}, ${day(since)}).`,
  alsoMeans: (written) => say`“${written}” is the same topic.`,
  tooManyTopics: (channel, limit) =>
    say`**Not saved.** ${channel} watches ${limit} topics, which is the most a channel can. Remove one first.`,
  tooManyInWorkspace: (limit) =>
    say`**Not saved.** The channels of this workspace watch ${limit} topics together, the most that there may be here. Remove one first, in whichever channel.`,
  watches: (channel, topics) =>
    topics === 0
      ? say`**${channel} watches nothing yet.**`
      : say`**${channel} watches ${count(topics, 'topic')}**`,
  watchLine: (watch) =>
    say`${watch.number} · **${watch.name}** · ${watch.isPaused ? 'paused' : watch.digest ? whenEnglish.rhythm(watch.digest) : 'at once'}${wishWordsIn('en').inShort(watch.wishes)} · ${count(watch.storiesThisMonth, 'story', 'stories')} in 30 days · ${person(watch.by)}, ${day(watch.since)}`,
  idle: (paused, silent) => say`Paused: ${paused}. Nothing in 30 days: ${silent}.`,
  noLongerWatches: (channel, topic, cards) =>
    say`**${channel} no longer watches “${topic}”.** ${cards === 0 ? 'No card of it stands here.' : cards === 1 ? 'Its card stays; it gets no more updates except corrections.' : `Its ${cards} cards stay; open ones get no more updates except corrections.`}`,
  doesNotWatch: (channel, topic, topics) =>
    say`**${channel} does not watch “${topic}”.** It watches ${count(topics, 'topic')}; name one, or give its number in the list.`,
  storiesFound: ({ stories, isAtLeast, days }, topic) =>
    topic === undefined
      ? say`**${isAtLeast ? 'at least ' : ''}${count(stories, 'story', 'stories')} in the last ${days} days**, newest first`
      : say`**“${topic}”: ${isAtLeast ? 'at least ' : ''}${count(stories, 'story', 'stories')} in the last ${days} days**, newest first`,
  nothingFound: (days, topic) =>
    topic === undefined
      ? say`**Nothing in the last ${days} days.**`
      : say`**Nothing on “${topic}” in the last ${days} days.**`,
  feedsRead: ({ all, read, lastReadAt }) =>
    lastReadAt === undefined
      ? say`None of ${count(all, 'feed')} read yet.`
      : say`${read} of ${count(all, 'feed')} read, last ${time(lastReadAt)}.`,
  notRead: ({ feeds, outlets, named, reasons }) =>
    say`Not read: ${outlets > named.length ? `${count(feeds, 'feed')} of ${outlets} outlets, such as ` : ''}${joined(
      named.map(({ outlet, since }) => say`${outlet} since ${dayAndTime(since)}`),
      ', ',
    )}.${why(reasons)}`,
  notReadBefore: (gaps, more) =>
    say`Not read for a while: ${joined(
      gaps.map(
        ({ outlet, since, until }) => say`${outlet} from ${dayAndTime(since)} to ${dayAndTime(until)}`,
      ),
      ', ',
    )}${more > 0 ? `, and ${more} more` : ''}.`,
  heldBack: ({ articles, outlets, named }) =>
    say`**${count(articles, 'article')} held back**, more at once than their feeds usually bring: ${outlets > named.length ? `${outlets} outlets, such as ` : ''}${amounts(named)}. Of this workspace's own feeds, decide in ${typed('feed health')}; of everyone's, the operator does: ${typed('readout parked')}.`,
  onHand: (articles, oldest, stories, topics) =>
    say`${count(articles, 'article')} on hand${oldest === undefined ? '' : say` from ${day(oldest)}`}, ${count(stories, 'story', 'stories')}. ${count(topics, 'topic')} watched.`,
  storyStates: {
    posted: 'posted',
    joined: 'joined a card',
    digested: 'told in a digest',
    held: 'held',
    waiting: 'waiting',
    muted: 'muted',
    expired: 'too late to post',
    dead: 'could not be posted',
    uncertain: 'nobody knows whether posted',
  },
  deliveryStates: {
    pending: 'waiting',
    sending: 'being sent',
    unknown: 'being looked for',
    held: 'held',
    sent: 'sent',
    superseded: 'told among others',
    cancelled: 'called off',
    expired: 'too late',
    uncertain: 'nobody knows whether sent',
    dead: 'given up',
  },
  deliveries: (cards, lines) => say`Cards: ${cards}. Lines under cards: ${lines}.`,
  none: 'none',
  database: (megabytes) => say`The database takes ${megabytes} MB.`,
  isConnected: (platform) => say`${platform}: connected.`,
  isNotConnected: (platform) =>
    say`**${platform}: not connected**, tried again twice a minute; the operator's log says why.`,
  needsToken: (platform, setting) =>
    say`**${platform}: not connected**, it does not take the token in ${typed(setting)} any more. Put a new one there and start Readout anew; ${typed('readout check')} says where to find it. Nothing that waits is lost before its time.`,
  hearsNobody: (platform, setting) =>
    say`**${platform}: cards go out, but nobody is heard there**, it does not take the token in ${typed(setting)} any more. Put a new one there and start Readout anew; ${typed('readout check')} says where to find it.`,
  noSuchStory: (name) =>
    say`**No story is called “${name}”.** Names look like R-7K2Q and stand at the top of each card.`,
  watch: watchEnglish,
  when: whenEnglish,
  why: whyEnglish,
  part: partEnglish,
  feed: feedEnglish,
  news: newsEnglish,
  contact: contactEnglish,
  noRight: (platform, managers) =>
    say`**You can look, not change.** Watches here are managed by ${managers.length === 0 ? '' : say`${groups(managers)}, or by `}${MANAGERS[platform]}`,
  pages: {
    stale: say`**That button is too old.** It was of a list made more than a day ago.`,
    forged: say`**That button is none of mine**, or belongs to another channel.`,
  },
  tooManyLookUps: (seconds) => say`One moment: 10 look-ups a minute each. Try again in ${seconds} s.`,
  tooManyRequests: (seconds) =>
    say`One moment: 30 changes and forms a minute each. Try again in ${seconds} s.`,
  help: say`**Readout** posts one card per diplomatic event, with each side's own words. It reads public feeds; it does not say who is right.`,
  helpBegins: say`**To begin with:**`,
  helpGoesOn: (example) => say`What else there is; ${typed(example)} tells how each is typed:`,
  helpWord: 'help',
  isAButton: (words) => say`**“${words}” is a button:** press it under the message that it is about.`,
  missing: (option, usage) => say`**Still missing: ${option}.** Type ${typed(usage)}.`,
  goesOn: (root) => say`**“${root}” goes on with one of these:**`,
  noSuchCommand: (typed) => say`**“${typed}” is not a command.**`,
  ourFault: (error) =>
    say`**That did not work, and nothing was changed.** It is our fault (${error}); the operator sees it. Try again in a minute.`,
  actions: {
    undo: 'Undo',
    seeStory: 'See that story',
    seeFirst: 'See the first',
    watchThat: 'Yes, watch that',
    list: 'List',
    allTopics: 'All topics',
    watchSomething: 'Watch something',
    thatCommand: 'Yes',
    help: 'Help',
    askAgain: 'Ask again',
    showHere: 'Show here',
    previousPage: '← Previous',
    nextPage: 'Next →',
    change: 'Change',
  },
};

/** Whom each platform lets, whatever the policy names beside them. */
const MANAGERS: Readonly<Record<Platform, string>> = {
  discord: 'members who may manage this server, or by roles that they gave the command to. Ask one of them.',
  slack: 'members of this workspace. Ask one of them.',
  terminal: 'the operator.',
};

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const why = (reasons: SilentFigures['reasons']): string =>
  reasons.length === 0
    ? ''
    : ` Why: ${reasons.map(({ reason, feeds }) => `“${reason}” (${feeds})`).join(', ')}.`;

const amounts = (named: HeldBackFigures['named']): string =>
  named.map(({ outlet, articles }) => `${outlet} (${articles})`).join(', ');
