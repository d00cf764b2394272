import type { WorkspaceId } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Contact, ContactKind } from '#story/contact.ts';
import type { StoryId } from '#story/story.ts';

/** Which contacts are looked for; what is left out does not matter. */
export type ContactQuery = {
  /** Each of these must have taken part; several ids in one entry stand for each other. */
  readonly between?: readonly (readonly ActorId[])[];
  readonly kind?: ContactKind;
  readonly since?: Date;
  /** Before then. */
  readonly until?: Date;
  /** Only such as were held. */
  readonly isHeld?: boolean;
  /** Of everyone, and with a workspace its own too. */
  readonly seenBy: WorkspaceId | undefined;
  readonly limit: number;
};

/** Keeps contacts, one for each story that tells of one. They outlive articles and stories. */
export interface ContactStore {
  /** In the place of what the story told of before. */
  save(contact: Contact): Promise<void>;
  /** That the story tells of. */
  find(story: StoryId): Promise<Contact | undefined>;
  /** The story tells of none, or is part of another now. */
  remove(story: StoryId): Promise<void>;
  /** Newest first. */
  list(query: ContactQuery): Promise<readonly Contact[]>;
  /** Since when contacts are kept: of what was read before then, nothing can be said. */
  keptSince(): Promise<Date>;
}
