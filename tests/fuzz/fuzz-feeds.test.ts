import { expect, test } from 'vitest';
import { brokenPromises } from './broken-promises.ts';
import { fuzzFeeds, makeMutant, readCorpus } from './fuzz-feeds.ts';

const corpus = readCorpus('tests/fixtures/feeds');

test('two thousand broken documents are read without a crash, a hang or a promise broken', async () => {
  const { failures, read } = await fuzzFeeds(corpus, 2_000, 7);
  expect(failures).toEqual([]);
  expect(read).toBeGreaterThan(900);
}, 120_000);

test('a mutant can be had again by its number, whatever was made before it', () => {
  const first = makeMutant(corpus, 7, 42);
  for (let mutant = 0; mutant < 500; mutant += 1) makeMutant(corpus, 7, mutant);
  expect(makeMutant(corpus, 7, 42)).toEqual(first);
  expect(makeMutant(corpus, 7, 42)).not.toEqual(makeMutant(corpus, 7, 43));
});

test('a promise that is not kept is told', () => {
  const items = [
    {
      title: 'a\nb',
      link: 'ftp://x',
      published: 'soon',
      content: '<a href="javascript:x()">x</a>',
      guid: ' ',
    },
  ];
  expect(brokenPromises({ kind: 'rss', feed: {}, items, problems: [] })).toEqual([
    'guid is no text',
    'the title has more than one line',
    'link is no web address',
    'published is no instant: soon',
    'the content could run: <a href="javascript:x()">',
  ]);
});
