import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { StoryId } from '#story/story.ts';

/** How people who speak for two sides were, or will be, in touch. */
export type ContactKind = 'call' | 'visit' | 'meeting' | 'letter';

/** How far it has come, by what the story's account says. */
export type ContactState = 'held' | 'announced' | 'denied' | 'withdrawn';

/** A report of the contact. It outlives its article, so it holds what a person needs to find that again. */
export type ContactSource = {
  readonly outlet: OutletId;
  readonly title: string;
  readonly link?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Whether it is a side's own text. */
  readonly isOwnText: boolean;
};

/** One contact between sides, as one story tells of it. */
export type Contact = {
  readonly story: StoryId;
  /** What people call that story. */
  readonly shortName: string;
  /** Whose feeds tell of it; absent for everyone's. */
  readonly workspace?: WorkspaceId;
  readonly kind: ContactKind;
  readonly state: ContactState;
  /** The day it is announced for, where reports say so, else when it was first reported. ISO 8601, UTC. */
  readonly at: string;
  /** Whether its day is known: not where it is announced and no day is given. */
  readonly isDated: boolean;
  /** Two at least. */
  readonly sides: readonly ActorId[];
  /** Who was in touch for them, where reports name them. */
  readonly persons: readonly ActorId[];
  /** Own texts first, then in order of arrival; the first few. */
  readonly sources: readonly ContactSource[];
};
