import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

const FOLDER = 'tests/fixtures/certificates';
/** The authority that signed the certificates; nobody trusts it by itself. */
export const AUTHORITY_FILE = resolve(FOLDER, 'authority.pem');

/** An HTTPS server on loopback that shows one of the certificates of the fixtures. */
export async function tlsServer(
  certificate: 'good' | 'expired',
  answer: RequestListener,
): Promise<AsyncDisposable & { readonly port: number }> {
  const read = (name: string) => readFileSync(join(FOLDER, name));
  const server = createServer({ cert: read(`${certificate}.pem`), key: read('server.key') }, answer);
  server.on('tlsClientError', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
