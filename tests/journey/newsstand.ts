import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { loopbackServer } from '../adapters/http/loopback-server.ts';

/** Publishers on loopback: each outlet's feed holds what was published there so far. */
export type Newsstand = AsyncDisposable & {
  readonly urlOf: (outlet: string) => string;
  /** Publishes an item now; the same id again changes the item, and keeps its date. */
  readonly publish: (outlet: string, id: string, title: string, summary?: string) => void;
  /** From now on an outlet's feed answers with this status and no document; `undefined` sets it right. */
  readonly fail: (outlet: string, status: number | undefined) => void;
  readonly setClock: (now: Date) => void;
  /** The headers of each request to an outlet's feed, in order. */
  readonly asked: (outlet: string) => readonly IncomingHttpHeaders[];
  /** Statuses with which an outlet's feed answered, in order. */
  readonly answered: (outlet: string) => readonly number[];
};

type Item = { readonly id: string; readonly title: string; readonly summary: string; readonly at: Date };

/** Opens the stand; its clock stands still until it is set. */
export async function newsstand(start: Date): Promise<Newsstand> {
  const shelves = new Map<string, Map<string, Item>>();
  const statuses = new Map<string, number[]>();
  const failing = new Map<string, number>();
  const clock = { now: start };
  const shelf = (outlet: string) => shelves.getOrInsertComputed(outlet, () => new Map<string, Item>());
  const server = await loopbackServer(({ url = '', headers }, response) => {
    const outlet = url.slice(1);
    const failure = failing.get(outlet);
    if (failure !== undefined) return void response.writeHead(failure).end();
    const document = rssOf(outlet, [...shelf(outlet).values()]);
    const status = send(document, headers['if-none-match'], response);
    statuses.getOrInsertComputed(outlet, () => []).push(status);
  });
  return {
    urlOf: (outlet) => `${server.url}/${outlet}`,
    publish(outlet, id, title, summary = '') {
      const at = shelf(outlet).get(id)?.at ?? clock.now;
      shelf(outlet).set(id, { id, title, summary, at });
    },
    fail(outlet, status) {
      if (status === undefined) failing.delete(outlet);
      else failing.set(outlet, status);
    },
    setClock: (now) => void (clock.now = now),
    asked: (outlet) =>
      server.requests.filter(({ url }) => url === `/${outlet}`).map(({ headers }) => headers),
    answered: (outlet) => statuses.get(outlet) ?? [],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function send(document: string, known: string | undefined, response: ServerResponse): number {
  const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 16)}"`;
  const status = known === etag ? 304 : 200;
  response.writeHead(status, { etag, 'content-type': 'application/rss+xml; charset=utf-8' });
  response.end(status === 304 ? undefined : document);
  return status;
}

const rssOf = (outlet: string, items: readonly Item[]): string =>
  `<rss version="2.0"><channel><title>${outlet}</title><link>https://${outlet}.example/</link>
${items.map((item) => itemOf(outlet, item)).join('\n')}
</channel></rss>`;

const itemOf = (outlet: string, { id, title, summary, at }: Item): string =>
  `<item><title>${title}</title><link>https://${outlet}.example/${id}</link><guid isPermaLink="false">${id}</guid>
<pubDate>${at.toUTCString()}</pubDate><description>${summary}</description></item>`;
