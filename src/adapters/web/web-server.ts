import { timingSafeEqual } from 'node:crypto';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Secret } from '#kernel/secret.ts';

/** What one part of the program says of itself. */
export type Health = { readonly name: string; readonly isWell: boolean; readonly detail: string };

/** What the operator's pages show. */
export type WebSources = {
  readonly health: () => Promise<readonly Health[]>;
  readonly metrics: () => string;
};

/**
 * Serves `/healthz` (the process lives), `/readyz` (each dependency, 503 when one is not well) and `/metrics`.
 * With a token every page asks for `Authorization: Bearer …`. Disposing ends open connections as well.
 */
export async function startWebServer(
  options: { readonly port: number; readonly host: string; readonly token?: Secret },
  sources: WebSources,
): Promise<AsyncDisposable & { readonly port: number }> {
  const pages = webPages(options.token, sources);
  const { promise: listening, resolve, reject } = Promise.withResolvers<number>();
  const server = serve({ fetch: pages.fetch, port: options.port, hostname: options.host }, ({ port }) =>
    resolve(port),
  );
  server.on('error', reject);
  const port = await listening;
  return { port, [Symbol.asyncDispose]: () => close(server) };
}

/** The pages without a port, for tests by `request()`. */
export function webPages(token: Secret | undefined, sources: WebSources): Hono {
  const pages = new Hono();
  pages.use(async (context, next) => {
    context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-store');
    if (token && !isBearer(context.req.header('authorization'), token))
      return context.text('Unauthorized\n', 401);
    await next();
    return undefined;
  });
  pages.get('/healthz', (context) => context.text('alive\n'));
  pages.get('/readyz', async (context) => {
    const parts = await sources.health();
    return context.json({ parts }, parts.every(({ isWell }) => isWell) ? 200 : 503);
  });
  pages.get('/metrics', (context) =>
    context.body(sources.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  return pages;
}

function isBearer(header: string | undefined, token: Secret): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token.reveal()}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function close(server: ServerType): Promise<void> {
  // An open connection would keep `close` waiting for ever.
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
}
