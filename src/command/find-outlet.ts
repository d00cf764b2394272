import type { Outlet, OutletId } from '#feed/outlet.ts';
import { foldWord } from '#language/fold-word.ts';

/** The outlet that somebody means: by its id, its whole name, or the beginning of one name only. */
export function findOutlet(named: string, outlets: ReadonlyMap<OutletId, Outlet>): Outlet | undefined {
  const wanted = foldWord(named.trim());
  const all = [...outlets.values()];
  const exact = all.find(({ id, name }) => id === named.trim() || foldWord(name) === wanted);
  if (exact !== undefined || wanted === '') return exact;
  const [begun, ...others] = all.filter(({ name }) => foldWord(name).startsWith(wanted));
  return others.length === 0 ? begun : undefined;
}
