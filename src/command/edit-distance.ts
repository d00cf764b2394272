/** How many letters must be put in, left out, replaced or swapped with their neighbour to make one word the other. */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) current.push(cheapest(rows, current, from, to));
    rows.push(current);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** The cost of the next cell of `current`, which stands below `rows`. */
function cheapest(rows: readonly number[][], current: readonly number[], from: string, to: string): number {
  const row = rows.length;
  const column = current.length;
  const at = (up: number, left: number): number =>
    (up === 0 ? current[column - left] : rows[row - up]?.[column - left]) ?? Number.POSITIVE_INFINITY;
  const isSame = from[row - 1] === to[column - 1];
  const isSwapped =
    row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
  return Math.min(
    at(1, 0) + 1,
    at(0, 1) + 1,
    at(1, 1) + (isSame ? 0 : 1),
    isSwapped ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
  );
}
