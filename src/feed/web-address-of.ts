/** As Slack writes a link: `<https://…|shown>`. */
const SLACK_LINK = /^<([^|>]+)(?:\|[^>]*)?>$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/** What somebody typed, as an address to ask: `isGuessed` where they gave no scheme and https is a guess. */
export type WebAddress = { readonly url: string; readonly isGuessed: boolean };

/**
 * The web address that somebody means: `example.org/news`, `feed://…` and a link as Slack writes it are understood.
 * `undefined` for what is none.
 */
export function webAddressOf(typed: string): WebAddress | undefined {
  const trimmed = typed.trim();
  const bare = (SLACK_LINK.exec(trimmed)?.[1] ?? trimmed).replace(/^feed:(?=https?:)/i, '');
  const isGuessed = !SCHEME.test(bare) || /^feed:\/\//i.test(bare);
  // A bare number is a place in a list to people, and an address of this machine to a URL parser.
  if (isGuessed && !bare.includes('.') && !bare.startsWith('[')) return undefined;
  const url = URL.parse(isGuessed ? `https://${bare.replace(/^feed:\/\//i, '').replace(/^\/+/, '')}` : bare);
  if (url === null || /\s/.test(bare) || !/^https?:$/.test(url.protocol)) return undefined;
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) return undefined;
  url.hash = '';
  return { url: url.href, isGuessed };
}
