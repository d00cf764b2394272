import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { holdersAt } from '#lexicon/holders-at.ts';

/** Whose words an office carries on a day: in its own texts it says "Call with …" and means them. */
export function principalsOf(voice: ActorId, lexicon: Lexicon, at: Date): readonly ActorId[] {
  const principal = lexicon.actors.get(voice)?.principal;
  return principal ? holdersAt(lexicon, principal, at) : [];
}
