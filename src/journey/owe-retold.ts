import { oweStory } from '#delivery/owe-story.ts';
import { type Owing, weighChannels } from '#delivery/weigh-channels.ts';
import type { Stages } from '#journey/stages.ts';
import type { Stores } from '#ledger.ts';
import type { ToldStory } from '#story/tell-story.ts';

/**
 * What channels are to see of a story that was told anew because somebody decided something: whoever shows its card,
 * also when it is quiet. Nobody is told of it anew.
 */
export async function weighRetold(told: ToldStory, stages: Stages, now: Date): Promise<readonly Owing[]> {
  const [first] = told.facts.articles;
  if (first === undefined) return [];
  const owings = await weighChannels({ article: first.article, matches: [] }, told, { ...stages, now });
  return overUnlessShown(owings, told, stages, (owing) => owing.isOver);
}

/** The same where a story is told that was opened only now; `isOld`: whoever does not show its card is not told of it. */
export async function weighOpened(
  told: ToldStory,
  { article, matches, isOld }: Parameters<typeof weighChannels>[0] & { readonly isOld: boolean },
  stages: Stages,
  now: Date,
): Promise<readonly Owing[]> {
  const owings = await weighChannels({ article, matches }, told, { ...stages, now });
  return overUnlessShown(owings, told, stages, () => isOld);
}

async function overUnlessShown(
  owings: readonly Owing[],
  { story }: ToldStory,
  { ledger }: Stages,
  isOver: (owing: Owing) => boolean,
): Promise<readonly Owing[]> {
  const posts = await ledger.deliveries.postsOf(story.id);
  const showing = new Set(posts.filter(({ message }) => message !== undefined).map((post) => post.channel));
  return owings.map((owing) => ({
    ...owing,
    isOver: owing.isHidden === true || (!showing.has(owing.channel.id) && isOver(owing)),
  }));
}

/** Writes down what each channel is owed, in the transaction that keeps the story. */
export async function oweAll(
  owings: readonly Owing[],
  told: ToldStory,
  stores: Stores,
  now: Date,
): Promise<void> {
  for (const owing of owings) await oweStory(owing, told, stores, now);
}
