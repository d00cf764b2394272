/** What keyboards and word processors put in the place of a colon, where no normal form takes it back. */
const COLONS = /[∶꞉˸ː]/gu;

/** A time as it is typed on any keyboard, in plain signs: `２２：００` is 22:00, and every space is a plain one. */
export const plainTime = (typed: string): string =>
  typed.normalize('NFKC').replace(COLONS, ':').replace(/\s+/gu, ' ').trim();
