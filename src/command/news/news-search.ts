import { pageOption } from '#command/button/page-option.ts';
import { pageAsked, pagesOf } from '#command/button/pages-of.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { dayOptions, noDayIn } from '#command/news/day-options.ts';
import { seeFirst } from '#command/news/see-first.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { type FoundStories, findStories } from '#command/story/find-stories.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { storyLines } from '#command/story/story-lines.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import { wordingIn } from '#command/wording.ts';
import type { SearchFigures } from '#command/words/news-words.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { parseQuery } from '#topic/parse-query.ts';

/** How far back it is looked where nobody says. */
const DAYS = 30;
/** As many as one can take in at a glance. */
const STORIES_A_PAGE = 10;

/** `news search words`: stories on anything, watched or not, that hold these words anywhere. */
export const newsSearch: Command = {
  path: ['news', 'search'],
  pathInFrench: ['actus', 'chercher'],
  description: {
    en: 'Stories that hold these words, watched or not',
    fr: 'Les dossiers qui contiennent ces mots, suivis ou non',
  },
  options: [
    {
      name: 'words',
      nameInFrench: 'mots',
      description: {
        en: 'Names, an event, other words; outlet:… lang:… country:…',
        fr: 'Noms, événement, autres mots ; outlet:… lang:… country:…',
      },
      kind: 'text',
      isRequired: true,
    },
    ...dayOptions({
      en: 'A day such as 2026-03-31; thirty days ago',
      fr: 'Un jour, par exemple 2026-03-31 ; sinon depuis trente jours',
    }),
    pageOption({ en: 'Ten stories each', fr: 'Dix dossiers chacune' }),
  ],
  isChanging: false,
  isShareable: true,
  run: search,
  form: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const title = wordingIn({ en: 'Search the news', fr: 'Chercher' }, language);
    const fields = ['words', 'since', 'until'];
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

  const asked = periodOf(written, options, desk);
  const period = {
    since: new Date(asked.since),
    ...untilOf(asked, ask.page),
  };
  const found = await findStories(parsed.topic, { ...period, seenBy: channel.workspace }, desk);
  return tell(found, asked, ask, desk);
}

/** The whole of the last day counts; a page further on ends where its list began, so that what is new moves nothing. */
function untilOf({ until }: SearchFigures, page: Ask['page']): { readonly until?: Date } {
  if (until !== undefined) return { until: new Date(Date.parse(until) + DAY_MS - 1) };
  return page === undefined ? {} : { until: page.asOf };
}

function periodOf(written: string, { since, until }: Ask['options'], { clock }: Desk): SearchFigures {
  return {
    written,
    since: since ?? new Date(clock().getTime() - DAYS * DAY_MS).toISOString(),
    ...(until !== undefined && { until }),
  };
}

async function tell(found: FoundStories, asked: SearchFigures, ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const pages = Math.ceil(found.stories.length / STORIES_A_PAGE);
  if (pages === 0) return nothing(asked, ask, words, desk);

  const { number, asOf: shownAsOf } = pageAsked(ask, desk, pages);
  const ids = found.stories.slice((number - 1) * STORIES_A_PAGE, number * STORIES_A_PAGE);
  const stories = await Promise.all(ids.map((id) => desk.ledger.stories.find(id)));
  const known = stories.filter((story) => story !== undefined);
  const cards = await storyCards(known, ask.channel, desk, [asked.written]);
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

/** Nothing found is news only when one knows what was read. */
async function nothing(
  asked: SearchFigures,
  { channel }: Ask,
  words: ReplyWords,
  desk: Desk,
): Promise<Reply> {
  return {
    kind: 'answer',
    lines: [words.news.nothing(asked), ...(await tellFeeds(channel, words, desk))],
    actions: [{ label: words.actions.allTopics, command: 'news latest' }],
  };
}
