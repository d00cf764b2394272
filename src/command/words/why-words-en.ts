import { listed } from '#card/counted.ts';
import { day, dayAndTime, joined, say, typed } from '#command/words/say.ts';
import type { WhyWords } from '#command/words/why-words.ts';

/** Why, in English. */
export const whyEnglish: WhyWords = {
  theTitle: 'the title',
  sentence: (number) => `sentence ${number}`,
  sentenceOfText: (number) => `sentence ${number} of the text`,
  quoted: (words) => `“${words}”`,
  and: 'and',
  or: 'or',
  has: (place, found) => `${place} has ${found}`,
  countsAsPresent: (who, outlet) => `${who} counts as present in a text of ${outlet}`,
  because: (found, outlet, at) => say`**Because** ${found}. (${outlet}, ${dayAndTime(at)})`,
  toldAs: {
    planned: say`It tells of something planned, not of something that happened.`,
    denied: say`It tells that this did not happen, or is denied.`,
    'called-for': say`It tells that somebody calls for it, not that it happened.`,
    past: say`It tells of something long past.`,
    unclear: say`It does not tell for sure that it happened.`,
  },
  watched: (topic, since) => say`Topic “${topic}”, watched since ${day(since)}.`,
  posted: (at, edits) =>
    say`Posted ${dayAndTime(at)} because: first report${joined(
      edits.map((edit) => say`; edited ${dayAndTime(edit.at)} because: ${edit.why}`),
      '',
    )}.`,
  changes: {
    'side-spoke': (who) => `${who}'s account`,
    confirmed: (who) => `${who}'s own text`,
    denied: (who) => `${who}'s denial`,
    corrected: () => 'a correction',
    withdrawn: () => 'a withdrawal',
  },
  cardStands: (state) => say`Its card here: ${state}.`,
  storyStands: (state) => say`The story stands here as: ${state}.`,
  isPartOf: (story) => say`This report belongs to the story ${typed(story)}.`,
  lacks: (found, missing) => say`**Not posted:** ${found}, but nothing on ${listed(missing, 'or')}.`,
  looksLike: (found, event) => say`“${found}” looks like it, and is no ${event}.`,
  doesNotCount: (found, discounts) => say`**Not posted:** ${found}, but ${listed(discounts, 'and')}.`,
  discounts: {
    'not-in-person': (found, name) =>
      `“${found}” tells of somebody or something of ${name}'s, not of ${name}`,
    past: (found) => `“${found}” is told as long past`,
    reversed: (found) => `“${found}” is told the other way round`,
    'of-others': (found) => `it tells of others in “${found}”`,
  },
  isTooFarApart: (found) => say`**Not posted:** ${found}, but not within two sentences of each other.`,
  holdsExcluded: (found) => say`**Not posted:** ${found}, which the topic leaves out.`,
  isFromElsewhere: (conditions) =>
    say`**Not posted:** the topic asks for ${typed(conditions.join(' '))}, which it does not meet.`,
  isArchive: say`**Not posted:** it meets the topic, but was old news when it was first seen here.`,
  cameBefore: say`**Not posted:** it meets the topic, but came before this channel watched it.`,
  isOnItsWay: say`**Not posted yet:** it meets the topic.`,
  isPaused: say`**Not posted:** it meets the topic, but that is paused here.`,
  meetsNothing: (topics) =>
    topics === 0
      ? say`**Not posted:** this channel watches nothing.`
      : say`**Not posted:** it has no part of any topic that this channel watches.`,
  nearest: (topic, since) => say`Nearest topic here: “${topic}”, watched since ${day(since)}.`,
  isHeldBack: say`**Not posted:** its feed suddenly brought much anew; what came is kept back until the operator looks.`,
  isUnread: say`**Not posted:** we could not read it. That is our fault; the operator sees it.`,
  neverSeen: (link) => say`**Not posted:** ${typed(link)} stood in no feed that we read, or too long ago.`,
  noSuchCard: say`**This card is not known here any more.**`,
  cardElsewhere: say`**That message stands in another channel.** Ask there.`,
  onHand: say`It is on hand under ${typed('news search')}.`,
};
