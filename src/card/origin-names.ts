import type { Composing } from '#card/composing.ts';
import type { Origin } from '#story/story.ts';

/** What the reports rest on, by the names people know. */
export const originNames = (composing: Composing): readonly string[] =>
  composing.account.origins.map((origin) => originName(origin, composing));

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
