import { timeOf } from '#article/article.ts';
import { headlineOf } from '#card/headline-of.ts';
import { originName } from '#card/origin-names.ts';
import type { Phrase } from '#card/phrase.ts';
import { sourceName } from '#card/source-name.ts';
import { cutIntoPages } from '#command/button/cut-into-pages.ts';
import { pageOption } from '#command/button/page-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { hiddenLine } from '#command/story/hidden-line.ts';
import { storyAsked } from '#command/story/story-asked.ts';
import { cardOption } from '#command/story/story-option.ts';
import { type TakenApart, takeApart } from '#command/story/taken-apart.ts';
import { type ReportTold, type StoryWords, storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { stateControlIn } from '#feed/outlet.ts';
import { officialFeeds } from '#story/gather-facts.ts';
import { isArticleHidden } from '#story/hidden.ts';
import { originsByReport, type ReportOrigin } from '#story/origins-of.ts';
import type { Story } from '#story/story.ts';
import type { NamedArticle } from '#story/story-parts.ts';

/** More would not fit in one answer anywhere. */
const REPORTS_A_PAGE = 25;

/** `story sources R-7K2Q`: every report, whose it is, and what it rests on. */
export const storySources: Command = {
  path: ['story', 'sources'],
  pathInFrench: ['dossier', 'sources'],
  description: { en: 'Every report, and what it rests on', fr: 'Chaque article, et sur quoi il repose' },
  options: [
    cardOption,
    pageOption({ en: 'Twenty-five reports each, the newest first', fr: 'Vingt-cinq articles chacune' }),
  ],
  isChanging: false,
  run: async (ask, desk) => {
    const named = await storyAsked(storySources, ask, desk);
    return named.kind === 'none' ? named.reply : tellSources(named.story, ask, desk);
  },
};

async function tellSources(story: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const words = storyWordsIn((await wordsFor(ask, desk)).language);
  const apart = await takeApart(story, ask, desk);
  const { articles } = apart.parts;
  const origins = originsByReport(
    {
      articles: apart.facts,
      outlets: desk.catalogue.outletsFor(story.workspace),
      feeds: await officialFeeds(desk.ledger.feeds, desk.catalogue),
      now: desk.clock(),
    },
    desk.lexicon,
  );
  const newestFirst = articles.filter(({ facts }) => hadArrived(facts, ask)).toReversed();
  const page = await cutIntoPages(
    {
      command: storySources,
      rows: newestFirst,
      rowsAPage: REPORTS_A_PAGE,
      lengthOf: ({ facts }) => reportLength(facts.article),
    },
    ask,
    desk,
  );
  return {
    kind: 'answer',
    lines: [
      words.sourcesOf(story.shortName, headlineOf(apart.composing).words, articles.length),
      ...page.lines,
      ...page.rows.toReversed().map((one) => reportLine(one, origins, apart, words)),
      ...hiddenLine(apart, words),
    ],
    actions: [
      { label: words.actions.sides, command: `story sides ${story.shortName}` },
      { label: words.actions.notThisEvent, command: `story hide ${story.shortName} what:articles` },
    ],
    ...page.buttons,
  };
}

/** What stands beside a report's headline and address in its line: about so many characters. */
const BESIDE_ITS_TITLE = 80;

const reportLength = ({ title, link = '' }: NamedArticle['facts']['article']): number =>
  title.length + link.length + BESIDE_ITS_TITLE;

/** A page further on holds only what had come when its list began, so that what is new moves nothing. */
const hadArrived = ({ article }: NamedArticle['facts'], { page }: Ask): boolean =>
  page === undefined || Date.parse(article.seenAt) <= page.asOf.getTime();

function reportLine(
  { name, facts }: NamedArticle,
  origins: ReadonlyMap<string, ReportOrigin>,
  apart: TakenApart,
  words: StoryWords,
): Phrase {
  const { article, outlet, state, stateSince } = facts;
  const { composing, hidden } = apart;
  const stateControlled = stateControlIn(outlet, composing.language);
  const told: ReportTold = {
    name,
    outlet: sourceName(article, { ...composing, outletOf: () => outlet }),
    kind: outlet.kind,
    owner: outlet.owner,
    title: article.title,
    publishedAt: timeOf(article),
    seenAt: article.seenAt,
    edition: article.edition,
    restsOn: originPhrase(origins.get(article.id), apart, words),
    isHidden: isArticleHidden(article.id, hidden),
    ...(outlet.country !== undefined && { country: outlet.country }),
    ...(stateControlled !== undefined && { stateControlled }),
    ...(article.link !== undefined && { link: article.link }),
    ...(state === 'vanished' && stateSince !== undefined && { vanishedSince: stateSince }),
    ...withdrawalIn(facts.article.id, composing.account.withdrawals),
  };
  return words.report(told);
}

function withdrawalIn(
  article: string,
  withdrawals: TakenApart['composing']['account']['withdrawals'] = [],
): { readonly withdrawnAt?: string } {
  const withdrawal = withdrawals.find((one) => one.article === article);
  return withdrawal === undefined ? {} : { withdrawnAt: withdrawal.at };
}

function originPhrase(
  origin: ReportOrigin | undefined,
  { composing, nameOf }: TakenApart,
  words: StoryWords,
): Phrase {
  switch (origin?.kind) {
    case 'rests-on':
      return origin.origins.length === 0
        ? words.noOrigin
        : words.origins([...new Set(origin.origins.map((one) => originName(one, composing)))]);
    case 'copy':
      return words.copyOf(nameOf(origin.of));
    case 'denial':
      return words.denial;
    case 'unverified':
    case undefined:
      return words.noOrigin;
  }
}
