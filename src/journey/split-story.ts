import { type Article, timeOf } from '#article/article.ts';
import { isTooOldForNews } from '#delivery/too-late.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import { keepStory } from '#journey/keep-story.ts';
import { livingStory } from '#journey/living-story.ts';
import { oweAll, weighOpened, weighRetold } from '#journey/owe-retold.ts';
import type { RulingEffect } from '#journey/ruling-effect.ts';
import { type Stages, WINDOW_MS } from '#journey/stages.ts';
import { decidedCorrections } from '#story/decided-corrections.ts';
import { storedFacts } from '#story/gather-facts.ts';
import type { HiddenStore } from '#story/hidden-store.ts';
import { openStory, storyIdOf } from '#story/open-story.ts';
import type { Decision } from '#story/ruling.ts';
import { freeShortName } from '#story/short-name.ts';
import type { Story, StoryAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { retellStory, type ToldStory } from '#story/tell-story.ts';

type Split = Extract<Decision, { kind: 'split' }>;

/** What a story amounts to before it is told. */
const UNTOLD: StoryAccount = {
  status: { kind: 'reported', origins: [] },
  sides: [],
  others: [],
  corrections: [],
  origins: [],
  outlets: 0,
  owners: 0,
};

/**
 * The card keeps the part with the first article. The other part is a story of its own from now on: posted as news only
 * where it matches a topic and is not old. The articles of the two never meet in one story again.
 */
export async function splitStory(split: Split, stages: Stages): Promise<RulingEffect> {
  const { ledger, catalogue, clock } = stages;
  const now = clock();
  const story = await livingStory(split.story, ledger.stories);
  if (story === undefined) return { outcome: 'Nothing was changed: that story is not kept any more.' };
  const facts = await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace));
  const [staying, leaving] = partsOf(split, story, facts);
  const [first] = leaving;
  if (first === undefined || staying.length === 0)
    return { outcome: `Nothing was changed: ${story.shortName} would have no article left, or all of them.` };

  const opened = await openedBy(first, story, stages);
  const left = await tellWithout(leaving, staying, { story, movedTo: opened.shortName }, stages);
  const { before: _, ...gone } = await retellStory(opened, leaving, { ...stages, now });
  const reopened: ToldStory = { ...gone, story: { ...gone.story, revision: opened.revision } };
  const owedHere = await weighRetold(left, stages, now);
  const owedThere = await weighAsNews(reopened, stages, now);
  return {
    outcome: `${story.shortName} keeps ${counted(staying)}; ${counted(leaving)} ${leaving.length === 1 ? 'is' : 'are'} ${opened.shortName} now.`,
    keep: async (stores) => {
      await keepStory(left, [], stores);
      await keepStory(
        reopened,
        leaving.map(({ fingerprint }) => fingerprint),
        stores,
      );
      await stores.rulings.keepApart(idsOf(staying.slice(0, 1)), idsOf(leaving));
      await stores.rulings.keepApart(idsOf(leaving.slice(0, 1)), idsOf(staying));
      // Whoever hid them as of another event has been heard.
      await stores.hidden.showArticles(idsOf(leaving));
      await stores.hidden.forgetAccounts(story.id);
      await oweAll(owedHere, left, stores, now);
      await oweAll(owedThere, reopened, stores, now);
    },
    show: () => {
      const window = stages.windows.of(story.workspace);
      const since = now.getTime() - WINDOW_MS;
      for (const { fingerprint } of leaving) {
        if (Date.parse(fingerprint.at) >= since) window.add(opened.id, fingerprint);
      }
    },
  };
}

const idsOf = (facts: readonly ArticleFacts[]) => facts.map(({ article }) => article.id);

const counted = ({ length }: readonly ArticleFacts[]): string =>
  length === 1 ? '1 article' : `${length} articles`;

/** Whichever part was named, the one with the first article stays. */
function partsOf(
  { articles }: Split,
  { firstArticle }: Story,
  facts: readonly ArticleFacts[],
): readonly [readonly ArticleFacts[], readonly ArticleFacts[]] {
  const named = facts.filter(({ article }) => articles.includes(article.id));
  const others = facts.filter(({ article }) => !articles.includes(article.id));
  const first = facts.find(({ article }) => article.id === firstArticle) ?? facts[0];
  return first !== undefined && named.includes(first) ? [named, others] : [others, named];
}

/** One that had become part of this story once is opened again, under its own name. */
async function openedBy(first: ArticleFacts, from: Story, { ledger }: Stages): Promise<Story> {
  const { stories } = ledger;
  const id = storyIdOf(first.article.id);
  const earlier = await stories.find(id);
  const shortName = earlier?.shortName ?? (await freeShortName(id, (name) => stories.isNameTaken(name)));
  const opened = openStory(first.fingerprint, UNTOLD, { shortName, workspace: from.workspace });
  return { ...opened, revision: (earlier?.revision ?? 0) + 1 };
}

async function tellWithout(
  leaving: readonly ArticleFacts[],
  staying: readonly ArticleFacts[],
  { story, movedTo }: { readonly story: Story; readonly movedTo: string },
  stages: Stages,
): Promise<ToldStory> {
  const now = stages.clock();
  const words = leaving.flatMap((from) => from.statements.map((statement) => ({ statement, from })));
  const by = { by: 'operator', movedTo, at: now.toISOString() } as const;
  const decided = decidedCorrections(story.account, words, by);
  const told = await retellStory(story, staying, { ...stages, now, decided });
  const lastArticleAt = staying.map(({ fingerprint }) => fingerprint.at).reduce(later);
  return { ...told, story: { ...told.story, lastArticleAt } };
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** As if its newest article had just come; old news opens no card. */
async function weighAsNews(told: ToldStory, stages: Stages, now: Date): Promise<readonly Owing[]> {
  const { articles } = told.facts;
  const article = articles.map((one) => one.article).reduce(newer);
  const matches = await stages.ledger.stories.matchesOf(idsOf(articles));
  const isOld = isTooOldForNews(timeOf(article), now);
  return weighOpened(told, { article, matches, isOld }, withArticlesShown(stages), now);
}

/** As it will be once the split is kept: nobody hides what is told elsewhere now. */
function withArticlesShown(stages: Stages): Stages {
  const { hidden } = stages.ledger;
  const listIn: HiddenStore['listIn'] = async (...asked) =>
    (await hidden.listIn(...asked)).filter(({ words }) => words !== undefined);
  return { ...stages, ledger: { ...stages.ledger, hidden: { ...hidden, listIn } } };
}

const newer = (one: Article, other: Article): Article => (timeOf(other) > timeOf(one) ? other : one);
