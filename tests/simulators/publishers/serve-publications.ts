import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { Publication } from './publication.ts';

/** Publishers on loopback. */
export type Server = AsyncDisposable & { readonly port: number };

/**
 * Serves each publication as it stands by the publishers' clock, with validators (RFC 9110, 8.8), 304 and gzip.
 * `POST /-/clock` with `{"now": ISO 8601}` moves the clock. Listens on loopback only, on any free port.
 */
export async function servePublications(publications: readonly Publication[], start: Date): Promise<Server> {
  const clock = { now: start };
  const byPath = new Map(publications.map((publication) => [publication.path, publication]));
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/-/clock') {
      moveClock(clock, request, response).catch((cause: unknown) => response.destroy(cause as Error));
      return;
    }
    const publication = byPath.get(request.url ?? '');
    if (publication) sendDocument(publication, clock.now, request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function moveClock(
  clock: { now: Date },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const now = readClock(await text(request));
  if (now) clock.now = now;
  response.writeHead(now ? 204 : 400).end();
}

function readClock(body: string): Date | undefined {
  try {
    const { now } = JSON.parse(body) as { readonly now?: unknown };
    const moment = new Date(typeof now === 'string' ? now : Number.NaN);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  } catch {
    return undefined;
  }
}

function sendDocument(
  publication: Publication,
  now: Date,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const document = publication.documentAt(now);
  const changed = publication.moments.findLast((moment) => moment <= now);
  const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 24)}"`;
  const validators = {
    etag,
    vary: 'accept-encoding',
    ...(changed && { 'last-modified': changed.toUTCString() }),
  };
  if (isUnchanged(request, etag, changed)) {
    response.writeHead(304, validators).end();
    return;
  }
  const isZipped = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  const body = isZipped ? gzipSync(document) : document;
  response
    .writeHead(200, {
      ...validators,
      'content-type': publication.contentType,
      'content-length': body.length,
      ...(isZipped && { 'content-encoding': 'gzip' }),
    })
    .end(request.method === 'HEAD' ? undefined : body);
}

/** RFC 9110, 13.1.3: If-Modified-Since is ignored where If-None-Match stands. */
function isUnchanged({ headers }: IncomingMessage, etag: string, changed: Date | undefined): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changed !== undefined && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
