import { listed } from '#card/counted.ts';
import { day, dayAndTime, joined, say, typed } from '#command/say.ts';
import type { WhyWords } from '#command/why-words.ts';

/** Why, in English. */
export const whyEnglish: WhyWords = {
  theTitle: 'the title',
  sentence: (number) => `sentence ${number}`,
  sentenceOfText: (number) => `sentence ${number} of the text`,
  quoted: (words) => `“${words}”`,
  and: 'and',
  has: (place, found) => `${place} has ${found}`,
  countsAsPresent: (who, outlet) => `${who} counts as present in a text of ${outlet}`,
  because: (found, outlet, at) => say`**Because** ${found}. (${outlet}, ${dayAndTime(at)})`,
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
  lacks: (found, missing) => say`**Not posted:** ${found}, but nothing on ${listed(missing, 'or')}.`,
  isTooFarApart: (found) => say`**Not posted:** ${found}, but not within two sentences of each other.`,
  holdsExcluded: (found) => say`**Not posted:** ${found}, which the topic leaves out.`,
  isFromElsewhere: (conditions) =>
    say`**Not posted:** the topic asks for ${typed(conditions.join(' '))}, which it does not meet.`,
  isArchive: say`**Not posted:** it meets the topic, but was old news when it was first seen here.`,
  cameBefore: say`**Not posted:** it meets the topic, but came before this channel watched it.`,
  isOnItsWay: say`**Not posted yet:** it meets the topic.`,
  meetsNothing: (topics) =>
    topics === 0
      ? say`**Not posted:** this channel watches nothing.`
      : say`**Not posted:** it has no part of any topic that this channel watches.`,
  nearest: (topic, since) => say`Nearest topic here: “${topic}”, watched since ${day(since)}.`,
  isHeldBack: say`**Not posted:** its feed suddenly brought much anew; what came is kept back until the operator looks.`,
  isUnread: say`**Not posted:** we could not read it. That is our fault; the operator sees it.`,
  neverSeen: (link) => say`**Not posted:** ${typed(link)} stood in no feed that we read, or too long ago.`,
  noSuchCard: say`**This card is not known here any more.**`,
  onHand: say`It is on hand under ${typed('news search')}.`,
};
