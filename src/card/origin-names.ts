import type { Composing } from '#card/composing.ts';
import type { Origin } from '#story/story.ts';

/** Nobody reads on; how many there are is said beside it. */
const MOST_NAMED = 20;

/** What the reports rest on, by the names people know; of very many the first, and how many more. */
export function originNames(composing: Composing): readonly string[] {
  const { origins } = composing.account;
  const left = origins.length - MOST_NAMED;
  const named = origins.slice(0, MOST_NAMED).map((origin) => originName(origin, composing));
  return left > 0 ? [...named, `+${left}`] : named;
}

/** The name people know an origin by. */
export function originName(origin: Origin, { dossier, nameOf }: Composing): string {
  switch (origin.kind) {
    case 'side':
      return nameOf(origin.actor);
    case 'wire':
      return origin.name;
    case 'outlet':
      return dossier.outlets.get(origin.outlet)?.name ?? origin.outlet;
  }
}
