import { pageOption } from '#command/button/page-option.ts';
import { pageAsked, pagesOf } from '#command/button/pages-of.ts';
import type { Ask, Command, Desk, Option, Reply } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { lineOf } from '#command/line-of.ts';
import { optionNameIn } from '#command/name-of.ts';
import { dayOptions, noDayIn } from '#command/news/day-options.ts';
import { knownFor } from '#command/news/known-for.ts';
import { nameCorrected } from '#command/news/name-corrected.ts';
import { type Narrowing, narrowedBy, narrowingOptions, narrowingsIn } from '#command/news/narrowings.ts';
import { nearestUnderstood } from '#command/news/nearest-understood.ts';
import { refuseUnknown } from '#command/news/refuse-unknown.ts';
import { seeFirst } from '#command/news/see-first.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { unreadIn } from '#command/news/unread-in.ts';
import { quoted } from '#command/quoted.ts';
import { type FoundStories, findStories, type Searched } from '#command/story/find-stories.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { storyLines } from '#command/story/story-lines.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import { wordingIn } from '#command/wording.ts';
import type { SearchFigures } from '#command/words/news-words.ts';
import { ownLanguage } from '#command/words/own-language.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Restriction, Topic } from '#topic/topic.ts';

/** How far back it is looked where nobody says. */
const DAYS = 30;
/** As many as one can take in at a glance. */
const STORIES_A_PAGE = 10;
/** Whoever writes more names that nobody knows has pasted a text. */
const MOST_STRANGERS = 5;

const WORDS: Option = {
  name: 'words',
  nameInFrench: 'mots',
  description: {
    en: 'Names, an event, other words; -word leaves out, title:… looks there',
    fr: 'Noms, événement, autres mots ; -mot exclut, title:… y cherche',
  },
  kind: 'text',
  isRequired: true,
};

/** `news search words`: stories on anything, watched or not, that hold these words anywhere. */
export const newsSearch: Command = {
  path: ['news', 'search'],
  pathInFrench: ['actus', 'chercher'],
  description: {
    en: 'Stories that hold these words, watched or not',
    fr: 'Les dossiers qui contiennent ces mots, suivis ou non',
  },
  options: [
    WORDS,
    ...narrowingOptions,
    ...dayOptions({
      en: 'A day such as 2026-03-31; thirty days ago',
      fr: 'Un jour, par exemple 2026-03-31 ; sinon depuis trente jours',
    }),
    pageOption({ en: 'Ten stories each', fr: 'Dix dossiers chacune' }),
  ],
  isChanging: false,
  isShareable: true,
  run: search,
  // As many fields as every platform shows.
  form: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const title = wordingIn({ en: 'Search the news', fr: 'Chercher' }, language);
    const fields = ['words', 'outlet', 'event', 'since', 'until'];
    return formOf(newsSearch, { title, fields, values: ask.options }, language);
  },
};

async function search(ask: Ask, desk: Desk): Promise<Reply> {
  const { channel, options } = ask;
  const words = await wordsFor(ask, desk);
  const written = options['words'] ?? '';
  const parsed = parseQuery(written, desk.lexicon);
  if (parsed.kind === 'problem') return queryProblem(parsed.problem, written, words, 'news search');

  const wrong = noDayIn(options);
  if (wrong !== undefined) return { kind: 'refused', lines: [words.news.noSuchDay(wrong)] };

  const read = narrowingsIn(options, desk.lexicon);
  if (read.kind === 'not-understood') {
    const { option, written } = read;
    return refuseUnknown({ option, written, instead: filledWith(option, ask) }, ask, desk);
  }
  const { narrowings } = read;
  const unread = unreadIn(narrowedBy(parsed.topic, narrowings), ask, desk);
  if (unread !== undefined) return refuseUnread(unread, narrowings, ask, desk);
  const asked = {
    ...periodOf(written, options, desk),
    narrowed: narrowings.map(({ option, written }) => ({
      name: optionNameIn(option, words.language),
      value: written,
    })),
  };
  const searched = { since: new Date(asked.since), ...untilOf(asked, ask.page), seenBy: channel.workspace };
  const found = await findStories(narrowedBy(parsed.topic, narrowings), searched, desk);
  if (found.stories.length > 0) return tell(found, asked, ask, desk);
  const without = await foundWithout(parsed.topic, narrowings, searched, desk);
  return nothing({ asked, without, unknown: strangersIn(parsed.unknown) }, ask, desk);
}

/** The same search with another value for this option. */
const filledWith =
  ({ name }: Option, { options }: Ask) =>
  (value: string): string => {
    const { page: _, ...others } = options;
    return lineOf(newsSearch, { ...others, [name]: value });
  };

/** What no outlet can meet was filled into an option, or written among the words. */
function refuseUnread(
  { field, value, written }: Restriction,
  narrowings: readonly Narrowing[],
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const [words = '', option] = [ask.options['words'], narrowingOptions.find(({ name }) => name === field)];
  if (option === undefined) throw new Error(`No option narrows a search by ${field}.`);
  const filled = narrowings.find((narrowing) => narrowing.option === option);
  const isFilled = filled?.restrictions.some((restriction) => restriction.written === written) === true;
  const amongWords = (meant: string) =>
    filledWith(WORDS, ask)(words.replace(written, () => `${field}:${quoted(meant)}`));
  const instead = isFilled ? filledWith(option, ask) : amongWords;
  return refuseUnknown({ option, written: value, instead }, ask, desk);
}

/** An option that leaves nothing, and how much there is without it. */
type Without = { readonly option: Option; readonly stories: number };

/** Which of the options, each by itself, kept back what there is. */
async function foundWithout(
  topic: Topic,
  narrowings: readonly Narrowing[],
  searched: Searched,
  desk: Desk,
): Promise<readonly Without[]> {
  const found: Without[] = [];
  for (const narrowing of narrowings) {
    const others = narrowings.filter((other) => other !== narrowing);
    const { stories } = await findStories(narrowedBy(topic, others), searched, desk);
    if (stories.length > 0) found.push({ option: narrowing.option, stories: stories.length });
  }
  return found;
}

/** The whole of the last day counts; a page further on ends where its list began, so that what is new moves nothing. */
function untilOf({ until }: Pick<SearchFigures, 'until'>, page: Ask['page']): { readonly until?: Date } {
  if (until !== undefined) return { until: new Date(Date.parse(until) + DAY_MS - 1) };
  return page === undefined ? {} : { until: page.asOf };
}

function periodOf(
  written: string,
  { since, until }: Ask['options'],
  { clock }: Desk,
): Omit<SearchFigures, 'narrowed'> {
  return {
    written,
    since: since ?? new Date(clock().getTime() - DAYS * DAY_MS).toISOString(),
    ...(until !== undefined && { until }),
  };
}

async function tell(found: FoundStories, asked: SearchFigures, ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const pages = Math.ceil(found.stories.length / STORIES_A_PAGE);
  const { number, asOf: shownAsOf } = pageAsked(ask, desk, pages);
  const ids = found.stories.slice((number - 1) * STORIES_A_PAGE, number * STORIES_A_PAGE);
  const stories = await Promise.all(ids.map((id) => desk.ledger.stories.find(id)));
  const known = stories.filter((story) => story !== undefined);
  const cards = await storyCards(known, ask.channel, desk, {
    topics: [asked.written],
    language: ownLanguage(ask, words),
  });
  return {
    kind: 'answer',
    lines: [
      words.news.found(found.stories.length, asked),
      ...cards.flatMap(storyLines),
      ...(pages > 1 ? [words.news.page(number, pages)] : []),
      ...(found.sampled === undefined ? [] : [words.news.newestOnly(found.sampled)]),
    ],
    actions: seeFirst(
      cards.map(({ story }) => story),
      words,
    ),
    ...(await pagesOf(newsSearch, { number, asOf: shownAsOf, of: pages }, ask, desk)),
  };
}

/** Each once, and no more than one reads. */
const strangersIn = (unknown: readonly string[]): readonly string[] =>
  [...new Set(unknown)].slice(0, MOST_STRANGERS);

/** What was looked for in vain, what kept back what there is, and the words that look like names and are none. */
type InVain = {
  readonly asked: SearchFigures;
  readonly without: readonly Without[];
  readonly unknown: readonly string[];
};

/** Nothing found is news only when one knows what was read, and what was kept back. */
async function nothing({ asked, without, unknown }: InVain, ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const actors = unknown.length === 0 ? [] : [...knownFor({ name: 'actor' }, ask, desk, words.language)];
  const meant = unknown.flatMap((word) =>
    nearestUnderstood({ name: 'actor' }, word, actors, desk.lexicon).map(({ value }) => ({ word, value })),
  );
  return {
    kind: 'answer',
    lines: [
      words.news.nothing(asked),
      ...unknown.flatMap((word) => {
        const names = meant.filter((one) => one.word === word).map(({ value }) => value);
        return [words.unknownName(word), ...(names.length === 0 ? [] : [words.news.nearest(names)])];
      }),
      ...without.map(({ option, stories }) =>
        words.news.without(optionNameIn(option, words.language), stories),
      ),
      ...(await tellFeeds(ask.channel, words, desk)),
    ],
    actions: [
      ...meant.map(({ word, value }) => ({
        label: value,
        command: filledWith(WORDS, ask)(nameCorrected(asked.written, word, value)),
      })),
      ...without.map(({ option }) => {
        const { [option.name]: _, ...options } = ask.options;
        const label = words.news.askWithout(optionNameIn(option, words.language));
        return { label, command: lineOf(newsSearch, options) };
      }),
      { label: words.actions.allTopics, command: 'news latest' },
    ],
  };
}
