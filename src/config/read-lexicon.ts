import { z } from 'zod';
import type { Complain } from '#config/problem.ts';
import { readTable } from '#config/read-table.ts';
import type { Actor, ActorId, Role } from '#lexicon/actor.ts';
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
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a date such as 2017-05-14 or 2017-05'));
const reviewed = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be the date of the last review, such as 2026-11-23');

const actorsShape = z.strictObject({
  reviewed,
  roles: z.record(id, names),
  actors: z.record(
    id,
    z.strictObject({
      kind: z.enum(['person', 'country', 'office', 'organisation', 'camp']),
      shown: shown.exactOptional(),
      names,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two capitals')
        .exactOptional(),
      demonyms: names.exactOptional(),
      metonyms: names.exactOptional(),
      side: actorId.exactOptional(),
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
  status_cues: z.strictObject({ planned: phrases, denied: phrases, 'called-for': phrases, past: phrases }),
  events: z.record(
    id,
    z.strictObject({
      shown,
      plover: z.string().min(1),
      cameo: z.string().regex(/^\d{2,4}$/, 'must be a CAMEO code in quotes, such as "041"'),
      direction: z.enum(['mutual', 'subject-object']),
      query: phrases,
      phrases,
      weak: phrases.exactOptional(),
      not: phrases.exactOptional(),
    }),
  ),
});

const speechShape = z.strictObject({
  reviewed,
  speech: z.record(
    language,
    z.strictObject({
      verbs: words,
      according_to: words,
      denials: words,
      openers: words,
      pronouns: words,
      corrections: words,
      withdrawals: words,
      speaker_nouns: words,
    }),
  ),
});

/** `actors.yaml`, `events.yaml` and `speech.yaml`, checked against their form and against each other. */
export function readLexicon(folder: string, complain: Complain): LexiconData | undefined {
  const actors = readTable(folder, 'actors.yaml', actorsShape, complain);
  const events = readTable(folder, 'events.yaml', eventsShape, complain);
  const speech = readTable(folder, 'speech.yaml', speechShape, complain);
  if (!actors || !events || !speech) return undefined;

  checkReferences(actors, complain);
  return {
    actors: Object.entries(actors.actors).map(toActor),
    roles: Object.entries(actors.roles).map(([role, titles]): Role => ({ id: role, titles })),
    events: Object.entries(events.events).map(
      ([event, fields]): EventType => ({ id: event as EventTypeId, ...fields }),
    ),
    statusCues: events.status_cues,
    speech: Object.fromEntries(
      Object.entries(speech.speech).map(([code, forms]) => [code, toSpeechForms(forms)]),
    ),
  };
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

/** An actor may only lean on actors and roles that stand in the file. */
function checkReferences(table: ActorsTable, complain: Complain): void {
  for (const [actor, { side, principal, terms = [] }] of Object.entries(table.actors)) {
    const bodies = [side, principal?.of, ...terms.map((term) => term.of)].filter(
      (body) => body !== undefined,
    );
    const roles = [principal?.role, ...terms.map(({ role }) => role)].filter((role) => role !== undefined);
    for (const body of bodies.filter((body) => !Object.hasOwn(table.actors, body))) {
      complain(missing(actor, body, 'actor'));
    }
    for (const role of roles.filter((role) => !Object.hasOwn(table.roles, role))) {
      complain(missing(actor, role, 'role'));
    }
    for (const term of terms.filter(({ from, to }) => to !== undefined && to < from)) {
      complain(backwards(actor, term));
    }
  }
}

const missing = (actor: string, name: string, kind: 'actor' | 'role') => ({
  where: 'config/actors.yaml',
  message: `${actor} names the ${kind} “${name}”, which is not in the file.`,
  remedy: `Add it under ${kind}s, or correct its spelling.`,
});

const backwards = (actor: string, term: { readonly from: string; readonly to?: string }) => ({
  where: 'config/actors.yaml',
  message: `${actor} has a term that ends (${term.to}) before it begins (${term.from}).`,
  remedy: 'Correct the two dates.',
});
