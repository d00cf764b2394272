import { describe, expect, test } from 'vitest';
import { digestText } from '#adapters/discord/digest-text.ts';
import { digestBlocks } from '#adapters/slack/digest-blocks.ts';
import { renderDigest } from '#adapters/terminal/render-digest.ts';
import { composeDigest, type DigestMatter, type DigestStory } from '#card/compose-digest.ts';
import { aCard } from '../delivery/owed.ts';

const at = { at: '2026-03-03T07:00:00.000Z', since: '2026-03-02T07:00:00.000Z', topics: 3 };

const story = (name: string, differing: Partial<DigestStory> = {}): DigestStory => ({
  card: aCard({ story: name, headline: `News of ${name}, told in words of a usual length for a headline` }),
  hasCard: false,
  news: [],
  isTakenBack: false,
  ...differing,
});

const digest = (differing: Partial<DigestMatter> = {}): DigestMatter => ({
  language: 'en',
  zone: 'Europe/Paris',
  occasion: {
    kind: 'digest',
    span: at,
    nothingOn: ['OSCE mission'],
    reading: { feeds: 52, read: 51, outages: [{ outlet: 'World Wire', since: '2026-03-02T02:10:00.000Z' }] },
  },
  stories: [],
  ...differing,
});

const headings = (matter: DigestMatter): readonly string[] =>
  composeDigest(matter).sections.map(
    ({ heading, entries }) => `${heading} ${entries.map((one) => one.story).join(' ')}`,
  );

const plain = { width: 100, isPlain: true } as Parameters<typeof renderDigest>[1];

describe('a digest', () => {
  test('puts what was taken back after what moved most, and all else after it', () => {
    const stories = [
      story('A'),
      story('B', { isTakenBack: true }),
      story('C', { news: [[], []], hasCard: true }),
    ];
    expect(headings(digest({ stories }))).toEqual(['MOVED MOST C', 'CORRECTED OR WITHDRAWN B', 'ALSO A']);
  });

  test('with nothing in it is one line, with what was not read', () => {
    const card = composeDigest(digest());
    expect(card.sections).toEqual([]);
    expect(card.notes).toHaveLength(1);
    expect(renderDigest(card, plain).join(' ').replaceAll(/\s+/g, ' ')).toMatch(
      /Nothing found on 3 topics since .*51 of 52 feeds read\. · NOT READ · World Wire since .*: something may be missing/,
    );
  });

  test('names the topics on which nothing was found, in the language of its readers', () => {
    const [note] = composeDigest(digest({ language: 'fr', stories: [story('A')] })).notes;
    expect(note?.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')).toBe(
      'RIEN TROUVÉ · OSCE mission',
    );
  });

  test('carries the note that stands on every card', () => {
    const card = composeDigest(digest({ note: 'demo wording' }));
    expect(card.notes.at(-1)).toEqual([{ kind: 'text', text: 'demo wording', style: 'quiet' }]);
  });
});

test.each([1, 20, 60])(
  '%i stories fit on Discord and Slack, and none that was taken back is left out',
  (many) => {
    const news = Array.from({ length: many }, (_, index) => story(`N${index}`));
    const takenBack = Array.from({ length: Math.min(many, 12) }, (_, index) =>
      story(`X${index}`, { isTakenBack: true }),
    );
    const card = composeDigest(digest({ stories: [...news, ...takenBack] }));
    const onDiscord = digestText(card, 2_000);
    const onSlack = JSON.stringify(digestBlocks(card));
    expect(onDiscord.length).toBeLessThanOrEqual(2_000);
    for (const { card } of takenBack) {
      expect(onDiscord).toContain(card.story);
      expect(onSlack).toContain(card.story);
    }
  },
);

test('what an outlet wrote is data on every platform', () => {
  const hostile = story('A');
  const card = composeDigest(
    digest({
      stories: [
        { ...hostile, card: aCard({ headline: '@everyone **bold** <!channel> [x](http://y.example)' }) },
      ],
    }),
  );
  expect(digestText(card, 2_000)).not.toContain('**bold**');
  expect(JSON.stringify(digestBlocks(card))).not.toContain('<!channel>');
});
