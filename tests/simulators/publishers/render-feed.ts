import type { Edition } from './editions-at.ts';
import type { DayFormat, DayOutlet } from './read-day.ts';

/** What a feed document says of itself. */
export type Masthead = { readonly id: string; readonly outlet: DayOutlet; readonly note: string };

/** The HTTP content type of each shape. */
export const CONTENT_TYPES: Readonly<Record<DayFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  rdf: 'application/rdf+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** An outlet's feed document in its own shape. Every document carries the day's note beside its title. */
export function renderFeed(masthead: Masthead, editions: readonly Edition[]): string {
  switch (masthead.outlet.format) {
    case 'rss':
      return renderRss(masthead, editions);
    case 'atom':
      return renderAtom(masthead, editions);
    case 'rdf':
      return renderRdf(masthead, editions);
    case 'json':
      return renderJsonFeed(masthead, editions);
  }
}

function renderRss(masthead: Masthead, editions: readonly Edition[]): string {
  const items = editions.map(
    ({ guid, link, published, updated, newest }) => `<item>
<title>${escapeXml(newest.title)}</title>
<link>${link}</link>
<guid isPermaLink="false">${guid}</guid>
<pubDate>${published.toUTCString()}</pubDate>
<atom:updated>${updated.toISOString()}</atom:updated>
<description>${escapeXml(newest.summary)}</description>
${newest.content ? `<content:encoded><![CDATA[${newest.content}]]></content:encoded>\n` : ''}${
  newest.author ? `<dc:creator>${escapeXml(newest.author)}</dc:creator>\n` : ''
}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${titleOf(masthead)}</title>
<link>${homeOf(masthead)}</link>
<description>${escapeXml(masthead.note)}</description>
<language>${languageOf(masthead)}</language>
${items.join('\n')}
</channel>
</rss>
`;
}

function renderAtom(masthead: Masthead, editions: readonly Edition[]): string {
  const entries = editions.map(
    ({ guid, link, published, updated, newest }) => `<entry>
<title>${escapeXml(newest.title)}</title>
<link rel="alternate" href="${link}"/>
<id>urn:demo:${guid}</id>
<published>${published.toISOString()}</published>
<updated>${updated.toISOString()}</updated>
<summary>${escapeXml(newest.summary)}</summary>
${newest.content ? `<content type="html">${escapeXml(newest.content)}</content>\n` : ''}${
  newest.author ? `<author><name>${escapeXml(newest.author)}</name></author>\n` : ''
}</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageOf(masthead)}">
<title>${titleOf(masthead)}</title>
<subtitle>${escapeXml(masthead.note)}</subtitle>
<link rel="alternate" href="${homeOf(masthead)}"/>
<id>urn:demo:${masthead.id}</id>
<author><name>${escapeXml(masthead.outlet.name)}</name></author>
<updated>${newestOf(editions).toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
}

function renderRdf(masthead: Masthead, editions: readonly Edition[]): string {
  const items = editions.map(
    ({ guid, link, published, newest }) => `<item rdf:about="${link}">
<title>${escapeXml(newest.title)}</title>
<link>${link}</link>
<dc:identifier>${guid}</dc:identifier>
<dc:date>${published.toISOString()}</dc:date>
<description>${escapeXml(newest.summary)}</description>
</item>`,
  );
  const order = editions.map(({ link }) => `<rdf:li rdf:resource="${link}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${homeOf(masthead)}">
<title>${titleOf(masthead)}</title>
<link>${homeOf(masthead)}</link>
<description>${escapeXml(masthead.note)}</description>
<dc:language>${languageOf(masthead)}</dc:language>
<items><rdf:Seq>${order.join('')}</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`;
}

function renderJsonFeed(masthead: Masthead, editions: readonly Edition[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${masthead.outlet.name} – ${masthead.note}`,
    description: masthead.note,
    home_page_url: homeOf(masthead),
    language: languageOf(masthead),
    items: editions.map(({ guid, link, published, updated, newest }) => ({
      id: guid,
      url: link,
      title: newest.title,
      summary: newest.summary,
      ...(newest.content ? { content_html: newest.content } : { content_text: newest.summary }),
      date_published: published.toISOString(),
      date_modified: updated.toISOString(),
      ...(newest.author && { authors: [{ name: newest.author }] }),
    })),
  });
}

const titleOf = ({ outlet, note }: Masthead): string => escapeXml(`${outlet.name} – ${note}`);
const homeOf = ({ id }: Masthead): string => `https://${id}.example/`;
const languageOf = ({ outlet }: Masthead): string => outlet.languages[0] ?? 'en';

/** An empty feed was last changed at the epoch, as far as anybody can tell. */
const newestOf = (editions: readonly Edition[]): Date =>
  new Date(Math.max(0, ...editions.map(({ updated }) => updated.getTime())));

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
