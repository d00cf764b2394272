import { createHash } from 'node:crypto';
import type { StoryId } from '#story/story.ts';

/** Crockford's base 32: no I, L, O, U, so that a name read aloud or typed from paper is not mistaken. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people call a story: `R-` and the first `length` Crockford base-32 digits of its id's hash. Lengthen on collision. */
export function shortNameOf(id: StoryId, length = 4): string {
  const digits = [...createHash('sha256').update(id).digest()].map((byte) => DIGITS[byte % DIGITS.length]);
  return `R-${digits.slice(0, length).join('')}`;
}
