import type { Secret } from '#kernel/secret.ts';

/** Three parts of letters, digits, `-` and `_`, joined by dots (docs: reference, "Authentication"); nobody promises more. */
const TOKEN = /^[\w.-]+$/;

/** Something else stands where a token should: no request can be made with it, so that Discord is not even asked. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';

  constructor() {
    super(
      'what stands where the Discord token should is no token: it holds spaces, line breaks or other characters that no token has. Copy the token alone, on one line',
    );
  }
}

/** The token in plain words. Throws `NoTokenError` for what cannot be one, without telling it. */
export function tokenOf(secret: Secret): string {
  const token = secret.reveal();
  if (!TOKEN.test(token)) throw new NoTokenError();
  return token;
}
