import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A body that is larger than we take, packed or unpacked. */
export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`The answer is larger than ${maxBytes} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

/** A body packed in a way that was not offered, or that cannot be unpacked. */
export class BodyUnreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BodyUnreadable';
  }
}

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Reads a body and unpacks it as it comes, so that a small packed body cannot fill the memory. Throws
 * `BodyTooLarge`, `BodyUnreadable`, and whatever the body itself throws.
 */
export function readBody(body: Chunks, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const unpack = unpackerOf(contentEncoding);
  const packed = limited(body, maxBytes);
  return collect(unpack === undefined ? packed : limited(unpacked(packed, unpack), maxBytes));
}

/** Codings are offered one at a time; a list of them is a bomb or a mistake. */
function unpackerOf(contentEncoding: string): Transform | undefined {
  switch (contentEncoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new BodyUnreadable('The answer is packed in a way that was not offered.');
  }
}

async function* limited(chunks: Chunks, maxBytes: number): Chunks {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new BodyTooLarge(maxBytes);
    yield chunk;
  }
}

async function* unpacked(packed: Chunks, unpack: Transform): Chunks {
  let failure: unknown;
  // The pipeline destroys both ends; its error also ends the iteration below.
  pipeline(packed, unpack, (error) => {
    failure = error;
  });
  try {
    for await (const chunk of unpack) yield chunk as Uint8Array;
  } catch (cause) {
    const isZlib = /^(?:Z_|ERR_(?:BROTLI|__ERROR_FORMAT|_ERROR_FORMAT))/.test(codeOf(cause));
    if (isZlib) throw new BodyUnreadable('The answer cannot be unpacked.', { cause });
    throw failure ?? cause;
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

async function collect(chunks: Chunks): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await Array.fromAsync(chunks)));
}
