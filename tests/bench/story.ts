import { env } from 'node:process';
import { analysisOf } from '#article/analysis-of.ts';
import type { Article, ArticleId } from '#article/article.ts';
import { composeCard } from '#card/compose-card.ts';
import { type Knowledge, openKnowledge } from '#compose/open-knowledge.ts';
import type { FeedId } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
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
/** Until everything has been compiled that runs often: a round takes less and less time up to about the thirteenth. */
const WARM_UPS = 14;
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

/** What articles are read with. */
type Reader = Pick<Knowledge, 'lexicon' | 'detect'>;

/** What an article has become, stage by stage. */
type Read = { readonly article: Article; readonly analysis: Analysis; readonly mentions: Mentions };
type Told = Read & { readonly statements: readonly Statement[]; readonly fingerprint: Fingerprint };

const STAGES = [
  'analysis, names and events',
  'match among 10,000 topics',
  'statements',
  'grouping among 10,000 articles',
  'account, summary and card',
] as const;

/**
 * What one article of 800 words takes on its road to a card in a process that has been running for a while, with the
 * share of each stage; nothing is stored. Processor time of the whole process, so that other programs count little.
 */
export async function story(): Promise<readonly Row[]> {
  const knowledge = await openKnowledge(env);
  const written = writeArticles((WARM_UPS + ROUNDS) * ARTICLES, WORDS, knowledge);
  const among = { knowledge, index: topicIndex(knowledge), window: filledWindow(knowledge) };

  // Each round has articles of its own: what was remembered of the words of others helps as it does in real news.
  const rounds = Array.from({ length: WARM_UPS + ROUNDS }, (_, round) =>
    measureRound(written.slice(round * ARTICLES, (round + 1) * ARTICLES), among),
  ).slice(WARM_UPS);
  const wholes = rounds.map((round) => round.reduce((sum, stage) => sum + stage, 0));
  return [
    medianRow('an article of 800 words, from text to card', wholes, 'µs/article', TARGET),
    ...STAGES.flatMap((name, place) => {
      const measured = rounds.map((round) => round[place] ?? 0);
      const share = (100 * medianOf(measured)) / medianOf(wholes);
      return [
        medianRow(name, measured, 'µs/article'),
        { name: `${name}, of the whole`, value: share, unit: '%', runs: ROUNDS },
      ];
    }),
  ];
}

type Among = {
  readonly knowledge: Knowledge;
  readonly index: TopicIndex;
  readonly window: StoryWindow;
};

/** What each stage takes for one article. */
function measureRound(articles: readonly Article[], { knowledge, index, window }: Among): readonly number[] {
  const read = measure(() => articles.map((one) => readOne(one, knowledge)));
  const matched = measure(() => read.made.map((one) => matchOne(one, index, knowledge)));
  const said = measure(() => read.made.map((one) => statementsIn(one, knowledge)));
  const grouped = measure(() =>
    read.made.map((one) => {
      const fingerprint = fingerprintIn(one, knowledge);
      return { fingerprint, grouping: window.group(fingerprint) };
    }),
  );
  const told = read.made.flatMap((one, place): readonly Told[] => {
    const fingerprint = grouped.made[place]?.fingerprint;
    return fingerprint ? [{ ...one, fingerprint, statements: said.made[place] ?? [] }] : [];
  });
  const composed = measure(() => told.map((one) => cardOf(one, knowledge)));
  return [read, matched, said, grouped, composed].map(({ took }) => took);
}

function topicIndex({ lexicon }: Knowledge): TopicIndex {
  const index = new TopicIndex(lexicon);
  for (const topic of sampleTopics(TOPICS, 'dense', lexicon, diceFrom(1))) index.add(topic);
  return index;
}

function writeArticles(count: number, words: number, { lexicon }: Reader): readonly Article[] {
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
function filledWindow({ lexicon }: Knowledge): StoryWindow {
  const knowledge = { lexicon, detect: () => 'en' };
  const window = new StoryWindow();
  for (const article of writeArticles(IN_WINDOW, 40, knowledge)) {
    const fingerprint = fingerprintIn(readOne(article, knowledge), knowledge);
    const grouping = window.group(fingerprint);
    window.add(grouping.kind === 'joins' ? grouping.story : storyIdOf(article.id), fingerprint);
  }
  return window;
}

function readOne(article: Article, { lexicon, detect }: Reader): Read {
  const analysis = analysisOf(article, detect);
  return { article, analysis, mentions: findMentions(analysis, lexicon, WHEN) };
}

function matchOne({ article, analysis, mentions }: Read, index: TopicIndex, { lexicon }: Knowledge): number {
  const about = { outletName: OUTLET.name, ...OUTLET };
  const reading = { article: article.id, analysis, mentions, about, at: WHEN };
  return matchArticle(reading, index, lexicon, articleSpots(reading, lexicon)).length;
}

const statementsIn = ({ article, ...read }: Read, { lexicon }: Knowledge): readonly Statement[] =>
  statementsOf(article, OUTLET, { ...read, at: WHEN }, lexicon);

const fingerprintIn = ({ article: { id }, analysis, mentions }: Read, { lexicon }: Reader): Fingerprint =>
  fingerprintOf({ id, outlet: OUTLET.id, at: AT }, analysis, mentions, lexicon);

function cardOf({ article, statements, fingerprint }: Told, { lexicon, detect }: Knowledge): unknown {
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

/** What comes of the work on all articles, and the microseconds of processor time that it took for one. */
function measure<Made>(work: () => Made): { readonly made: Made; readonly took: number } {
  const begun = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(begun);
  return { made, took: (user + system) / ARTICLES };
}
