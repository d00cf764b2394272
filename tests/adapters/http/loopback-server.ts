import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on this machine, with the requests it got. */
export type LoopbackServer = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly Pick<IncomingMessage, 'url' | 'method' | 'headers'>[];
  /** Calls for each connection that is opened, whether anything is asked on it or not. */
  readonly onConnection: (hear: () => void) => void;
};

/**
 * Starts a server on a free port; `answer` says what it does with each request. A canary listens at `0.0.0.0`, so
 * that it is there at whichever address a visit slips through to.
 */
export async function loopbackServer(answer: RequestListener, host = '127.0.0.1'): Promise<LoopbackServer> {
  const requests: Pick<IncomingMessage, 'url' | 'method' | 'headers'>[] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url, method: request.method, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, host, ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.startsWith('127.') ? host : '127.0.0.1'}:${port}`,
    port,
    requests,
    onConnection: (hear) => void server.on('connection', hear),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
