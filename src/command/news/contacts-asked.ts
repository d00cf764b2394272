import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { officeOf } from '#lexicon/office-id.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { ContactKind } from '#story/contact.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import type { ContactQuery } from '#story/contact-store.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** Which contacts a query asks for; or the words of it that say nothing about contacts. */
export type ContactsAsked =
  | { readonly kind: 'contacts'; readonly query: Pick<ContactQuery, 'between' | 'kind'> }
  | { readonly kind: 'not-understood'; readonly written: string };

/**
 * Reads a query as contacts: its actors took part, its event is the kind of contact. An office stands for its side, since
 * who held it is not kept; whatever else it says is not understood.
 */
export function contactsAsked({ parts, excluded, restrictions }: Topic, lexicon: Lexicon): ContactsAsked {
  const [unheard] = [...excluded, ...restrictions];
  if (unheard !== undefined) return { kind: 'not-understood', written: unheard.written };

  const between: (readonly ActorId[])[] = [];
  const kinds: ContactKind[] = [];
  for (const part of parts) {
    const actors = actorsIn(part, lexicon);
    const kind = kindIn(part);
    if (actors !== undefined) between.push(actors);
    else if (kind !== undefined) kinds.push(kind);
    else return { kind: 'not-understood', written: part.written };
  }
  const [kind] = kinds;
  return { kind: 'contacts', query: { between, ...(kind !== undefined && { kind }) } };
}

function actorsIn(part: Part, lexicon: Lexicon): readonly ActorId[] | undefined {
  if (part.kind === 'actor') return part.actors.flatMap((actor) => asKept(actor, lexicon));
  if (part.kind !== 'any') return undefined;
  const options = part.options.map((option) => actorsIn(option, lexicon));
  return options.includes(undefined) ? undefined : options.flatMap((actors) => actors ?? []);
}

function asKept(actor: ActorId, lexicon: Lexicon): readonly ActorId[] {
  const office = officeOf(actor);
  if (office !== undefined) return [office.of];
  const isPerson = lexicon.actors.get(actor)?.kind === 'person';
  return isPerson ? [actor] : [sideOf(actor, lexicon, new Date(0)) ?? actor];
}

const kindIn = (part: Part): ContactKind | undefined =>
  part.kind === 'event' ? part.events.map(contactKindOf).find((kind) => kind !== undefined) : undefined;
