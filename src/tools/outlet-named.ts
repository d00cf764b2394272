import type { Knowledge } from '#compose/open-knowledge.ts';
import type { Outlet } from '#feed/outlet.ts';

/** The outlet of the catalogue with this id or name, as input lines name it. */
export function outletNamed(name: string, { outlets }: Knowledge): Outlet | undefined {
  const wanted = name.toLowerCase();
  return outlets.find((outlet) => outlet.id === wanted || outlet.name.toLowerCase() === wanted);
}
