import type { CardWords, DecidedWords } from '#card/card-words.ts';
import { counted, listed } from '#card/counted.ts';
import { person, source, text, time } from '#card/phrase-of.ts';

/** What a card says in English. */
export const englishWords: CardWords = {
  headlineOf: (outlet) => `Headline: ${outlet}`,
  via: (outlet, aggregator) => `${outlet} via ${aggregator}`,
  unverified: (outlet, named) =>
    `${outlet} (added here, unverified${named === undefined ? '' : `; it names ${named}`})`,
  topics: (names) =>
    `${names.length > 1 ? 'topics' : 'topic'} ${names.map((name) => `“${name}”`).join(', ')}`,
  oneSide: 'ONE SIDE SO FAR',
  bothSides: 'BOTH SIDES HAVE SPOKEN',
  severalSides: (spoke, sides) => `${spoke} OF ${sides} SIDES HAVE SPOKEN`,
  hasSpoken: (side, silent) => `${side} has spoken, nothing seen from ${listed(silent, 'or')}`,
  reported: (origins) => `REPORTED, ${originsIn(origins)}`,
  announced: 'ANNOUNCED',
  announcedFor: [text('ANNOUNCED for ', 'strong')],
  deniedBy: (side) => `DENIED by ${side}`,
  deniedHere: (side, at, number) => [text(`denied by ${side} at `), time(at), text(' '), source(number)],
  corrected: 'CORRECTED',
  hadGiven: ({ outlet, words, to, owner, number }) => [
    text(`${outlet} had given ${words} to ${to}; the words stand in ${owner}'s own text `),
    source(number),
  ],
  decided: (what) => [text(decidedWords(what))],
  decidedLine: ({ from, to, on, ...what }) => [
    text(`CORRECTION on ${on}: ${decidedWords(what)}. It stood here under ${what.side} from `),
    time(from),
    text(' to '),
    time(to),
    text('.'),
  ],
  aQuotation: 'a quotation',
  stoodUnder: (side, from, to) => [
    text(`It stood here under ${side} from `),
    time(from),
    text(' to '),
    time(to),
    text(': '),
  ],
  withdrawnBy: (outlet) => `WITHDRAWN by ${outlet}`,
  withdrawnMark: 'WITHDRAWN: ',
  noOtherOrigin: 'no other outlet reported it on its own',
  stoodHere: (from, to) => [text('What stood here from '), time(from), text(' to '), time(to), text(': ')],
  vanished: 'NO LONGER AT ITS ADDRESS',
  vanishedSince: (outlet, since, answered) => [
    text('since '),
    time(since),
    text(`${answered}. ${outlet} has not said why.`),
  ],
  vanishedReport: ({ outlet, number, since }) => [
    text(`No longer at its address: ${outlet} `),
    source(number),
    text(', since '),
    time(since),
    text('. It has not said why.'),
  ],
  ownText: (outlet, language) => `${outlet}, own text, in ${language}`,
  quotedBy: (speaker, outlet, language) => `${speaker}, as quoted by ${outlet}, in its ${language}`,
  reportedBy: (speaker, outlet, language) => `${speaker}, as reported by ${outlet}, in its ${language}`,
  denying: (speaker) => `${speaker}, denying`,
  stateControlled: 'state-controlled',
  joint: (sides) => `joint words of ${listed(sides, 'and')}`,
  notInOwnText: 'not found in an own text so far',
  noSentence: (readAt, number) => [
    text('no sentence on it found in its text '),
    source(number),
    text(' (read '),
    time(readAt),
    text(')'),
  ],
  onlyLeadRead: (readAt, number) => [
    text('no words found in title and lead of its text '),
    source(number),
    text('; the rest was not read (seen '),
    time(readAt),
    text(')'),
  ],
  nothingYet: (outlet, readAt) => [
    text(`nothing published yet (${outlet}'s feed read `),
    time(readAt),
    text(')'),
  ],
  feedDown: (outlet, since) => [
    text(`${outlet}'s feed has not answered since `),
    time(since),
    text('; nothing can be said about it'),
  ],
  notReadDirectly: 'no words found so far; we do not read this side directly',
  others: 'Others',
  mutedBy: (who, until) => [
    text('Muted here by '),
    person(who),
    ...(until === undefined ? [] : [text(' until '), time(until, 'date-time')]),
    text(': only what takes it back is still told.'),
  ],
  nowIn: (channel) => `NOW IN ▸ ${channel}`,
  nowPartOf: (shortName) => `NOW PART OF ▸ ${shortName}`,
  follows: (shortName) => `follows ${shortName}`,
  outlets: (outlets, owners) =>
    owners < outlets ? `${outlets} outlets, ${counted(owners, 'owner')}` : counted(outlets, 'outlet'),
  restsOn: (origins, outlets) => `${outlets === 1 ? 'rests' : 'rest'} on: ${origins.join(', ')}`,
  publishedAndSeen: (published, seen) => [text('published '), time(published), text(', seen '), time(seen)],
  publishedAndUpdated: (published, updated) => [
    text('published '),
    time(published),
    text(', updated '),
    time(updated),
  ],
  read: (outlet) => `Read: ${outlet}`,
  sideSpoke: (side, at, on, isComplete) => [
    text(`${side} has spoken (`),
    time(at),
    text(`) on ${on}.${isComplete ? ' Both sides have now spoken.' : ''}`),
  ],
  spokeTogether: ({ sides, publisher, at, on, isComplete }) => [
    text(
      publisher === undefined
        ? `${listed(sides, 'and')} have spoken (`
        : `${publisher}: joint text of ${listed(sides, 'and')} published (`,
    ),
    time(at),
    text(`) on ${on}.${isComplete ? ' Both sides have now spoken.' : ''}`),
  ],
  confirmed: (outlet, at, on) => [text(`${outlet}: own text published (`), time(at), text(`) on ${on}.`)],
  deniedLine: (side, at, on) => [text(`DENIED by ${side} (`), time(at), text(`): ${on}.`)],
  correctedLine: ({ words, owner, side, from, to, on }) => [
    text(`CORRECTION on ${on}: ${words} is in ${owner}'s own text. It stood here under ${side} from `),
    time(from),
    text(' to '),
    time(to),
    text('.'),
  ],
  liftedLine: (words, side, on) => [
    text(
      `CORRECTION on ${on}: ${words} stands under ${side} again: ${side}'s own text has these words as well.`,
    ),
  ],
  withdrawnLine: (outlet, at, title) => [text(`WITHDRAWN by ${outlet} (`), time(at), text(`): “${title}”.`)],
};

function decidedWords({ words, outlet, side, by, movedTo, more }: DecidedWords): string {
  const what = `${words} (${outlet})${more > 0 ? ` and ${more} more of ${side}` : ''}`;
  if (movedTo !== undefined) return `${what} is about another event, told in ${movedTo} now`;
  return by === 'operator'
    ? `${what} does not stand for ${side}, as the operator decided`
    : `${what} was taken off here by people of this workspace`;
}

/** What nobody but an unverified outlet tells has no origin that we could name. */
function originsIn(origins: number): string {
  if (origins === 0) return 'no verified origin';
  return origins === 1 ? 'one origin' : `${origins} origins`;
}
