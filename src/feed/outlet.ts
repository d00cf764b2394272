import type { Id, WorkspaceId } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';

/** An outlet's short name in `config/feeds.yaml`, such as `kremlin`, `le-monde`. */
export type OutletId = Id<'Outlet'>;

/** What an outlet is. `unverified` ones were added by users: never official, never an origin of their own. */
export type OutletKind = 'official' | 'wire' | 'media' | 'analysis' | 'unverified';

/** The publisher of one or more feeds. */
export type Outlet = {
  readonly id: OutletId;
  readonly name: string;
  /** How reports that pass its news on call it besides: in other languages, in full, "(AP)". */
  readonly alsoCalled?: readonly string[];
  readonly kind: OutletKind;
  /** ISO 3166-1 alpha-2; absent for international bodies. */
  readonly country?: string;
  readonly owner: string;
  /** Primary subtags. */
  readonly languages: readonly string[];
  /** Present when a state controls it, and then says why we say so, by language; in English always. */
  readonly stateControlled?: { readonly en: string } & Readonly<Record<string, string>>;
  /** For official outlets: the actor whose own text it publishes, such as `elysee`. */
  readonly voiceOf?: ActorId;
  /** Its publisher lets the pages of its articles be read whole; of official outlets that goes without saying. */
  readonly allowsFullText?: boolean;
  /** Whose people added it: nobody else sees it. Absent for an outlet of everyone. */
  readonly workspace?: WorkspaceId;
};

/** Why we say that a state controls an outlet, in a reader's language as far as we have it there; absent where none does. */
export const stateControlIn = (
  { stateControlled }: Pick<Outlet, 'stateControlled'>,
  language: string,
): string | undefined => stateControlled?.[language] ?? stateControlled?.en;

/** Whether what an outlet says is known by more than the word of whoever added it: only then it makes others speak. */
export const isVerified = ({ kind }: Pick<Outlet, 'kind'>): boolean => kind !== 'unverified';
