import type { ContactStore } from '#story/contact-store.ts';
import type { ToldStory } from '#story/tell-story.ts';

/** Keeps what contact a story tells of now, in the place of what it told of before; none where it tells of none. */
export async function keepContact(
  { story, before, contact }: Pick<ToldStory, 'story' | 'before' | 'contact'>,
  contacts: ContactStore,
): Promise<void> {
  if (contact !== undefined) await contacts.save(contact);
  else if (before !== undefined) await contacts.remove(story.id);
}
