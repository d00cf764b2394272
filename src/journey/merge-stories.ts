import { keepStory } from '#journey/keep-story.ts';
import { livingStory } from '#journey/living-story.ts';
import { oweAll, weighRetold } from '#journey/owe-retold.ts';
import type { RulingEffect } from '#journey/ruling-effect.ts';
import type { Stages } from '#journey/stages.ts';
import { storedFacts } from '#story/gather-facts.ts';
import { mergedAccount } from '#story/merged-account.ts';
import type { Decision } from '#story/ruling.ts';
import type { Story } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { retellStory } from '#story/tell-story.ts';

type Merge = Extract<Decision, { kind: 'merge' }>;

/** The older card lives on; the younger says where it went. What kept their articles apart holds no more. */
export async function mergeStories(merge: Merge, stages: Stages): Promise<RulingEffect> {
  const { ledger, catalogue, clock, windows } = stages;
  const now = clock();
  const one = await livingStory(merge.story, ledger.stories);
  const other = await livingStory(merge.other, ledger.stories);
  if (one === undefined || other === undefined)
    return { outcome: 'Nothing was changed: one of the two is not kept any more.' };
  if (one.id === other.id) return { outcome: `Nothing was changed: both are ${one.shortName} already.` };
  if (one.workspace !== other.workspace)
    return { outcome: 'Nothing was changed: one of the two is for one workspace alone.' };

  const [older, younger] = byAge(one, other) <= 0 ? [one, other] : [other, one];
  const account = mergedAccount(older, [younger]);
  const facts = (
    await storedFacts([older.id, younger.id], ledger, catalogue.outletsFor(older.workspace))
  ).toSorted(byArrival);
  const retold = await retellStory({ ...older, account }, facts, { ...stages, now });
  const lastArticleAt = [older, younger].map((story) => story.lastArticleAt).reduce(later);
  const told = { ...retold, story: { ...retold.story, lastArticleAt }, merged: [younger] };
  const owings = await weighRetold(told, stages, now);
  const [here, there] = [await articlesOf(older, stages), await articlesOf(younger, stages)];
  return {
    outcome: `${younger.shortName} is part of ${older.shortName} now, which has ${facts.length} articles.`,
    keep: async (stores) => {
      await stores.rulings.letTogether(here, there);
      await keepStory(told, [], stores);
      await oweAll(owings, told, stores, now);
    },
    show: () => windows.of(older.workspace).merge(older.id, younger.id),
  };
}

const byAge = (one: Story, other: Story): number =>
  Date.parse(one.openedAt) - Date.parse(other.openedAt) || (one.id < other.id ? -1 : 1);

const byArrival = ({ article: one }: ArticleFacts, { article: other }: ArticleFacts): number =>
  Date.parse(one.seenAt) - Date.parse(other.seenAt);

const later = (one: string, other: string): string => (one > other ? one : other);

const articlesOf = ({ id }: Story, { ledger }: Stages) => ledger.stories.articlesOf(id);
