import type { Stores } from '#ledger.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { keepContact } from '#story/keep-contact.ts';
import type { ToldStory } from '#story/tell-story.ts';

/** Keeps a told story with the articles that came into it, and what became part of it. */
export async function keepStory(
  told: ToldStory,
  arrived: readonly Fingerprint[],
  stores: Stores,
): Promise<void> {
  const { story, merged } = told;
  await stores.stories.save(story);
  for (const fingerprint of arrived) await stores.stories.addArticle(story.id, fingerprint);
  await keepContact(told, stores.contacts);
  for (const one of merged) {
    await stores.stories.merge(story.id, one.id);
    await stores.subscriptions.moveStoryStates(one.id, story.id);
    await stores.contacts.remove(one.id);
  }
}
