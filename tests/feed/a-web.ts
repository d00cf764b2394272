import type { FeedFetcher, FeedVisit } from '#feed/feed-visit.ts';

/** What stands at an address: a document, or a status; an address that is not told cannot be reached. */
export type Standing = { readonly body: string; readonly movedTo?: string } | { readonly status: 403 | 404 };

/** A web of these addresses, and what was asked of it, in order. */
export function aWeb(places: Readonly<Record<string, Standing>>): {
  readonly web: FeedFetcher;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const visit = async ({ url }: { readonly url: string }): Promise<FeedVisit> => {
    asked.push(url);
    const standing = places[url];
    const none = { kind: 'failed', hints: {} } as const;
    if (standing === undefined)
      return { ...none, reason: 'unreachable', detail: 'The address could not be reached.' };
    if ('status' in standing) {
      const reason = standing.status === 404 ? 'not-found' : 'refused';
      return { ...none, reason, detail: `It answered with status ${standing.status}.` };
    }
    const { body, movedTo } = standing;
    const bytes = new TextEncoder().encode(body);
    const moved = movedTo === undefined ? {} : { movedTo };
    return { kind: 'fresh', bytes, answeredBy: movedTo ?? url, validators: {}, hints: {}, ...moved };
  };
  return { web: { visit }, asked };
}

/** An RSS document of invented news. */
export const rss = (title: string, items: readonly string[] = ['The harbour council meets']): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://news.example/</link>
<language>en-gb</language>${items
    .map(
      (item, index) =>
        `<item><title>${item}</title><guid>${item}</guid><link>https://news.example/${index}</link><pubDate>Mon, 02 Mar 2026 0${index}:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** A page with this in its head and this in its body. */
export const page = (head: string, body = '<p>News of the harbour.</p>'): string =>
  `<!doctype html><html><head><title>Harbour News</title>${head}</head><body>${body}</body></html>`;
