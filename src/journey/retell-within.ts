import { decisionKey } from '#card/changes-between.ts';
import { keepStory } from '#journey/keep-story.ts';
import { livingStory } from '#journey/living-story.ts';
import { oweAll, weighRetold } from '#journey/owe-retold.ts';
import type { RulingEffect } from '#journey/ruling-effect.ts';
import type { Stages } from '#journey/stages.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Stores } from '#ledger.ts';
import { storedFacts } from '#story/gather-facts.ts';
import type { Decision } from '#story/ruling.ts';
import type { StoryId } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { retellStory } from '#story/tell-story.ts';

type Retell = Extract<Decision, { kind: 'retell' }>;

/**
 * The cards of one workspace, told anew after its people hid something of a story or show it again. Where nothing is
 * hidden any more the story is for it as for everyone, and no line says what is back.
 */
export async function retellWithin({ story: id, workspace }: Retell, stages: Stages): Promise<RulingEffect> {
  const { ledger, catalogue, clock } = stages;
  const now = clock();
  const story = await livingStory(id, ledger.stories);
  if (story === undefined) return { outcome: 'The story is not kept any more.' };
  const facts = await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace));
  const told = await retellStory(story, facts, { ...stages, now });
  const isAsForEveryone = (await ledger.hidden.listIn(idsOf(facts), workspace)).length === 0;
  const owings = (await weighRetold(told, stages, now))
    .filter(({ channel }) => channel.workspace === workspace)
    .map((owing) => (isAsForEveryone ? { ...owing, changes: [] } : owing));
  return {
    outcome: `${story.shortName} is told anew in that workspace.`,
    keep: async (stores) => {
      await keepStory(told, [], stores);
      if (isAsForEveryone) await forgetHiding(story.id, workspace, stores);
      await oweAll(owings, told, stores, now);
    },
  };
}

/** What was to be said of words that are back is not said any more, where nobody has read it yet. */
async function forgetHiding(story: StoryId, workspace: WorkspaceId, stores: Stores): Promise<void> {
  const account = await stores.hidden.findAccount(workspace, story);
  await stores.hidden.forgetAccounts(story, workspace);
  const keys = (account?.corrections ?? []).flatMap((one) => ('by' in one ? decisionKey(one) : []));
  for (const { id } of await stores.workspaces.listChannels(workspace)) {
    const pointers = await stores.deliveries.pointersOf(id, story);
    for (const pointer of pointers.filter(
      ({ change, state }) => state === 'pending' && keys.includes(change),
    ))
      await stores.deliveries.savePointer({ ...pointer, state: 'cancelled', reason: 'shown again' });
  }
}

const idsOf = (facts: readonly ArticleFacts[]) => facts.map(({ article }) => article.id);
