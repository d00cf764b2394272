import type { ActorId } from '#lexicon/actor.ts';

/** An office of a country or an organisation, whoever holds it. */
export type Office = { readonly role: string; readonly of: ActorId };

/** No actor's id holds it. */
const JOINT = '/';

/** The id under which a topic asks for "the holder of that office on the day": `france/president`. */
export const officeId = ({ role, of }: Office): ActorId => `${of}${JOINT}${role}` as ActorId;

/** The office that an id stands for; absent for the id of an actor of the lexicon. */
export function officeOf(id: ActorId): Office | undefined {
  const at = id.lastIndexOf(JOINT);
  return at === -1 ? undefined : { of: id.slice(0, at) as ActorId, role: id.slice(at + 1) };
}
