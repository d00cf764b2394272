/** Rows or ids for one query: far below the number of parameters that either database takes. */
const BATCH_SIZE = 500;

/** Cuts a list into pieces that fit into one query, in order; none for an empty list. */
export function batchesOf<Thing>(things: readonly Thing[], size = BATCH_SIZE): readonly (readonly Thing[])[] {
  const count = Math.ceil(things.length / size);
  return Array.from({ length: count }, (_, index) => things.slice(index * size, (index + 1) * size));
}
