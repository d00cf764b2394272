import { counted, listed } from '#card/counted.ts';
import type { Phrase } from '#card/phrase.ts';
import { text, time } from '#card/phrase-of.ts';

/** What a digest tells: stories, and how many of them were taken back. */
export type DigestFigures = { readonly stories: number; readonly takenBack: number };

/** When a digest is for, since when it tells, and of how many topics. */
export type DigestSpan = { readonly at: string; readonly since: string; readonly topics: number };

/** An outlet that is not read, since when, and the topics that may miss something by it. */
export type Outage = {
  readonly outlet: string;
  readonly since: string;
  readonly topics: readonly string[];
};

/** A digest's own words in one language. */
export type DigestWords = {
  readonly digest: (span: DigestSpan) => Phrase;
  readonly nothing: (span: DigestSpan) => Phrase;
  readonly whileQuiet: (from: string, to: string, figures: DigestFigures) => string;
  readonly overBudget: (cards: number, figures: DigestFigures) => string;
  readonly plain: (figures: DigestFigures) => string;
  readonly movedMost: string;
  readonly takenBack: string;
  readonly also: string;
  readonly stories: string;
  readonly related: string;
  readonly nothingFound: (topics: readonly string[]) => Phrase;
  readonly notRead: (outages: readonly Outage[], more: number) => Phrase;
  readonly feedsRead: (read: number, all: number) => Phrase;
  readonly read: (outlet: string) => string;
  readonly allStories: (stories: number) => string;
  readonly cardsForATopic: string;
  readonly change: string;
};

const english: DigestWords = {
  digest: ({ at, since, topics }) => [
    text('Digest · '),
    time(at, 'date-time'),
    text(' · since '),
    time(since, 'date-time'),
    text(` · ${counted(topics, 'topic')}`),
  ],
  nothing: ({ since, topics }) => [
    text(`Nothing found on ${counted(topics, 'topic')} since `),
    time(since, 'date-time'),
    text('.'),
  ],
  whileQuiet: (from, to, figures) => `While it was quiet (${from}–${to}): ${inEnglish(figures)}.`,
  overBudget: (cards, figures) =>
    `More than ${counted(cards, 'card')} in an hour, so the rest in one: ${inEnglish(figures)}.`,
  plain: (figures) => `Digest: ${inEnglish(figures)}`,
  movedMost: 'MOVED MOST',
  takenBack: 'CORRECTED OR WITHDRAWN',
  also: 'ALSO',
  stories: 'STORIES',
  related: 'NAMED TOO, WITHOUT THE EVENT',
  nothingFound: (topics) => [text('NOTHING FOUND', 'strong'), text(` · ${topics.join(' · ')}`)],
  notRead: (outages, more) => [
    text('NOT READ', 'strong'),
    ...outages.flatMap(({ outlet, since, topics }) => [
      text(` · ${outlet} since `),
      time(since, 'date-time'),
      text(
        topics.length === 0
          ? ''
          : `: ${listed(
              topics.map((topic) => `“${topic}”`),
              'and',
            )} may miss something`,
      ),
    ]),
    text(`${more > 0 ? ` · +${more} more` : ''}${restsOnNone(outages) ? ': something may be missing' : ''}`),
  ],
  feedsRead: (read, all) => [text(`${read} of ${counted(all, 'feed')} read.`)],
  read: (outlet) => `Read: ${outlet}`,
  allStories: (stories) => (stories === 1 ? 'That story' : `All ${stories} stories`),
  cardsForATopic: 'Cards for a topic',
  change: 'Change',
};

const french: DigestWords = {
  digest: ({ at, since, topics }) => [
    text('Synthèse · '),
    time(at, 'date-time'),
    text(' · depuis '),
    time(since, 'date-time'),
    text(` · ${counted(topics, 'sujet')}`),
  ],
  nothing: ({ since, topics }) => [
    text(`Rien sur ${counted(topics, 'sujet')} depuis `),
    time(since, 'date-time'),
    text('.'),
  ],
  whileQuiet: (from, to, figures) => `Pendant les heures calmes (${from}–${to}) : ${inFrench(figures)}.`,
  overBudget: (cards, figures) =>
    `Plus de ${counted(cards, 'fiche')} en une heure, le reste en une seule : ${inFrench(figures)}.`,
  plain: (figures) => `Synthèse : ${inFrench(figures)}`,
  movedMost: 'LE PLUS DE MOUVEMENT',
  takenBack: 'CORRIGÉ OU RETIRÉ',
  also: 'AUSSI',
  stories: 'DOSSIERS',
  related: 'AUSSI CITÉS, SANS L’ÉVÉNEMENT',
  nothingFound: (topics) => [text('RIEN TROUVÉ', 'strong'), text(` · ${topics.join(' · ')}`)],
  notRead: (outages, more) => [
    text('NON LU', 'strong'),
    ...outages.flatMap(({ outlet, since, topics }) => [
      text(` · ${outlet} depuis `),
      time(since, 'date-time'),
      text(topics.length === 0 ? '' : ` : ${incompleteInFrench(topics)}`),
    ]),
    text(
      `${more > 0 ? ` · +${more} de plus` : ''}${restsOnNone(outages) ? ' : il peut manquer quelque chose' : ''}`,
    ),
  ],
  feedsRead: (read, all) => [text(`${read} flux sur ${all} lus.`)],
  read: (outlet) => `Lire : ${outlet}`,
  allStories: (stories) => (stories === 1 ? 'Ce dossier' : `Les ${stories} dossiers`),
  cardsForATopic: 'Des fiches pour un sujet',
  change: 'Modifier',
};

/** The words of a digest: French for French readers, English for everybody else. */
export const digestWordsIn = (language: string | undefined): DigestWords =>
  language === 'fr' ? french : english;

const restsOnNone = (outages: readonly Outage[]): boolean =>
  outages.every(({ topics }) => topics.length === 0);

function incompleteInFrench(topics: readonly string[]): string {
  const named = topics.map((topic) => `« ${topic} »`);
  return `${listed(named, 'et')} ${topics.length === 1 ? 'peut être incomplet' : 'peuvent être incomplets'}`;
}

function inEnglish({ stories, takenBack }: DigestFigures): string {
  const number = stories === 1 ? '1 story' : `${stories} stories`;
  return takenBack === 0 ? number : `${number}, ${takenBack} of them corrected or withdrawn`;
}

function inFrench({ stories, takenBack }: DigestFigures): string {
  const number = counted(stories, 'dossier');
  return takenBack === 0
    ? number
    : `${number}, dont ${takenBack} corrigé${takenBack === 1 ? '' : 's'} ou retiré${takenBack === 1 ? '' : 's'}`;
}
