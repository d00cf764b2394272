import { dayAndTime, say, typed } from '#command/words/say.ts';
import type { WhenWords } from '#command/words/when-words.ts';

const WEEK = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** About when, in English. */
export const whenEnglish: WhenWords = {
  rhythm: ({ days, at, weekday }) => {
    if (days === 'daily') return `every day at ${at}`;
    return days === 'weekdays' ? `on weekdays at ${at}` : `on ${WEEK[(weekday ?? 1) - 1]} at ${at}`;
  },
  digestSet: (name, rhythm, zone, next) =>
    say`**“${name}” comes as a digest ${whenEnglish.rhythm(rhythm)}** (${zone}). The next: ${dayAndTime(next)}.`,
  relatedToo: say`It also names stories that meet the topic without its event; these never come as cards.`,
  noneRelated: say`It names only stories that meet the whole topic.`,
  atOnceSet: (name) => say`**“${name}” comes at once again**, a card for each story.`,
  noSuchRhythm: (written) =>
    say`**Not changed.** “${written}” is no rhythm. Such as: ${typed('days:weekdays at:08:00')}; days are daily, weekdays, or a day such as monday.`,
  paused: (name, until) =>
    until === undefined
      ? say`**“${name}” is paused** until somebody resumes it.`
      : say`**“${name}” is paused until ${dayAndTime(until)}.**`,
  resumed: (name) => say`**“${name}” is watched again.** What came meanwhile is told with its next article.`,
  noSuchMoment: (written) =>
    say`**Not changed.** “${written}” is no time to come. Such as: ${typed('until:07:00')}, ${typed('until:12h')}, ${typed('until:3d')} or ${typed('until:2026-07-02')}.`,
  muted: (story, until, elsewhere = 'This channel') =>
    until === undefined
      ? say`**${elsewhere} hears no more of ${story}**, but for what takes it back.`
      : say`**${elsewhere} hears no more of ${story} until ${dayAndTime(until)}**, but for what takes it back.`,
  unmuted: (story, elsewhere = 'This channel') => say`**${elsewhere} hears of ${story} again.**`,
  notMuted: (story, elsewhere) =>
    say`${story} is not muted ${elsewhere === undefined ? 'here' : `in ${elsewhere}`}.`,
  conditions: (name, needs, isUrgent) =>
    say`**“${name}” is told ${whenEnglish.ground[needs]}.** ${isUrgent ? 'Urgent: it passes quiet hours with two origins or a side’s own text.' : 'It waits for the end of quiet hours.'}`,
  noSuchGround: (written) =>
    say`**Not changed.** “${written}” is no condition: ${typed('needs:report')}, ${typed('needs:two-origins')} or ${typed('needs:own-text')}.`,
  settings: (channel, { zone, quiet, cardsAnHour, pingsAnHour, pingsADay }) =>
    say`**${channel}:** time zone ${zone} · quiet hours ${quiet === undefined ? 'off' : `${quiet.from}–${quiet.to}`} · at most ${cardsAnHour} cards an hour · mentions: ${pingsAnHour} an hour, ${pingsADay} a day.`,
  noSuchZone: (written) =>
    say`**Not changed.** “${written}” is no time zone. Such as: ${typed('zone:Europe/Paris')}.`,
  noSuchHours: (written) =>
    say`**Not changed.** “${written}” are no hours. Such as: ${typed('quiet:22:00-07:00')}, or ${typed('quiet:off')}.`,
  noSuchBudget: (written) =>
    say`**Not changed.** “${written}” is no such number: cards from 1 to 60, mentions from 0 to 60.`,
  ground: {
    'one-report': 'on the first report',
    'two-origins': 'once two origins report it, or a side’s own text stands',
    'own-text': 'once a side’s own text stands',
  },
  unaccounted: (stories) =>
    say`**${stories} of them ${stories === 1 ? 'stands' : 'stand'} nowhere**: that is our fault, tell the operator.`,
  total: (stories, states) =>
    stories === 0
      ? say`No story has matched a topic yet.`
      : say`Stories that matched a topic: ${stories} = ${states}.`,
};
