import { env } from 'node:process';
import type { Article, ArticleId } from '#article/article.ts';
import { composeCard } from '#card/compose-card.ts';
import { type Knowledge, openKnowledge } from '#compose/open-knowledge.ts';
import type { FeedId } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import type { Analysis } from '#language/analysis.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { Mentions } from '#lexicon/lexicon.ts';
import { articleSpots } from '#match/article-spots.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { Statement } from '#statement/statement.ts';
import { statementsOf } from '#statement/statements-of.ts';
import { accountOf } from '#story/account-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import { openStory, storyIdOf } from '#story/open-story.ts';
import type { Dossier } from '#story/story.ts';
import { StoryWindow } from '#story/story-window.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import { diceFrom } from './dice.ts';
import { newsWriter } from './news-writer.ts';
import { medianOf, medianRow, type Row } from './row.ts';
import { sampleTopics } from './sample-topics.ts';

const ARTICLES = 60;
const WORDS = 800;
const TOPICS = 10_000;
const IN_WINDOW = 10_000;
const WARM_UPS = 1;
const ROUNDS = 5;
const TARGET = '≤ 6,000';
const AT = '2026-01-15T12:00:00.000Z';
const WHEN = new Date(AT);

const OUTLET: Outlet = {
  id: 'herald' as OutletId,
  name: 'The Invented Herald',
  kind: 'media',
  owner: 'The Invented Herald',
  languages: ['en'],
};

/** What an article has become, stage by stage. */
type Read = { readonly article: Article; readonly analysis: Analysis; readonly mentions: Mentions };
type Told = Read & { readonly statements: readonly Statement[]; readonly fingerprint: Fingerprint };

/** What one article of 800 words takes on its road to a card, with the share of each stage; nothing is stored. */
export async function story(): Promise<readonly Row[]> {
  const knowledge = await openKnowledge(env);
  const index = topicIndex(knowledge);
  const articles = writeArticles(ARTICLES, WORDS, knowledge);
  const window = filledWindow(knowledge);
  const read = articles.map((article) => readOne(article, knowledge));
  const told = read.map((one) => toldOne(one, knowledge));

  const stages = {
    'analysis, names and events': measure(() => articles.map((one) => readOne(one, knowledge))),
    'match among 10,000 topics': measure(() => read.map((one) => matchOne(one, index, knowledge))),
    statements: measure(() => read.map((one) => statementsIn(one, knowledge))),
    'grouping among 10,000 articles': measure(() =>
      read.map((one) => window.group(fingerprintIn(one, knowledge))),
    ),
    'account, summary and card': measure(() => told.map((one) => cardOf(one, knowledge))),
  };
  const wholes = Array.from({ length: ROUNDS }, (_, round) =>
    Object.values(stages).reduce((sum, measured) => sum + (measured[round] ?? 0), 0),
  );
  return [
    medianRow('an article of 800 words, from text to card', wholes, 'µs/article', TARGET),
    ...Object.entries(stages).flatMap(([name, measured]) => [
      medianRow(name, measured, 'µs/article'),
      {
        name: `${name}, of the whole`,
        value: (100 * medianOf(measured)) / medianOf(wholes),
        unit: '%',
        runs: ROUNDS,
      },
    ]),
  ];
}

function topicIndex({ lexicon }: Knowledge): TopicIndex {
  const index = new TopicIndex(lexicon);
  for (const topic of sampleTopics(TOPICS, 'dense', lexicon, diceFrom(1))) index.add(topic);
  return index;
}

function writeArticles(count: number, words: number, { lexicon }: Knowledge): readonly Article[] {
  const writer = newsWriter(lexicon, 'en', diceFrom(words));
  return Array.from({ length: count }, (_, number) => ({
    id: `${words} words ${number}` as ArticleId,
    feed: 'measured' as FeedId,
    outlet: OUTLET.id,
    title: writer.headline(),
    text: writer.text(words),
    isFullText: true,
    publishedAt: AT,
    seenAt: AT,
    edition: 1,
    isArchive: false,
  }));
}

/** Full of other articles, a few of them to a story, as the window of a busy desk is. */
function filledWindow(knowledge: Knowledge): StoryWindow {
  const window = new StoryWindow();
  for (const article of writeArticles(IN_WINDOW, 40, knowledge)) {
    const fingerprint = fingerprintIn(readOne(article, knowledge), knowledge);
    const grouping = window.group(fingerprint);
    window.add(grouping.kind === 'joins' ? grouping.story : storyIdOf(article.id), fingerprint);
  }
  return window;
}

function readOne(article: Article, { lexicon, detect }: Knowledge): Read {
  const analysis = analyse(article, detect);
  return { article, analysis, mentions: findMentions(analysis, lexicon, WHEN) };
}

function matchOne({ article, analysis, mentions }: Read, index: TopicIndex, { lexicon }: Knowledge): number {
  const about = { outletName: OUTLET.name, ...OUTLET };
  const reading = { article: article.id, analysis, mentions, about, at: WHEN };
  return matchArticle(reading, index, lexicon, articleSpots(reading, lexicon)).length;
}

const statementsIn = ({ article, ...read }: Read, { lexicon }: Knowledge): readonly Statement[] =>
  statementsOf(article, OUTLET, { ...read, at: WHEN }, lexicon);

const fingerprintIn = ({ article: { id }, analysis, mentions }: Read, { lexicon }: Knowledge): Fingerprint =>
  fingerprintOf({ id, outlet: OUTLET.id, at: AT }, analysis, mentions, lexicon);

const toldOne = (read: Read, knowledge: Knowledge): Told => ({
  ...read,
  statements: statementsIn(read, knowledge),
  fingerprint: fingerprintIn(read, knowledge),
});

function cardOf(
  { article: written, statements, fingerprint }: Told,
  { lexicon, detect }: Knowledge,
): unknown {
  // An article that was composed from before is known to the card: each round has its own.
  const article = { ...written };
  const outlets = new Map([[OUTLET.id, OUTLET]]);
  const facts = [{ article, outlet: OUTLET, fingerprint, statements, state: 'read' as const }];
  const account = accountOf({ articles: facts, outlets, feeds: [], now: WHEN }, lexicon);
  const dossier: Dossier = {
    story: openStory(fingerprint, account),
    articles: [article],
    statements,
    outlets,
  };
  const view = { languages: ['en'], zone: 'UTC', topics: ['a topic'] };
  return composeCard(dossier, view, { lexicon, detect, summarizer: extractiveSummarizer });
}

/** Microseconds of this thread's processor time an article, measured once a round. */
function measure(work: () => unknown): readonly number[] {
  const rounds = Array.from({ length: WARM_UPS + ROUNDS }, () => {
    const begun = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / ARTICLES;
  });
  return rounds.slice(WARM_UPS);
}
