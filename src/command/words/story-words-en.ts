import { counted, listed } from '#card/counted.ts';
import { dayAndTime, say, time, typed } from '#command/words/say.ts';
import type { StoryWords } from '#command/words/story-words.ts';

const KINDS = {
  official: 'official',
  wire: 'wire',
  media: 'media',
  analysis: 'analysis',
  unverified: 'added here, unverified',
} as const;

/** The parts of a story, in English. */
export const storyEnglish: StoryWords = {
  sidesOf: (story, headline) => say`**${headline}** · ${typed(story)} · who said what`,
  sourcesOf: (story, headline, reports) =>
    say`**${headline}** · ${typed(story)} · ${counted(reports, 'report')} in order of arrival`,
  side: (name) => say`**${name}**`,
  others: 'Others',
  statement: ({ name, report, label, words, isNotInOwnText }) =>
    say`${typed(name)} ${label} (${report}): ${words}${isNotInOwnText ? ' · not found in an own text so far' : ''}`,
  silence: (why) => why,
  takenOff: (stood) => say`Taken off: ${stood}`,
  more: (left) => say`and ${left} more`,
  report: (told) =>
    say`${typed(told.name)} **${told.outlet}** · ${[KINDS[told.kind], told.country, told.owner].filter((one) => one !== undefined).join(', ')}${told.stateControlled === undefined ? '' : ` · state-controlled: ${told.stateControlled}`} · “${told.title}” · published ${dayAndTime(told.publishedAt)}, seen ${time(told.seenAt)} · ${told.restsOn}${told.edition > 1 ? ` · edition ${told.edition}` : ''}${told.vanishedSince === undefined ? '' : say` · no longer at its address since ${dayAndTime(told.vanishedSince)}`}${told.withdrawnAt === undefined ? '' : say` · withdrawn ${dayAndTime(told.withdrawnAt)}`}${told.isHidden ? ' · hidden here' : ''}${told.link === undefined ? '' : say` · ${typed(told.link)}`}`,
  origins: (names) => say`rests on: ${names.join(', ')}`,
  copyOf: (name) => say`the same text as ${typed(name)}`,
  denial: say`a denial`,
  noOrigin: say`no verified origin`,
  hidden: (names) => say`Hidden in this workspace: ${listed(names, 'and')}.`,
  historyOf: (story, channel, revisions) =>
    say`**${typed(story)} as it stood in ${channel}**, ${counted(revisions, 'card')}, the oldest first`,
  shown: (at, turns, isMaterial) => say`${dayAndTime(at)} ${isMaterial ? say`**!** ` : ''}${turns}`,
  firstShown: say`first shown`,
  turns: {
    'side-spoke': ({ who }) => `${who} has spoken`,
    'side-silent': ({ who }) => `no words of ${who} any more`,
    'new-words': ({ who, count }) => `${count} more of ${who}`,
    'words-gone': ({ who, count }) => `${count} fewer of ${who}`,
    'taken-off': ({ count }) => `${count} taken off`,
    status: ({ who }) => `now: ${who}`,
    merged: () => 'became part of another story',
    reports: ({ count }) => `${counted(count, 'report')} more`,
    'reports-gone': ({ count }) => `${counted(count, 'report')} fewer`,
    headline: () => 'another headline',
    summary: () => 'another summary',
    figures: () => 'figures and times',
  },
  asItStood: (at, since) => say`**As it stood at ${dayAndTime(at)}**, shown since ${dayAndTime(since)}`,
  notYetShown: (at) => say`**No card of it stood here at ${dayAndTime(at)}.**`,
  neverShown: (story, channel) =>
    say`**No card of ${typed(story)} is known to have stood in ${channel}.** Cards are kept as they were shown for as long as texts are.`,
  notKept: say`Of a card that changed very often the first and the newest are kept.`,
  noSuchTime: (written) =>
    say`**“${written}” is no time of a card.** For example: ${typed('at:18:40')} or ${typed('at:2026-07-02T18:40')}.`,
  whichReport: (story) => say`**Which report of ${typed(story)} is about another event?**`,
  whichStatement: (story) => say`**Which words of ${typed(story)} stand under the wrong side?**`,
  noSuchPart: (written, story) =>
    say`**Nothing was changed.** ${typed(story)} has no ${typed(written)}. Reports are called A1, A2 …, statements S1, S2 ….`,
  nothingLeft: (story) =>
    say`**Nothing was changed.** Nothing would be left of ${typed(story)} here. Mute it instead.`,
  hid: (part, what, story, isToldToOperator) =>
    say`**${part} is hidden in this workspace:** ${what}. The cards of ${typed(story)} here follow within seconds; a correction says what left them.${isToldToOperator ? ' Elsewhere nothing changes; the operator is told, who can change it for all.' : ''}`,
  showsAgain: (part, story) =>
    say`**${part} counts here again.** The cards of ${typed(story)} follow within seconds.`,
  isHiddenAlready: (part) => say`${part} is hidden in this workspace already.`,
  isNotHidden: (part) => say`${part} is not hidden in this workspace.`,
  noCard: say`**That message is no card of mine.** Choose a card, or a line below one; or name a story as it stands at the top of its card, such as R-7K2Q.`,
  atItsCard: {
    discord: [
      say`In the thread of a card nothing need be named; in the menu of a card’s message it is **Apps → Show this story**.`,
    ],
    slack: [say`In the menu of a card’s message it is **Show this story**.`],
    terminal: [],
  },
  actions: {
    sides: 'Who said what',
    sources: 'All reports',
    history: 'History',
    notThisEvent: 'Not this event',
    wrongSide: 'Wrong side',
    muteIt: 'Mute it here',
  },
};
