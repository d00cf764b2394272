import type { Outlet } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { actsFor, sideOf } from '#lexicon/side-of.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** A topic as its people wrote it, and as it is understood. */
export type NamedTopic = { readonly name: string; readonly topic: Topic };

/** Topics by what people wrote; what is no topic any more is left out. */
export const namedTopics = (names: readonly string[], lexicon: Lexicon): readonly NamedTopic[] =>
  names.flatMap((name) => {
    const parsed = parseQuery(name, lexicon);
    return parsed.kind === 'topic' ? [{ name, topic: parsed.topic }] : [];
  });

/**
 * The topics that may miss something while an outlet is not read: those that name the side for which it speaks, or ask
 * for this outlet alone. Of a medium no topic rests on it: others report too.
 */
export function topicsRestingOn(
  outlet: Outlet,
  watched: readonly NamedTopic[],
  { lexicon, now }: { readonly lexicon: Lexicon; readonly now: Date },
): readonly string[] {
  const voices = voicesOf(outlet, lexicon, now);
  return watched
    .filter(({ topic }) => asksFor(outlet, topic) || namesOneOf(voices, topic, { lexicon, now }))
    .map(({ name }) => name);
}

function voicesOf({ voiceOf }: Outlet, lexicon: Lexicon, now: Date): ReadonlySet<ActorId> {
  if (voiceOf === undefined) return new Set();
  const side = sideOf(voiceOf, lexicon, now);
  return new Set(side === undefined ? [voiceOf] : [voiceOf, side]);
}

const asksFor = ({ id, name }: Outlet, { restrictions }: Topic): boolean =>
  restrictions.some(
    ({ field, value, isNegated }) =>
      field === 'outlet' && !isNegated && [id, name.toLowerCase()].includes(value.toLowerCase()),
  );

function namesOneOf(
  voices: ReadonlySet<ActorId>,
  { parts }: Topic,
  { lexicon, now }: { readonly lexicon: Lexicon; readonly now: Date },
): boolean {
  if (voices.size === 0) return false;
  const named = parts.flatMap(actorsIn);
  return named.some(
    (actor) => voices.has(actor) || actsFor(actor, lexicon, now).some((side) => voices.has(side)),
  );
}

function actorsIn(part: Part): readonly ActorId[] {
  switch (part.kind) {
    case 'actor':
      return part.actors;
    case 'any':
      return part.options.flatMap(actorsIn);
    case 'near':
      return [...actorsIn(part.left), ...actorsIn(part.right)];
    case 'event':
    case 'words':
      return [];
  }
}
