import type { Id } from '#kernel/id.ts';

/** An actor's short, lasting name in the lexicon, such as `macron`, `france`, `elysee`, `iaea`. */
export type ActorId = Id<'Actor'>;

/**
 * What an actor is. A camp is an armed or political group that speaks for itself inside a country. A place is a region,
 * a city, a sea or a pipeline that makes news under its own name, and a treaty is a deal or a process that has one:
 * neither ever speaks for anybody, nor does a company.
 */
export type ActorKind =
  | 'person'
  | 'country'
  | 'office'
  | 'organisation'
  | 'company'
  | 'camp'
  | 'place'
  | 'treaty';

/** Names by language (primary subtag); `any` holds for every language. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** A person's time in an office. Months or days, ISO; `to` absent while it lasts. */
export type Term = {
  /** What the person was, as a role of `roles` in `actors.yaml`: `president`, `prime-minister`, `foreign-minister`, `spokesperson` … */
  readonly role: string;
  /** The country or organisation the office belongs to. */
  readonly of: ActorId;
  readonly from: string;
  readonly to?: string;
  /** Where the dates come from, or `unchecked`: an unchecked term may match but gives no side. */
  readonly source: string;
};

/** Somebody or something that acts or speaks in the news. */
export type Actor = {
  readonly id: ActorId;
  readonly kind: ActorKind;
  /** The name shown to people, by language; English always stands. */
  readonly shown: Readonly<Record<string, string>>;
  readonly names: Names;
  /** ISO 3166-1 alpha-2, for countries: its names in many languages come with it. */
  readonly country?: string;
  /** Adjectives and inhabitants: French, français, французский. */
  readonly demonyms?: Names;
  /** Places and houses that stand for it when they act or speak: Moscow, the Kremlin, Foggy Bottom. */
  readonly metonyms?: Names;
  /** For whom it speaks: an office's country, a camp's own self. Absent for a person, whose terms tell. */
  readonly side?: ActorId;
  /**
   * For a place: the wider place and the country that it lies in, where nobody disputes it. News of Rafah is news of
   * Gaza, and who writes "Ukraine Mariupol" means Mariupol.
   */
  readonly within?: readonly ActorId[];
  /** For a defence alliance: the countries whose forces are its forces on each other's soil. */
  readonly members?: readonly ActorId[];
  /** For an office: the person role whose words it carries, so that "the Kremlin" also names the Russian president. */
  readonly principal?: { readonly role: string; readonly of: ActorId };
  readonly terms?: readonly Term[];
};

/** A kind of role with its titles in many languages: "president", "président", "президент", "chief of state". */
export type Role = { readonly id: string; readonly titles: Names };
