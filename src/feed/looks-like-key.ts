/** Names under which publishers ask for what lets one reader in and not another. */
const KEY_NAME =
  /key|token|secret|pass|pwd|auth|sign|sig$|session|sid$|user|login|email|member|subscriber|code|hash|access|private/i;

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;

/** A word in one case or capitalised, or a number: what people and publishing systems write. */
const PLAIN_PIECE = /^(?:\d+|[A-Z]?[a-z]+|[A-Z]+)$/;

const LEAST_OF_HEXADECIMAL = 16;
const LEAST_OF_A_RUN = 20;
const LEAST_OF_A_MIXTURE = 12;

/** Whether a parameter of this name asks for what lets one reader in. */
export const asksForKey = (name: string): boolean => KEY_NAME.test(name);

/**
 * Whether a part of an address holds something long that has no words, or a value under a name such as "token",
 * whatever stands around it: it may let in whoever knows it.
 */
export function looksLikeKey(part: string): boolean {
  const plain = decoded(part);
  if (plain.split(/[;,&]/).some(isNamedKey) || UUID.test(plain)) return true;
  const runs = plain.match(/[A-Za-z\d]+/g) ?? [];
  return runs.some(isKeyRun) || (plain.match(/[\w~+/-]+/g) ?? []).some(isJoinedKey);
}

/** "key:9f8e", "token=s3cret". */
function isNamedKey(pair: string): boolean {
  const [name = '', ...values] = pair.split(/[=:]/);
  return asksForKey(name) && values.join('') !== '';
}

/** Letters and figures without a break: hexadecimal, long with figures in it, or changing between kinds all the time. */
function isKeyRun(run: string): boolean {
  if (/^\d+$/.test(run)) return run.length >= LEAST_OF_A_RUN;
  const changes = (run.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length;
  if (!/\d/.test(run)) return run.length >= LEAST_OF_HEXADECIMAL && changes >= run.length / 4;
  if (run.length >= LEAST_OF_A_RUN) return true;
  if (run.length >= LEAST_OF_HEXADECIMAL && /^[\da-f]+$/i.test(run)) return true;
  return run.length >= LEAST_OF_A_MIXTURE && changes >= 3;
}

/** The alphabet of keys has "-" and "_" too: most of what they join is no word there. */
function isJoinedKey(run: string): boolean {
  if (run.length < LEAST_OF_A_RUN || !/\d/.test(run)) return false;
  const pieces = run.split(/[^A-Za-z\d]+/).filter((piece) => piece !== '');
  const odd = pieces.filter((piece) => !PLAIN_PIECE.test(piece)).join('').length;
  const isHexadecimal = pieces.every((piece) => /^(?=.*\d)[\da-f]+$/i.test(piece) || /^[a-f]+$/.test(piece));
  return odd >= pieces.join('').length / 2 || (isHexadecimal && pieces.join('').length >= LEAST_OF_A_RUN);
}

/** As it is read at the other end; as it stands where it is no percent-encoding. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
