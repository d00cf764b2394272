import type { Catalogue } from '#feed/catalogue.ts';
import type { Outlet } from '#feed/outlet.ts';
import { webAddressOf } from '#feed/web-address-of.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { foldWord } from '#language/fold-word.ts';

/**
 * The outlet of this workspace or of everyone that somebody means: by its id, the address of a feed of it, its whole
 * name, or the beginning of one name only. Where several bear one name, no name means one of them: an address does.
 */
export function findOutlet(named: string, catalogue: Catalogue, workspace: WorkspaceId): Outlet | undefined {
  const outlets = catalogue.outletsFor(workspace);
  const typed = named.trim();
  const wanted = foldWord(typed);
  if (wanted === '') return undefined;
  const all = [...outlets.values()];
  const address = webAddressOf(typed)?.url;
  const feed = address === undefined ? undefined : catalogue.feedAt(address, workspace);
  const known = all.find(({ id }) => id === typed || id === feed?.outlet);
  if (known !== undefined) return known;

  const exact = all.filter(({ name }) => foldWord(name) === wanted);
  const meant = exact.length > 0 ? exact : all.filter(({ name }) => foldWord(name).startsWith(wanted));
  return meant.length === 1 ? meant[0] : undefined;
}
