import { readFileSync } from 'node:fs';
import { env, stderr } from 'node:process';
import { openKnowledge } from '#compose/open-knowledge.ts';
import { readConfig } from '#config/read-config.ts';
import { readTopicFile } from '#config/read-topic-file.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';
import type { Asked } from './asked.ts';
import { type ReplayChannel, type Replayed, type ReplayReport, replayNews } from './replay-news.ts';
import type { Row } from './row.ts';

/** Every way in which a channel may be told, over the same topics. */
const CHANNELS: readonly ReplayChannel[] = [
  { name: 'calm', watch: { mention: '<@&1>' } },
  {
    name: 'quiet-at-night',
    settings: { zone: 'Europe/Paris', quiet: { from: '22:00', to: '07:00' } },
    watch: { mention: '<@&1>', isUrgent: true },
  },
  {
    name: 'two-cards-an-hour',
    settings: { cardsAnHour: 2, pingsAnHour: 1, pingsADay: 2 },
    watch: { mention: '<@&1>' },
  },
  { name: 'digest', watch: { digest: { days: 'daily', at: '08:00' } } },
  { name: 'two-origins', watch: { needs: 'two-origins' } },
];

/**
 * Articles of the past through the whole program, on a clock of its own: what each channel was sent beside its budget,
 * and the account. Throws where a budget was exceeded, or a match stands nowhere.
 */
export async function replay({ files, topics, days }: Asked): Promise<readonly Row[]> {
  const knowledge = await openKnowledge(env);
  const articles = squeezed(files.flatMap(readArticles), days);
  if (articles.length === 0) throw new Error('Name the articles: replay --articles FILE…');
  const report = await replayNews({
    articles,
    topics: topics === undefined ? readConfig(env).starters : readTopics(topics, knowledge.lexicon),
    channels: CHANNELS,
    knowledge,
    onDay: (day) => stderr.write(`${day.toISOString().slice(0, 10)}\r`),
  });
  stderr.write(`account: ${JSON.stringify(report.account)}\n`);
  const rows = rowsOf(report);
  const failed = rows.filter(({ isKept }) => isKept === false).map(({ name }) => name);
  for (const { name, value, target } of rows.filter(({ isKept }) => isKept === false)) {
    stderr.write(`NOT KEPT: ${name}: ${value}, ${target}\n`);
  }
  if (failed.length > 0) throw new Error(`Not kept: ${failed.join('; ')}.`);
  return rows;
}

function readArticles(file: string): readonly Replayed[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const article = JSON.parse(line) as Replayed;
      // A space for T is allowed, and UTC where no zone stands, as for the stage commands.
      const written = article.date.replace(' ', 'T');
      const date = /(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written}Z`;
      return { ...article, date: new Date(date).toISOString() };
    });
}

/** The same articles in the same order, within so many days: a quiet year makes a noisy day. */
function squeezed(articles: readonly Replayed[], days: number | undefined): readonly Replayed[] {
  if (days === undefined) return articles;
  const times = articles.map(({ date }) => Date.parse(date));
  const first = Math.min(...times);
  const scale = (days * DAY_MS) / Math.max(1, Math.max(...times) - first);
  return articles.map((article) => ({
    ...article,
    date: new Date(first + (Date.parse(article.date) - first) * scale).toISOString(),
  }));
}

function readTopics(file: string, lexicon: Lexicon): readonly Topic[] {
  return readTopicFile(file).map((listed) => {
    if ('error' in listed) throw new Error(`${file}, line ${listed.line}: ${listed.error}`);
    const parsed = parseQuery(listed.query, lexicon);
    if (parsed.kind !== 'topic') throw new Error(`${file}: “${listed.query}” is no topic.`);
    return parsed.topic;
  });
}

type Kept = Row & { readonly isKept?: boolean };

function rowsOf({ articles, channels, account, missing }: ReplayReport): readonly Kept[] {
  const once = { runs: 1 };
  const pairs = Object.values(account).reduce((sum, stories) => sum + stories, 0);
  return [
    { ...once, name: 'articles carried', value: articles, unit: 'articles' },
    ...channels.flatMap(({ name, settings, isWithinBudget, ...sent }): readonly Kept[] => [
      { ...once, name: `${name}: cards`, value: sent.cards, unit: 'cards' },
      {
        ...once,
        name: `${name}: cards within an hour, the most`,
        value: sent.mostCardsAnHour,
        unit: 'cards',
        target: `≤ ${settings.cardsAnHour}`,
        isKept: isWithinBudget,
      },
      {
        ...once,
        name: `${name}: calls within an hour, the most`,
        value: sent.mostPingsAnHour,
        unit: 'calls',
        target: `≤ ${settings.pingsAnHour}`,
        isKept: isWithinBudget,
      },
      {
        ...once,
        name: `${name}: calls within a day, the most`,
        value: sent.mostPingsADay,
        unit: 'calls',
        target: `≤ ${settings.pingsADay}`,
        isKept: isWithinBudget,
      },
      { ...once, name: `${name}: digests and lists`, value: sent.digests, unit: 'digests' },
      { ...once, name: `${name}: edits`, value: sent.edits, unit: 'edits' },
      { ...once, name: `${name}: lines below cards`, value: sent.lines, unit: 'lines' },
    ]),
    { ...once, name: 'pairs of a watch and a story that matched it', value: pairs, unit: 'pairs' },
    {
      ...once,
      name: 'pairs that stand nowhere',
      value: missing,
      unit: 'pairs',
      target: '0',
      isKept: missing === 0,
    },
  ];
}
