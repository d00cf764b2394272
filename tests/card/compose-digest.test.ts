import { describe, expect, test } from 'vitest';
import { digestText } from '#adapters/discord/cards/digest-text.ts';
import { digestBlocks } from '#adapters/slack/cards/digest-blocks.ts';
import { renderDigest } from '#adapters/terminal/render-digest.ts';
import {
  composeDigest,
  type DigestMatter,
  type DigestOccasion,
  type DigestStory,
} from '#card/compose-digest.ts';
import type { Id } from '#kernel/id.ts';
import { aCard } from '../delivery/owed.ts';

const at = { at: '2026-03-03T07:00:00.000Z', since: '2026-03-02T07:00:00.000Z', topics: 3 };

const story = (name: string, differing: Partial<DigestStory> = {}): DigestStory => ({
  card: aCard({ story: name, headline: `News of ${name}, told in words of a usual length for a headline` }),
  hasCard: false,
  news: [],
  isTakenBack: false,
  ...differing,
});

const wire = { outlet: 'World Wire', since: '2026-03-02T02:10:00.000Z', topics: [] };

const digest = (differing: Partial<DigestMatter> = {}): DigestMatter => ({
  language: 'en',
  zone: 'Europe/Paris',
  occasion: {
    kind: 'digest',
    span: at,
    nothingOn: ['OSCE mission'],
    reading: { feeds: 52, read: 51, outages: [wire] },
  },
  stories: [],
  ...differing,
});

const headings = (matter: DigestMatter): readonly string[] =>
  composeDigest(matter).sections.map(
    ({ heading, entries }) => `${heading} ${entries.map((one) => one.story).join(' ')}`,
  );

const plain = { width: 100, isPlain: true } as Parameters<typeof renderDigest>[1];

const linkTo = (message: string): string => `https://desk.example/${message}`;

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

  test('names the topics that may miss something while an outlet is not read', () => {
    const outages = [
      { ...wire, topics: ['Norland Sudland talks', 'Norland vote'] },
      { ...wire, outlet: 'Courier' },
    ];
    const occasion = { ...digest().occasion, reading: { feeds: 52, read: 50, outages } } as DigestOccasion;
    const notes = (language: string): string =>
      renderDigest(composeDigest(digest({ language, occasion, stories: [story('A')] })), plain)
        .join(' ')
        .replaceAll(/\s+/g, ' ');
    expect(notes('en')).toMatch(
      /NOT READ · World Wire since .{5,30}: “Norland Sudland talks” and “Norland vote” may miss something · Courier since [^:]*:\d\d/,
    );
    expect(notes('en')).not.toContain('something may be missing');
    expect(notes('fr')).toMatch(
      /NON LU · World Wire depuis .*« Norland Sudland talks » et « Norland vote » peuvent être incomplets/,
    );
  });

  test('offers all its stories, cards instead, and another rhythm', () => {
    const actions = (language: string, stories: readonly DigestStory[]) =>
      composeDigest(digest({ language, stories })).actions?.map(
        ({ label, command }) => `${label}: ${command}`,
      );
    expect(actions('en', [story('A'), story('B')])).toEqual([
      'All 2 stories: news since time:2026-03-02T08:00',
      'Cards for a topic: watch digest --off',
      'Change: watch digest',
    ]);
    expect(actions('fr', [])).toEqual([
      'Des fiches pour un sujet: watch digest --off',
      'Modifier: watch digest',
    ]);
  });

  test('of the night is changed where the quiet hours are', () => {
    const occasion = { kind: 'quiet', from: '22:00', to: '07:00' } as const;
    expect(composeDigest(digest({ occasion, stories: [story('A')] })).actions).toEqual([
      { label: 'Change', command: 'readout-admin settings', opensForm: true },
    ]);
  });

  test('leads to the card of each story that has one', () => {
    const standing = story('A', { hasCard: true, message: '1775.000100' as Id<'Message'> });
    const card = composeDigest(digest({ stories: [standing, story('B')] }));
    expect(digestText(card, 2_000, linkTo)).toContain('[→ A](<https://desk.example/1775.000100>)');
    expect(JSON.stringify(digestBlocks(card, { linkTo }))).toContain(
      '<https://desk.example/1775.000100|→ A>',
    );
    expect(digestText(card, 2_000)).toContain('· → A');
    expect(digestText(card, 2_000)).toContain('· B');
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
