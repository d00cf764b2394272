import type { OpmlFeed } from '#feed/opml.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[[\p{Cc}--[\t\n]]\ufffe\uffff\p{Surrogate}]/gv;

/** The feeds as an OPML 2.0 document, which every feed reader takes. */
export function writeOpml(feeds: readonly OpmlFeed[], title: string): string {
  const outlines = feeds.map(
    ({ url, title = url }) => `    <outline type="rss" text="${escaped(title)}" xmlUrl="${escaped(url)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"\n\t]/g, (sign) => ESCAPES[sign] ?? sign);
