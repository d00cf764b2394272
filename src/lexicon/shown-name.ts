import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { countryName } from '#lexicon/country-names.ts';

/** The name of an actor as people of a language read it; English where that is unknown, its id as the last resort. */
export function shownName(actor: ActorId, lexicon: Lexicon, language: string): string {
  const known = lexicon.actors.get(actor);
  if (!known) return actor;
  const country = known.country ? countryName(known.country, language) : undefined;
  return known.shown[language] ?? country ?? known.names[language]?.[0] ?? known.shown['en'] ?? actor;
}
