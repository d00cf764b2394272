import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { countryName } from '#lexicon/country-names.ts';
import { type Office, officeOf } from '#lexicon/office-id.ts';

/** The name of an actor or, as "president (France)", of an office as people of a language read it; English where that is unknown, its id as the last resort. */
export function shownName(actor: ActorId, lexicon: Lexicon, language: string): string {
  const office = officeOf(actor);
  if (office) return shownOffice(office, lexicon, language);
  const known = lexicon.actors.get(actor);
  if (!known) return actor;
  const country = known.country ? countryName(known.country, language) : undefined;
  return known.shown[language] ?? country ?? known.names[language]?.[0] ?? known.shown['en'] ?? actor;
}

function shownOffice({ role, of }: Office, lexicon: Lexicon, language: string): string {
  const titles = lexicon.roles.get(role)?.titles;
  const title = titles?.[language]?.[0] ?? titles?.['en']?.[0] ?? role;
  return `${title} (${shownName(of, lexicon, language)})`;
}
