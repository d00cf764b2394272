import { createHash } from 'node:crypto';
import type { StoryId } from '#story/story.ts';

/** Crockford's base 32: no I, L, O, U, so that a name read aloud or typed from paper is not mistaken. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const SHORTEST = 4;
/** A hash has no more digits. */
const LONGEST = 32;

/** What people call a story: `R-` and the first `length` Crockford base-32 digits of its id's hash. */
export function shortNameOf(id: StoryId, length = SHORTEST): string {
  const digits = [...createHash('sha256').update(id).digest()].map((byte) => DIGITS[byte % DIGITS.length]);
  return `R-${digits.slice(0, length).join('')}`;
}

/**
 * The shortest name of four or more digits that no other story has. `isTaken` answers for a whole name such as
 * `R-7K2Q`. Throws where all names of the id are taken: then the id itself is another story's.
 */
export async function freeShortName(
  id: StoryId,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string> {
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    const name = shortNameOf(id, length);
    if (!(await isTaken(name))) return name;
  }
  throw new Error(`Every short name of the story ${id} is taken.`);
}
