import type { Piece } from '#card/phrase.ts';

/** In what language and zone a time is written for those who cannot be shown it in their own. */
export type TimeView = { readonly language: string; readonly zone: string };

type Shape = Extract<Piece, { kind: 'time' }>['shape'];

/** Slack's own names for how a date is shown; it puts them into the reader's zone and language. */
const SLACK_SHAPES: Readonly<Record<Shape, string>> = {
  time: '{time}',
  date: '{date_short}',
  'date-time': '{date_short_pretty} {time}',
};

const PLAIN_SHAPES: Readonly<Record<Shape, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  'date-time': {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
};

/** A time as a token that Slack shows in the reader's zone; `at` is ISO 8601 in UTC. */
export function dateToken(at: string, shape: Shape, view: TimeView): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  return `<!date^${seconds}^${SLACK_SHAPES[shape]}|${plainTime(at, shape, view)}>`;
}

/** The same time in words and with its zone, for notifications and screen readers. */
export function plainTime(at: string, shape: Shape, { language, zone }: TimeView): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...PLAIN_SHAPES[shape], timeZone: zone }).format(new Date(at));
}
