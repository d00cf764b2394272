import { listed } from '#card/counted.ts';
import { day, joined, say, typed } from '#command/words/say.ts';
import type { LookBackFigures, WatchWords } from '#command/words/watch-words.ts';
import { tellQueryFault } from '#topic/query-fault.ts';

const nothingOnHand = say`No articles are on hand yet, so nothing can be said about the past.`;

/** What is said where somebody tries or begins a watch, in English. */
export const watchEnglish: WatchWords = {
  lookedBack: (figures) =>
    figures.days === 0 ? nothingOnHand : say`In ${period(figures)}: ${stories(figures)}${crowding(figures)}.`,
  lookedBackInFull: (figures) =>
    figures.days === 0
      ? nothingOnHand
      : say`**${daysOf(figures)}${archive(figures)}: ${stories(figures)}, ${count(figures.articles, 'article')}; busiest day ${figures.busiestDay}; at night ${figures.atNight}.**${sample(figures)}`,
  missedNarrowly: ({ articles, isAtLeast, names, event }) =>
    say`Missed narrowly: ${isAtLeast ? 'at least ' : ''}${count(articles, 'article')} ${articles === 1 ? 'names' : 'name'} ${listed(names, 'and')}, but no ${event}.`,
  foundBy: (evidence) => say`Found: ${evidence}.`,
  cardsWillCome: say`You get a card when it happens, at once, no mention.`,
  digestWillCome: (at, zone) => say`You get a digest every day at ${at} (${zone}), no mention.`,
  tested: (topic, understood) => say`**“${topic}”**, understood as: ${understood}. Nothing was saved.`,
  tooMuch: (topic, figures) =>
    say`**Not saved yet: this is a lot.** “${topic}” alone: ${stories(figures)} in ${period(figures)}, ${figures.busiestDay} on the busiest day, ${aNight(figures)} a night.`,
  narrowIt: (narrower) =>
    narrower.length === 0
      ? say`Add a second name or an event to narrow it.`
      : say`Narrow it: ${joined(
          narrower.map(
            ({ written, stories }) => say`${typed(written)} (${count(stories, 'story', 'stories')})`,
          ),
          ' · ',
        )}.`,
  badQuery: (fault, place) => say`**Not saved.** At place ${place}: ${tellQueryFault(fault)}`,
  noTopic: (fault, place) => say`**This is no topic.** At place ${place}: ${tellQueryFault(fault)}`,
  noSuchHour: (written) => say`**Not saved.** “${written}” is no hour. Write it as ${typed('08:00')}.`,
  sample: {
    note: 'A sample of what this topic brings, not news of now.',
    isComing: (headline, channel) => say`**“${headline}” comes to ${channel} as a sample.**`,
    standsAlready: (story, channel) => say`${typed(story)} stands in ${channel} already.`,
    hasEnded: (story, state) => say`**Not posted:** the card of ${typed(story)} here: ${state}.`,
  },
  actions: {
    postSample: 'Post it here as a sample',
    change: 'Change',
    changeIt: 'Change it',
    missed: 'Those missed narrowly',
    cardsAtMost: 'Cards anyway, at most 6 an hour',
    dailyDigest: (at) => `Daily digest ${at} (recommended)`,
  },
};

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const stories = (figures: LookBackFigures): string => count(figures.stories, 'story', 'stories');

const daysOf = ({ days }: LookBackFigures): string => count(days, 'day');

/** Of one story there is no busiest day to tell. */
const crowding = ({ stories, busiestDay, atNight }: LookBackFigures): string =>
  stories < 2 ? '' : `, ${busiestDay} on the busiest day, ${atNight} at night`;

/** Below one it would be told as none. */
const aNight = ({ atNight, days }: LookBackFigures): string =>
  atNight > 0 && atNight < days ? 'less than 1' : String(Math.round(atNight / Math.max(1, days)));

function period(figures: LookBackFigures): string {
  const { days, sampled, isAllWeHold } = figures;
  if (sampled !== undefined)
    return `the newest ${count(sampled, 'article')} that could meet it (${daysOf(figures)})`;
  return `the last ${days === 1 ? 'day' : `${days} days`}${isAllWeHold ? ' (all we hold)' : ''}`;
}

const archive = ({ archiveFrom }: LookBackFigures) =>
  archiveFrom === undefined ? '' : say` (archive from ${day(archiveFrom)})`;

const sample = ({ sampled }: LookBackFigures): string =>
  sampled === undefined
    ? ''
    : ` Only the newest ${count(sampled, 'article')} that could meet it were looked at.`;
