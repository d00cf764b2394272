import { z } from 'zod';
import type { Complain, Problem } from '#config/problem.ts';
import type { Table, TableReader } from '#config/table-reader.ts';
import type { Actor, ActorId, Role } from '#lexicon/actor.ts';
import type { Concept, ConceptId } from '#lexicon/concept.ts';
import type { EventType, EventTypeId } from '#lexicon/event.ts';
import type { LexiconData } from '#lexicon/lexicon.ts';
import type { Speech } from '#lexicon/speech.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case with hyphens, such as foreign-minister');
const actorId = id.transform((name) => name as ActorId);
const language = z.string().regex(/^([a-z]{2,3}|any)$/, 'must be a language code, or any');
const words = z.array(z.string().min(1));
const names = z.record(language, words);
const shown = z.record(language, z.string().min(1));
/** YAML reads a bare year as a number. */
const day = z
  .union([z.int().transform(String), z.string()])
  .pipe(
    z
      .string()
      .regex(
        /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
        'must be a date such as 2017-05-14 or 2017-05',
      ),
  );
const reviewed = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be the date of the last review, such as 2026-11-23');

const actorsShape = z.strictObject({
  reviewed,
  /** How far the terms were known, and why an office seems empty: for who reads or mends the table, no rule asks. */
  known_until: day.exactOptional(),
  gaps: z
    .array(
      z.strictObject({
        role: id,
        of: actorId,
        from: day,
        to: day.exactOptional(),
        because: z.string().min(1),
      }),
    )
    .exactOptional(),
  roles: z.record(id, names),
  actors: z.record(
    id,
    z.strictObject({
      kind: z.enum(['person', 'country', 'office', 'organisation', 'company', 'camp', 'place', 'treaty']),
      shown: shown.exactOptional(),
      names,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two capitals')
        .exactOptional(),
      demonyms: names.exactOptional(),
      metonyms: names.exactOptional(),
      side: actorId.exactOptional(),
      within: z.array(actorId).nonempty().exactOptional(),
      members: z.array(actorId).nonempty().exactOptional(),
      principal: z.strictObject({ role: id, of: actorId }).exactOptional(),
      terms: z
        .array(
          z.strictObject({
            role: id,
            of: actorId,
            from: day,
            to: day.exactOptional(),
            source: z.string().min(1),
          }),
        )
        .exactOptional(),
    }),
  ),
});

const phrases = z.record(language, words);
const eventsShape = z.strictObject({
  reviewed,
  status_cues: z.strictObject({
    planned: phrases,
    denied: phrases,
    'called-for': phrases,
    past: phrases,
    unclear: phrases,
  }),
  events: z.record(
    id,
    z.strictObject({
      shown,
      plover: z.string().min(1),
      cameo: z.string().regex(/^(\d{2,4}|none)$/, 'must be a CAMEO code in quotes, such as "041", or none'),
      direction: z.enum(['mutual', 'subject-object', 'none']),
      embraces: z.array(id.transform((name) => name as EventTypeId)).exactOptional(),
      query: phrases,
      phrases,
      weak: phrases.exactOptional(),
      not: phrases.exactOptional(),
    }),
  ),
});

const wordsShape = z.strictObject({ reviewed, words: z.record(id, names) });

const speechShape = z.strictObject({
  reviewed,
  speech: z.record(
    language,
    z.strictObject({
      verbs: words,
      according_to: words,
      naming: words,
      denials: words,
      openers: words,
      pronouns: words,
      corrections: words,
      withdrawals: words,
      speaker_nouns: words,
    }),
  ),
});

/** `actors.yaml`, `events.yaml`, `words.yaml` and `speech.yaml`, checked against their form and against each other. */
export function readLexicon(read: TableReader, complain: Complain): LexiconData | undefined {
  const actors = read('actors.yaml', actorsShape);
  const events = read('events.yaml', eventsShape);
  const common = read('words.yaml', wordsShape);
  const speech = read('speech.yaml', speechShape);
  if (actors) checkReferences(actors, complain);
  if (events) checkEmbraced(events, complain);
  if (!actors || !events || !common || !speech) return undefined;

  return {
    actors: Object.entries(actors.value.actors).map(toActor),
    roles: Object.entries(actors.value.roles).map(([role, titles]): Role => ({ id: role, titles })),
    events: Object.entries(events.value.events).map(
      ([event, fields]): EventType => ({ id: event as EventTypeId, ...fields }),
    ),
    statusCues: events.value.status_cues,
    words: Object.entries(common.value.words).map(
      ([concept, translations]): Concept => ({ id: concept as ConceptId, names: translations }),
    ),
    speech: Object.fromEntries(
      Object.entries(speech.value.speech).map(([code, forms]) => [code, toSpeechForms(forms)]),
    ),
  };
}

/** An event may only embrace events that stand in the file. */
function checkEmbraced({ value, whereIs }: Table<z.infer<typeof eventsShape>>, complain: Complain): void {
  for (const [event, { embraces = [] }] of Object.entries(value.events)) {
    for (const [index, inner] of embraces.entries()) {
      if (Object.hasOwn(value.events, inner)) continue;
      const message = `${event} embraces “${inner}”, which is not in the file.`;
      const remedy = 'Add it under events, or correct its spelling.';
      complain({ message, remedy, where: whereIs('events', event, 'embraces', index) });
    }
  }
}

type ActorsTable = z.infer<typeof actorsShape>;
type ActorFields = ActorsTable['actors'][string];

function toActor([actor, fields]: readonly [string, ActorFields]): Actor {
  const named = fields.shown?.['en'] ?? fields.names['en']?.[0] ?? fields.names['any']?.[0] ?? actor;
  return { ...fields, id: actor as ActorId, shown: { en: named, ...fields.shown } };
}

function toSpeechForms(forms: z.infer<typeof speechShape>['speech'][string]): Speech[string] {
  const { according_to: accordingTo, speaker_nouns: speakerNouns, ...rest } = forms;
  return { ...rest, accordingTo, speakerNouns };
}

/** An actor may only lean on actors and roles that stand in the file, and a term ends after it begins. */
function checkReferences({ value, whereIs }: Table<ActorsTable>, complain: Complain): void {
  for (const [actor, fields] of Object.entries(value.actors)) {
    const placed = (problem: Told, ...path: readonly PropertyKey[]): void =>
      complain({ ...problem, where: whereIs('actors', actor, ...path) });

    for (const { kind, name, path } of referencesOf(fields)) {
      if (!Object.hasOwn(value[`${kind}s`], name)) placed(missing(actor, name, kind), ...path);
    }
    if (liesInItself(actor, value.actors)) placed(inItself(actor), 'within');
    for (const [index, term] of (fields.terms ?? []).entries()) {
      if (isBackwards(term)) placed(backwards(actor, term), 'terms', index);
    }
  }
}

/** An actor or role that another actor names, and where it does. */
type Reference = {
  readonly kind: 'actor' | 'role';
  readonly name: string | undefined;
  readonly path: readonly PropertyKey[];
};

function referencesOf({ side, within = [], members = [], principal, terms = [] }: ActorFields) {
  const references: readonly Reference[] = [
    { kind: 'actor', name: side, path: ['side'] },
    ...within.map((name, index): Reference => ({ kind: 'actor', name, path: ['within', index] })),
    ...members.map((name, index): Reference => ({ kind: 'actor', name, path: ['members', index] })),
    { kind: 'actor', name: principal?.of, path: ['principal'] },
    { kind: 'role', name: principal?.role, path: ['principal'] },
    ...terms.flatMap(({ role, of }, index): readonly Reference[] => [
      { kind: 'actor', name: of, path: ['terms', index] },
      { kind: 'role', name: role, path: ['terms', index] },
    ]),
  ];
  return references.flatMap(({ name, ...rest }) => (name === undefined ? [] : [{ ...rest, name }]));
}

/** Whether the places around an actor lead back to it. */
function liesInItself(
  actor: string,
  actors: ActorsTable['actors'],
  from = actor,
  seen = new Set<string>(),
): boolean {
  for (const outer of actors[from]?.within ?? []) {
    if (outer === actor) return true;
    if (seen.has(outer)) continue;
    seen.add(outer);
    if (liesInItself(actor, actors, outer, seen)) return true;
  }
  return false;
}

type Term = NonNullable<ActorFields['terms']>[number];

/** Dates may be given to the month or year: then only that much of them is compared. */
function isBackwards({ from, to }: Term): boolean {
  if (to === undefined) return false;
  const length = Math.min(from.length, to.length);
  return to.slice(0, length) < from.slice(0, length);
}

/** A problem, without the place it stands in. */
type Told = Omit<Problem, 'where'>;

const missing = (actor: string, name: string, kind: 'actor' | 'role'): Told => ({
  message: `${actor} names the ${kind} “${name}”, which is not in the file.`,
  remedy: `Add it under ${kind}s, or correct its spelling.`,
});

const inItself = (actor: string): Told => ({
  message: `${actor} lies within itself.`,
  remedy: 'Take out the wider place that leads back to it.',
});

const backwards = (actor: string, { from, to }: Term): Told => ({
  message: `${actor} has a term that ends (${to}) before it begins (${from}).`,
  remedy: 'Correct the two dates.',
});
