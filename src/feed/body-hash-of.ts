import { createHash } from 'node:crypto';

/** SHA-256 of a document's bytes: the same document under a new ETag is no news. */
export const bodyHashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url');
