import type { Composing } from '#card/composing.ts';

/** What the reports rest on, by the names people know. */
export function originNames({ account, dossier, nameOf }: Composing): readonly string[] {
  return account.origins.map((origin) => {
    switch (origin.kind) {
      case 'side':
        return nameOf(origin.actor);
      case 'wire':
        return origin.name;
      case 'outlet':
        return dossier.outlets.get(origin.outlet)?.name ?? origin.outlet;
    }
  });
}
