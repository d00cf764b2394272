import { expect, test } from 'vitest';
import { readApart } from '#adapters/rss/read-apart.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const item = '<item><title>Envoys meet</title><link>https://news.example/1</link></item>';
const withItem = (ballast: string) =>
  bytesOf(`<rss version="2.0"><channel>${item}${ballast}</channel></rss>`);
const MIB = 1024 * 1024;

test('a large document is read in a thread of its own, to the same items', async () => {
  const parsed = await rssFeedParser.parse({ bytes: withItem(`<!--${'x'.repeat(2 * MIB)}-->`) });
  expect(parsed).toMatchObject({ items: [{ title: 'Envoys meet', link: 'https://news.example/1' }] });
});

test('the loop goes on while a large document is read', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  await rssFeedParser.parse({ bytes: withItem('<a>b</a>'.repeat(MIB)) });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(10);
});

test('a document that takes too long is malformed, and the next one is read', async () => {
  const [slow, next] = await Promise.all([
    readApart({ bytes: withItem('<a>b</a>'.repeat(MIB)) }, { longestMs: 1, mostMemoryMb: 256 }),
    readApart({ bytes: withItem('') }, { longestMs: 20_000, mostMemoryMb: 256 }),
  ]);
  expect(slow).toEqual({
    error: { kind: 'malformed', message: 'The document could not be read: that takes longer than 1 ms.' },
  });
  expect(next).toMatchObject({ items: [{ title: 'Envoys meet' }] });
});

test('a document that needs too much memory is malformed, and the program lives', async () => {
  const bytes = withItem('<a>b</a>'.repeat(MIB));
  expect(await readApart({ bytes }, { longestMs: 60_000, mostMemoryMb: 32 })).toEqual({
    error: {
      kind: 'malformed',
      message: 'The document could not be read: that needs more than 32 MB of memory.',
    },
  });
});
