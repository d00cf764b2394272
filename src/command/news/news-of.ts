import { cutIntoPages } from '#command/button/cut-into-pages.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { seeFirst } from '#command/news/see-first.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { tellGaps } from '#command/news/tell-gaps.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { storyLines } from '#command/story/story-lines.ts';
import { type LookBack, type LookingBack, lookBack } from '#command/watch/look-back.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import { tellMissed } from '#command/watch/tell-missed.ts';
import { ownLanguage } from '#command/words/own-language.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** As many as one can take in at a glance. */
const STORIES_A_PAGE = 10;
/** Further back one asks for a topic, or searches. */
const MOST_STORIES = 200;

/** The newest stories of the last `days`, all or those on a topic, a headline and a status each. */
export async function newsOf(command: Command, days: number, ask: Ask, desk: Desk): Promise<Reply> {
  const written = ask.options['topic'];
  const words = await wordsFor(ask, desk);
  const looking = {
    days,
    seenBy: ask.channel.workspace,
    ...(ask.page !== undefined && { until: ask.page.asOf }),
  };
  const found = written === undefined ? await newest(looking, desk) : await newestOn(written, looking, desk);
  if (found.kind === 'problem') return queryProblem(found.problem, written ?? '', words, 'news latest');

  const { ids, isCut } = found;
  if (ids.length === 0) return nothing({ written, days, past: found.past }, ask, desk);
  const page = await cutIntoPages({ command, rows: ids, rowsAPage: STORIES_A_PAGE }, ask, desk);
  const stories = await Promise.all(page.rows.map((id) => desk.ledger.stories.find(id)));
  const known = stories.filter((story) => story !== undefined);
  const cards = await storyCards(known, ask.channel, desk, {
    topics: written === undefined ? [] : [written],
    language: ownLanguage(ask, words),
  });
  return {
    kind: 'answer',
    lines: [
      words.storiesFound({ stories: ids.length, isAtLeast: isCut, days }, written),
      ...cards.flatMap(storyLines),
      ...page.lines,
    ],
    actions: seeFirst(
      cards.map(({ story }) => story),
      words,
    ),
    ...page.buttons,
  };
}

/**
 * What is new since the list began is left out on its further pages. What only moved since then stands at the top again:
 * a story seen may come twice, and one that was still to come shows when the list is asked for anew.
 */
async function newest({ days, seenBy, until }: LookingBack, { ledger, clock }: Desk) {
  const since = new Date(clock().getTime() - days * DAY_MS);
  const stories = await ledger.stories.listRecent({ since, limit: MOST_STORIES, seenBy });
  const ids = stories
    .filter(({ openedAt }) => until === undefined || Date.parse(openedAt) <= until.getTime())
    .map(({ id }) => id);
  return { kind: 'stories', ids, isCut: stories.length === MOST_STORIES, past: undefined } as const;
}

async function newestOn(written: string, looking: LookingBack, desk: Desk) {
  const parsed = parseQuery(written, desk.lexicon);
  if (parsed.kind === 'problem') return parsed;
  const { topic } = parsed;
  const { stories: ids, figures, missed } = await lookBack(topic, looking, desk);
  return { kind: 'stories', ids, isCut: figures.sampled !== undefined, past: { topic, missed } } as const;
}

/** What was looked for in vain: all news, or a topic and what came near it. */
type InVain = {
  readonly written: string | undefined;
  readonly days: number;
  readonly past: { readonly topic: Topic; readonly missed: LookBack['missed'] } | undefined;
};

/** Nothing found is news only when one knows what was read. */
async function nothing({ written, days, past }: InVain, ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const missed = past && tellMissed(past.topic, past.missed, words, desk);
  return {
    kind: 'answer',
    lines: [
      words.nothingFound(days, written),
      ...(missed?.lines ?? []),
      ...(await tellFeeds(ask.channel, words, desk)),
      ...(await tellGaps(ask.channel, days, words, desk)),
    ],
    actions: [
      ...(missed?.actions ?? []),
      ...(written === undefined ? [] : [{ label: words.actions.allTopics, command: 'news latest' }]),
    ],
  };
}
