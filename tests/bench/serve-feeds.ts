import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import { gzipSync } from 'node:zlib';
import { openKnowledge } from '#compose/open-knowledge.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { diceFrom } from './dice.ts';
import { newsWriter } from './news-writer.ts';

/** `BENCH_ITEMS` makes documents smaller, where only unchanged visits are looked at. */
const ITEMS = Number(env['BENCH_ITEMS'] ?? 30);
const SUMMARY_WORDS = 40;
const TEXT_WORDS = 160;
const DAY_MS = 86_400_000;
const NOW_MS = Date.now();

type Document = { readonly packed: Buffer; readonly etag: string };

// A process of its own: `serve-feeds.ts COUNT` serves so many feeds, each at a host of its own in 127.0.0.0/8, packed
// and with an ETag; they never change. Says its port on one line.
const { lexicon } = await openKnowledge(env);
const documents = Array.from({ length: Number(process.argv[2]) }, (_, feed) => write(feed, lexicon));
const server = createServer(({ url = '', headers, socket }, response) => {
  // Between two visits of a feed lie minutes: nobody keeps a connection so long.
  response.setHeader('connection', 'close');
  const document = documents[Number(url.slice(1))];
  if (document === undefined || socket.remoteAddress?.startsWith('127.') !== true) {
    response.writeHead(404).end();
  } else if (headers['if-none-match'] === document.etag) {
    response.writeHead(304, { etag: document.etag }).end();
  } else {
    const type = { 'content-type': 'application/rss+xml; charset=utf-8', 'content-encoding': 'gzip' };
    response.writeHead(200, { ...type, etag: document.etag }).end(document.packed);
  }
});
server.listen(0, '0.0.0.0', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));

/** One item a day, as most feeds that are not a wire's have it. */
function write(feed: number, lexicon: Lexicon): Document {
  const writer = newsWriter(lexicon, 'en', diceFrom(feed));
  const items = Array.from({ length: ITEMS }, (_, age) => {
    const link = `https://outlet-${feed}.example/${age}`;
    return `<item><title>${escape(writer.headline())}</title><link>${link}</link><guid>${link}</guid>
<pubDate>${new Date(NOW_MS - (age + 0.5) * DAY_MS).toUTCString()}</pubDate>
<description>${escape(writer.text(SUMMARY_WORDS))}</description>
<content:encoded>${escape(`<p>${writer.text(TEXT_WORDS)}</p>`)}</content:encoded></item>`;
  });
  const packed = gzipSync(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Invented news ${feed}</title><link>https://outlet-${feed}.example/</link><language>en</language>
${items.join('\n')}
</channel></rss>`);
  return { packed, etag: `"${createHash('sha256').update(packed).digest('hex').slice(0, 20)}"` };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
