import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { ParsedFeed } from '#article/item.ts';

/** A document of `tests/fixtures/feeds`, what its server says of it, and what must be read in it. */
type Sample = {
  readonly file: string;
  readonly contentType?: string;
  readonly url?: string;
  readonly expected: Partial<ParsedFeed>;
};

const FOLDER = 'tests/fixtures/feeds';
const samples = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as readonly Sample[];

test('every document of the corpus has an expectation', () => {
  const documents = readdirSync(FOLDER).filter((file) => file !== 'expected.json');
  expect(samples.map(({ file }) => file).toSorted()).toEqual(documents.toSorted());
  expect(documents.length).toBeGreaterThan(60);
});

test.each(samples)('$file is read as it is meant', async ({ file, expected, ...said }) => {
  const bytes = readFileSync(`${FOLDER}/${file}`);
  expect(await rssFeedParser.parse({ bytes, ...said, withMarkup: true })).toMatchObject(expected);
});
