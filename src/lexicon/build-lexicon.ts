import { memoise } from '#language/memoise.ts';
import type { Actor, ActorId, Role, Term } from '#lexicon/actor.ts';
import type { Concept, ConceptId } from '#lexicon/concept.ts';
import type { EventType, EventTypeId } from '#lexicon/event.ts';
import type { LexiconData } from '#lexicon/lexicon.ts';
import { nameTablesOf } from '#lexicon/name-tables.ts';
import { buildPhrasebook, openNameBook, type Phrasebook } from '#lexicon/phrasebook.ts';
import { buildQueryBook, type QueryBook } from '#lexicon/query-book.ts';
import type { Speech } from '#lexicon/speech.ts';

/** A person's time in one office. */
export type Holding = { readonly actor: ActorId; readonly term: Term };

/** The lexicon, ready to be searched. */
export type Lexicon = {
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly events: ReadonlyMap<EventTypeId, EventType>;
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
  /** Kinds of office, by id. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Under which wider events an event counts as well. */
  readonly embracing: ReadonlyMap<EventTypeId, readonly EventTypeId[]>;
  readonly speech: Speech;
  /** All languages in which something is known, English first. */
  readonly languages: readonly string[];
  /** Who ever held an office, by `officeKey`. */
  readonly holdings: ReadonlyMap<string, readonly Holding[]>;
  /** Which role speaks for a country or an organisation, where an office tells. */
  readonly leadingRoles: ReadonlyMap<ActorId, string>;
  /** The phrases of texts in one of `languages`; compiled at the first call. */
  readonly phrasebookFor: (language: string) => Phrasebook;
  /** The phrases of queries in one of `languages`; compiled at the first call. */
  readonly queryBookFor: (language: string) => QueryBook;
};

/** More than there are: no book is compiled twice. */
const LANGUAGES = 1_000;

/** Under which key `holdings` keeps an office. */
export const officeKey = (role: string, of: ActorId): string => `${role}@${of}`;

/** Compiles the checked tables of `config/` into a lexicon. */
export function buildLexicon(data: LexiconData): Lexicon {
  const namesIn = nameTablesOf(data.actors);
  const nameBookFor = memoise((language) => openNameBook(data, language, namesIn(language)), LANGUAGES);
  return {
    actors: new Map(data.actors.map((actor) => [actor.id, actor])),
    events: new Map(data.events.map((event) => [event.id, event])),
    concepts: new Map(data.words.map((concept) => [concept.id, concept])),
    roles: new Map(data.roles.map((role) => [role.id, role])),
    embracing: embracingOf(data.events),
    speech: data.speech,
    languages: languagesOf(data),
    holdings: holdingsOf(data.actors),
    leadingRoles: leadingRolesOf(data.actors),
    phrasebookFor: memoise((language) => buildPhrasebook(data, nameBookFor(language)), LANGUAGES),
    queryBookFor: memoise((language) => buildQueryBook(data, nameBookFor(language)), LANGUAGES),
  };
}

function embracingOf(events: readonly EventType[]): ReadonlyMap<EventTypeId, readonly EventTypeId[]> {
  const pairs = events.flatMap(({ id, embraces = [] }) => embraces.map((inner) => ({ inner, id })));
  const groups = Map.groupBy(pairs, ({ inner }) => inner);
  return new Map([...groups].map(([inner, wider]) => [inner, wider.map(({ id }) => id)]));
}

function languagesOf({ actors, events, words }: LexiconData): readonly string[] {
  const named = [...actors, ...words].map(({ names }) => names);
  const tables = [...named, ...events.map(({ phrases }) => phrases)];
  const languages = new Set(['en', ...tables.flatMap((names) => Object.keys(names))]);
  languages.delete('any');
  return [...languages];
}

function holdingsOf(actors: readonly Actor[]): ReadonlyMap<string, readonly Holding[]> {
  const held = actors.flatMap(({ id, terms = [] }) => terms.map((term) => ({ actor: id, term })));
  return Map.groupBy(held, ({ term }) => officeKey(term.role, term.of));
}

function leadingRolesOf(actors: readonly Actor[]): ReadonlyMap<ActorId, string> {
  return new Map(actors.flatMap(({ principal }) => (principal ? [[principal.of, principal.role]] : [])));
}
