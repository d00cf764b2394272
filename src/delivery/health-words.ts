import type { Phrase } from '#card/phrase.ts';
import { text, time } from '#card/phrase-of.ts';
import type { VisitFailure } from '#feed/feed-visit.ts';
import type { FeedHealth } from '#feed/health-of.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';

/** How a feed is, in words that follow its name and a colon. */
export type HealthWords = {
  readonly reasons: Readonly<Record<VisitFailure, string>>;
  readonly notReadYet: string;
  readonly gone: string;
  readonly refusesUs: string;
  readonly doesNotAnswer: string;
  readonly since: string;
  readonly tries: (tries: number) => string;
  readonly parked: string;
  readonly empty: string;
  readonly nothingNewSince: string;
  readonly usually: (rhythm: string) => string;
  readonly movedTo: string;
  readonly well: string;
  readonly lastNew: string;
  readonly hours: (hours: number) => string;
  readonly days: (days: number) => string;
};

const english: HealthWords = {
  reasons: {
    unreachable: 'its server cannot be reached',
    timeout: 'it takes too long to answer',
    refused: 'it refuses us',
    'not-found': 'there is nothing at its address',
    gone: 'its publisher says that it is gone',
    'too-many-requests': 'it asks us to come less often',
    'server-error': 'its server has a fault',
    'too-large': 'its document is too large',
    'bad-redirect': 'its address leads nowhere',
    // The same words as for a closed port: an error text must not tell what lies behind an address.
    'forbidden-address': 'its server cannot be reached',
    'bad-answer': 'it answers with nothing of use',
    'not-a-feed': 'it answers with something that is no feed',
  },
  notReadYet: 'not read yet',
  gone: 'published no more',
  refusesUs: 'refuses us',
  doesNotAnswer: 'not read',
  since: ' since ',
  tries: (tries) => (tries === 1 ? ', 1 try' : `, ${tries} tries`),
  parked: 'held back: more at once than it usually brings,',
  empty: 'answers without a single item, read at ',
  nothingNewSince: 'answers, with nothing new since ',
  usually: (rhythm) => `, where ${rhythm} are usual`,
  movedTo: 'has moved, and is read at ',
  well: 'well',
  lastNew: ', last new ',
  hours: (hours) => `${hours} hours`,
  days: (days) => `${days} days`,
};

const french: HealthWords = {
  reasons: {
    unreachable: 'son serveur est injoignable',
    timeout: 'il met trop longtemps à répondre',
    refused: 'il nous refuse',
    'not-found': "il n'y a rien à son adresse",
    gone: "son éditeur dit qu'il n'existe plus",
    'too-many-requests': 'il nous demande de venir moins souvent',
    'server-error': 'son serveur est en défaut',
    'too-large': 'son document est trop gros',
    'bad-redirect': 'son adresse ne mène nulle part',
    'forbidden-address': 'son serveur est injoignable',
    'bad-answer': "il ne répond rien d'utile",
    'not-a-feed': "ce qu'il répond n'est pas un flux",
  },
  notReadYet: 'pas encore lu',
  gone: "n'est plus publié",
  refusesUs: 'nous refuse',
  doesNotAnswer: 'non lu',
  since: ' depuis ',
  tries: (tries) => (tries === 1 ? ', 1 essai' : `, ${tries} essais`),
  parked: "retenu : plus à la fois que d'ordinaire,",
  empty: 'répond sans aucun article, lu à ',
  nothingNewSince: 'répond, sans rien de nouveau depuis ',
  usually: (rhythm) => `, alors que ${rhythm} sont habituels`,
  movedTo: 'a déménagé, lu désormais à ',
  well: 'en ordre',
  lastNew: ', dernière nouveauté ',
  hours: (hours) => `${hours} heures`,
  days: (days) => `${days} jours`,
};

/** The words of a language; English where there are none in it. */
export const healthWordsIn = (language: string): HealthWords => (language === 'fr' ? french : english);

/** "refuses us (403) since Monday 02:10, 14 tries". */
export function healthPhrase(health: FeedHealth, words: HealthWords): Phrase {
  switch (health.kind) {
    case 'not-read-yet':
      return [text(words.notReadYet)];
    case 'gone':
      return failingPhrase(`${words.gone}${inBrackets(health.status)}`, health, words);
    case 'blocked':
      return failingPhrase(`${words.refusesUs}${inBrackets(health.status)}`, health, words);
    case 'failing':
      return [
        ...failingPhrase(words.doesNotAnswer, health, words),
        text(`: ${words.reasons[health.reason]}${inBrackets(health.status)}`),
      ];
    case 'parked':
      return [text(`${words.parked}${words.since}`), time(health.since, 'date-time')];
    case 'empty':
      return [text(words.empty), time(health.readAt, 'date-time')];
    case 'stale':
      return [
        text(words.nothingNewSince),
        time(health.newestAt, 'date-time'),
        text(words.usually(duration(health.rhythmMs, words))),
      ];
    case 'moved':
      return [text(`${words.movedTo}${shownAddress(health.to)}`)];
    case 'well':
      return health.newestAt === undefined
        ? [text(words.well)]
        : [text(`${words.well}${words.lastNew}`), time(health.newestAt, 'date-time')];
  }
}

const failingPhrase = (
  what: string,
  { since, tries }: { readonly since: string; readonly tries: number },
  words: HealthWords,
): Phrase => [text(`${what}${words.since}`), time(since, 'date-time'), text(words.tries(tries))];

const inBrackets = (status: number | undefined): string => (status === undefined ? '' : ` (${status})`);

function duration(ms: number, words: HealthWords): string {
  return ms < 2 * DAY_MS ? words.hours(Math.round(ms / HOUR_MS)) : words.days(Math.round(ms / DAY_MS));
}
