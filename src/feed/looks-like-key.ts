/** A word of a person is written in one case, or holds no figures; an id is in hexadecimal. */
const KEYS = [
  /^(?=.*\d)(?=.*[a-z])[a-z\d]{20,}$/i,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w~-]{20,}$/,
  /^[\da-f-]{32,}$/i,
];

/** Whether a part of an address is long and has no words: it may let in whoever knows it. */
export const looksLikeKey = (part: string): boolean => KEYS.some((key) => key.test(part));
