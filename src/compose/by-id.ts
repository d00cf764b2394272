/** Things by their id. */
export const byId = <Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<Thing['id'], Thing> => new Map(things.map((thing) => [thing.id, thing]));
