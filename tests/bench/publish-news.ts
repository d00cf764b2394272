import { env } from 'node:process';
import { openKnowledge } from '#compose/open-knowledge.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Publication } from '../simulators/publishers/publication.ts';
import { servePublications } from '../simulators/publishers/serve-publications.ts';
import { diceFrom } from './dice.ts';
import { type NewsWriter, newsWriter } from './news-writer.ts';

const ITEMS = 30;
const NEW_ITEMS_A_VISIT = 2;
const SUMMARY_WORDS = 40;
const TEXT_WORDS = 160;
/** Items are published so long ago that none is ever dated later than it is seen. */
const BEGUN_MS = Date.now() - 3_600_000;

// A process of its own: `publish-news.ts en fr …` serves one outlet for each language, each at a port of its own as
// if it were a host of its own, and says on one line where. `/steady` never changes; `/moving` is new at each visit.
const { lexicon } = await openKnowledge(env);
const languages = process.argv.slice(2);
const servers = await Promise.all(
  languages.map((language, place) => servePublications(publish(language, place, lexicon), new Date(0))),
);
process.stdout.write(`${JSON.stringify({ ports: servers.map(({ port }) => port) })}\n`);
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));

function publish(language: string, place: number, lexicon: Lexicon): readonly Publication[] {
  const outlet = { outlet: `outlet-${place}`, name: `Outlet ${place}` };
  const told = { outlet, contentType: 'application/rss+xml; charset=utf-8', moments: [] };
  const writer = newsWriter(lexicon, language, diceFrom(place));
  const steady = itemsFrom(writer, place);
  const moving = itemsFrom(writer, place + languages.length);
  const shown: string[] = [];
  return [
    { ...told, path: '/steady', documentAt: once(() => render(language, take(steady, ITEMS))) },
    {
      ...told,
      path: '/moving',
      documentAt: () => {
        shown.push(...take(moving, shown.length === 0 ? ITEMS : NEW_ITEMS_A_VISIT));
        return render(language, shown.slice(-ITEMS));
      },
    },
  ];
}

function* itemsFrom(writer: NewsWriter, feed: number): Generator<string, never> {
  for (let number = 0; ; number += 1) {
    const link = `https://outlet-${feed}.example/${number}`;
    yield `<item><title>${escape(writer.headline())}</title><link>${link}</link><guid>${link}</guid>
<pubDate>${new Date(BEGUN_MS + number * 1_000).toUTCString()}</pubDate>
<description>${escape(writer.text(SUMMARY_WORDS))}</description>
<content:encoded>${escape(`<p>${writer.text(TEXT_WORDS)}</p>`)}</content:encoded></item>`;
  }
}

const take = (items: Iterator<string, never>, count: number): readonly string[] =>
  Array.from({ length: count }, () => items.next().value);

function render(language: string, items: readonly string[]): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Invented news</title><link>https://outlet.example/</link><language>${language}</language>
${items.toReversed().join('\n')}
</channel></rss>`);
}

function once<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => (made ??= make());
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
