import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on this machine, with the requests it got. */
export type LoopbackServer = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly Pick<IncomingMessage, 'url' | 'method' | 'headers'>[];
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
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
