import type { Phrase } from '#card/phrase.ts';
import { text, time } from '#card/phrase-of.ts';

/** What a workspace hides, and the command that makes it hold for all. */
export type HiddenWords = {
  readonly workspace: string;
  readonly story: string;
  readonly part: string;
  readonly what: string;
  readonly command: string;
};

/** What the operator is told, in one language. */
export type NoticeWords = {
  readonly language: string;
  /** `how` is the feed's health in words. */
  readonly outageBegan: (feed: string, how: Phrase) => Phrase;
  readonly outageEnded: (feed: string, since: string, now: string) => Phrase;
  readonly manyFail: (failing: number, all: number, since: string) => Phrase;
  readonly manyRecovered: (recovered: number, left: number, since: string) => Phrase;
  readonly tooManyNew: (feed: string, articles: number, usual: number) => Phrase;
  readonly reissued: (feed: string, reissued: number, items: number) => Phrase;
  readonly articleHidden: (told: HiddenWords) => Phrase;
  readonly statementHidden: (told: HiddenWords) => Phrase;
  readonly release: string;
  readonly drop: string;
};

const strong = (words: string) => text(words, 'strong');
const moment = (at: string) => time(at, 'date-time');

const english: NoticeWords = {
  language: 'en',
  outageBegan: (feed, how) => [strong(feed), text(': '), ...how, text('. Cards and look-ups say so.')],
  outageEnded: (feed, since, now) => [
    strong(feed),
    text(': read again since '),
    moment(now),
    text('; it was not since '),
    moment(since),
    text('.'),
  ],
  manyFail: (failing, all, since) => [
    strong(`${failing} of ${all} feeds are not read`),
    text(' since '),
    moment(since),
    text('. So many at once: probably our own network, or the way out of it.'),
  ],
  manyRecovered: (recovered, left, since) => [
    strong(`${recovered} ${recovered === 1 ? 'feed is' : 'feeds are'} read again`),
    text('; they were not since '),
    moment(since),
    text(left === 0 ? '.' : `. Of those that failed with them ${left} still ${left === 1 ? 'does' : 'do'}.`),
  ],
  tooManyNew: (feed, articles, usual) => [
    strong(feed),
    text(
      `: ${articles} new articles at once, where ${usual} ${usual === 1 ? 'is' : 'are'} usual. They are held back: on hand for nobody, posted nowhere, until you decide.`,
    ),
  ],
  reissued: (feed, reissued, items) => [
    strong(feed),
    text(
      `: ${reissued} of its ${items} articles came again under new names. They are held back: on hand for nobody, posted nowhere, until you decide.`,
    ),
  ],
  articleHidden: ({ workspace, story, part, what, command }) => [
    strong(workspace),
    text(` says that ${part} of ${story} is about another event: ${what}. For all: `),
    text(command, 'code'),
  ],
  statementHidden: ({ workspace, story, part, what, command }) => [
    strong(workspace),
    text(` says that ${part} of ${story} stands under the wrong side: ${what}. For all: `),
    text(command, 'code'),
  ],
  release: 'Release',
  drop: 'Drop',
};

const french: NoticeWords = {
  language: 'fr',
  outageBegan: (feed, how) => [
    strong(feed),
    text(' : '),
    ...how,
    text('. Les fiches et les recherches le disent.'),
  ],
  outageEnded: (feed, since, now) => [
    strong(feed),
    text(' : de nouveau lu depuis '),
    moment(now),
    text(" ; il ne l'était plus depuis "),
    moment(since),
    text('.'),
  ],
  manyFail: (failing, all, since) => [
    strong(`${failing} flux sur ${all} non lus`),
    text(' depuis '),
    moment(since),
    text(". Autant à la fois : sans doute notre propre réseau, ou ce qui le relie à l'extérieur."),
  ],
  manyRecovered: (recovered, left, since) => [
    strong(`${recovered} flux de nouveau ${recovered === 1 ? 'lu' : 'lus'}`),
    text(' ; ils ne l’étaient plus depuis '),
    moment(since),
    text(
      left === 0 ? '.' : `. De ceux qui manquaient avec eux, ${left} manque${left === 1 ? '' : 'nt'} encore.`,
    ),
  ],
  tooManyNew: (feed, articles, usual) => [
    strong(feed),
    text(
      ` : ${articles} nouveaux articles à la fois, contre ${usual} d'ordinaire. Ils sont retenus : ni consultables ni publiés, jusqu'à votre décision.`,
    ),
  ],
  reissued: (feed, reissued, items) => [
    strong(feed),
    text(
      ` : ${reissued} de ses ${items} articles sont revenus sous d'autres noms. Ils sont retenus : ni consultables ni publiés, jusqu'à votre décision.`,
    ),
  ],
  articleHidden: ({ workspace, story, part, what, command }) => [
    strong(workspace),
    text(` dit que ${part} de ${story} concerne un autre fait : ${what}. Pour tous : `),
    text(command, 'code'),
  ],
  statementHidden: ({ workspace, story, part, what, command }) => [
    strong(workspace),
    text(` dit que ${part} de ${story} figure sous la mauvaise partie : ${what}. Pour tous : `),
    text(command, 'code'),
  ],
  release: 'Publier',
  drop: 'Écarter',
};

/** The words of a language; English where there are none in it. */
export const noticeWordsIn = (language: string | undefined): NoticeWords =>
  language === 'fr' ? french : english;
