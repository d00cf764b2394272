import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { rolesAt } from '#lexicon/holders-at.ts';
import { officeOf } from '#lexicon/office-id.ts';

/**
 * For whom an actor speaks on a day: an office for its side, a country, an organisation or a camp for itself, a
 * person for whom a checked term of office says. Absent when nobody checked, and always for a company, whose words are
 * no government's, and for places and treaties, which are spoken about.
 */
export function sideOf(actor: ActorId, lexicon: Lexicon, at: Date): ActorId | undefined {
  const known = lexicon.actors.get(actor);
  if (!known) return undefined;
  switch (known.kind) {
    case 'country':
    case 'organisation':
    case 'camp':
      return known.side ?? known.id;
    case 'company':
    case 'place':
    case 'treaty':
      return undefined;
    case 'office':
      return known.side;
    case 'person': {
      const terms = rolesAt(lexicon, actor, at);
      const [only, ...others] = new Set(
        terms.filter(({ source }) => source !== 'unchecked').map(({ of }) => of),
      );
      return others.length === 0 ? only : undefined;
    }
  }
}

/** For whom an actor acts on a day, checked or not: enough to find an article, never enough to name a side. */
export function actsFor(actor: ActorId, lexicon: Lexicon, at: Date): readonly ActorId[] {
  const office = officeOf(actor);
  if (office) return [office.of];
  const known = lexicon.actors.get(actor);
  if (known?.kind === 'person') return rolesAt(lexicon, actor, at).map(({ of }) => of);
  return known?.kind === 'office' && known.side ? [known.side] : [];
}
