import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replyMessage } from '#adapters/slack/asking/reply-message.ts';
import { cardBlocks } from '#adapters/slack/cards/card-blocks.ts';
import { cardText } from '#adapters/slack/cards/message-text.ts';
import type { Card, CardQuote, CardRow, CardSide } from '#card/card.ts';
import type { Phrase, Piece } from '#card/phrase.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Reply } from '#command/command.ts';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../../delivery/owed.ts';
import { blockProblems, textLengthOf } from '../../simulators/slack/block-rules.ts';
import { marksIn } from '../../simulators/slack/marks-in.ts';
import type { Block } from '../../simulators/slack/world.ts';
import { aSlack, desk, wordsIn } from './a-slack.ts';

const SEED = 20261123;
/** A line of ours has line ends; nothing else that does not show. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200b]|(?!\n)\p{Cc}/u;
const OURS = 'https://outlet.example/';
const key: DeliveryKey = idOf('hostile');

/** What somebody would write into a feed who wants to be more than text. */
const ATTACKS = [
  '<!channel>',
  '<!everyone>',
  '<!here|here>',
  '<@U0ANNA>',
  '<#C0DESK>',
  '<!subteam^S0EDITORS>',
  '<https://evil.example|Read: Kremlin>',
  'https://evil.example/path?a=1&b=2',
  '<!date^1^{date}^https://evil.example|now>',
  '&lt;!channel&gt;',
  '*bold* _low_ ~gone~ `code` ```block```',
  '\u202Edlrow\u2066\u200B\u0000\u001b[31m',
  '\uD800',
  '👩‍👩‍👧‍👦'.repeat(40),
  'e\u0301'.repeat(300),
  '> quoted\n> again\n\n• list',
  '|>',
  ' '.repeat(50),
  'x'.repeat(5_000),
  'слово '.repeat(700),
  '&'.repeat(2_000),
  '<'.repeat(1_200),
];

const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ATTACKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...ATTACKS), { maxLength: 6 }).map((parts) => parts.join(' ')),
  },
);
const style = fc.constantFrom('strong', 'quiet', 'struck', 'code', undefined);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc
    .record({ text: hostile, style })
    .map(({ text, style }) => ({ kind: 'text' as const, text, ...(style && { style }) })),
  fc.constantFrom('time', 'date', 'date-time').map((shape): Piece => {
    return { kind: 'time', at: '2026-03-02T12:00:00.000Z', shape };
  }),
  fc.nat({ max: 9 }).map((number): Piece => ({ kind: 'source', number })),
);
const phrase: fc.Arbitrary<Phrase> = fc.array(piece, { maxLength: 5 });
const lines = fc.array(phrase, { maxLength: 8 });
const quote: fc.Arbitrary<CardQuote> = fc.record(
  { label: phrase, words: hostile, isQuoted: fc.boolean(), source: fc.nat({ max: 9 }), mark: phrase },
  { requiredKeys: ['label', 'words', 'isQuoted', 'source'] },
);
const side: fc.Arbitrary<CardSide> = fc.record(
  { name: hostile, quotes: fc.array(quote, { maxLength: 4 }), silence: phrase, more: fc.nat({ max: 99 }) },
  { requiredKeys: ['name', 'quotes', 'more'] },
);
const row: fc.Arbitrary<CardRow> = fc.record({
  subject: hostile,
  cells: fc.array(
    fc.record(
      { side: hostile, words: hostile, source: fc.nat({ max: 9 }), phrase },
      { requiredKeys: ['side'] },
    ),
    { maxLength: 2 },
  ),
});
const link = fc.oneof(
  fc.constantFrom(
    `${OURS}a|b>c<d`,
    `${OURS}?${'q=1&'.repeat(200)}`,
    `${OURS}${'я'.repeat(500)}`,
    'javascript:alert(1)',
    'slack://open',
    'https://user:pass@evil.example/',
    'not an address',
    `${OURS}>\n<!channel>`,
  ),
  hostile.map((text) => `${OURS}${encodeURI(text.toWellFormed())}`),
);
const source = fc.record(
  {
    number: fc.nat({ max: 9 }),
    outlet: hostile,
    title: hostile,
    link,
    host: hostile,
    publishedAt: fc.constant('2026-03-02T12:00:00.000Z'),
    stateControlled: hostile,
  },
  { requiredKeys: ['number', 'outlet', 'title', 'publishedAt'] },
);
const card: fc.Arbitrary<Card> = fc
  .record({
    headline: hostile,
    about: phrase,
    status: phrase,
    takenOff: lines,
    summary: fc.array(fc.record({ words: hostile, source: fc.nat({ max: 9 }) }), { maxLength: 4 }),
    sides: fc.array(side, { maxLength: 14 }),
    others: fc.option(side, { nil: undefined }),
    rows: fc.array(row, { maxLength: 3 }),
    context: lines,
    footer: lines,
    sources: fc.array(source, { maxLength: 30 }),
    reads: fc.array(fc.record({ label: hostile, link, host: hostile }), { maxLength: 5 }),
    plain: hostile,
    language: fc.constantFrom('en', 'fr', 'ru'),
  })
  .map(({ others, ...told }) => aCard({ ...told, ...(others && { others }) }));

const asBlocks = (blocks: unknown): readonly Block[] =>
  JSON.parse(JSON.stringify(blocks)) as readonly Block[];

function expectHarmless(text: string, sent: readonly Block[]): void {
  expect(blockProblems(sent, 'message')).toEqual([]);
  expect(textLengthOf(sent)).toBeLessThanOrEqual(9_500);
  const { mentions, links } = marksIn({ text, blocks: sent });
  expect(mentions).toEqual([]);
  expect(links.filter((address) => !address.startsWith(OURS))).toEqual([]);
  expect([...wordsIn(sent), text].join('')).not.toMatch(UNSEEN);
  expect(text.trim()).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(4_000);
}

test('no text of a feed breaks a limit of a card, calls anybody or leads elsewhere', () => {
  fc.assert(
    fc.property(card, (hostileCard) => {
      const sent = asBlocks(cardBlocks(hostileCard, key));
      expectHarmless(cardText(hostileCard), sent);
      // Whatever else goes: what it is about and how it stands.
      expect(sent[0]?.type).toBe('header');
    }),
    { seed: SEED, numRuns: 400, endOnFailure: true },
  );
}, 120_000);

test('no text of a feed does so in a reply', () => {
  const reply: fc.Arbitrary<Reply> = fc.record({
    kind: fc.constant('answer' as const),
    lines: fc.array(phrase, { maxLength: 12 }),
    cards: fc.array(card, { maxLength: 3 }),
    actions: fc.array(fc.record({ label: hostile.filter((text) => text.trim() !== ''), command: hostile }), {
      maxLength: 12,
    }),
  });
  fc.assert(
    fc.property(reply, (hostileReply) => {
      const { text = '', blocks } = replyMessage(hostileReply, { language: 'en', zone: 'UTC' }) as {
        readonly text?: string;
        readonly blocks?: unknown;
      };
      expectHarmless(text, asBlocks(blocks));
    }),
    { seed: SEED, numRuns: 200, endOnFailure: true },
  );
}, 120_000);

/** The characters of each mrkdwn text that could make more of words than words. */
const marksOf = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { readonly type?: unknown; readonly text?: unknown };
  if (type === 'mrkdwn' && typeof text === 'string') {
    const emoji = text.replaceAll(/<[^>]*>/g, '').match(/:[\w+'-]+:/g) ?? [];
    const quotations = text.match(/^\s*(?:>|&gt;)/gm) ?? [];
    return [text.replaceAll(/<[^>]*>|[^*_~`]/g, ''), ...emoji, ...quotations];
  }
  return Object.values(value).flatMap(marksOf);
};

/** A card with these words wherever a feed has a say. */
const saying = (words: string): Card =>
  aCard({
    headline: `${words} ${'and so on '.repeat(20)}`,
    about: [{ kind: 'text', text: words }],
    status: [{ kind: 'text', text: words, style: 'strong' }],
    takenOff: [[{ kind: 'text', text: words, style: 'struck' }], [{ kind: 'text', text: words }]],
    summary: [{ words, source: 1 }],
    sides: [
      {
        name: words,
        quotes: [{ label: [{ kind: 'text', text: words }], words, isQuoted: true, source: 1 }],
        more: 0,
      },
      { name: words, quotes: [], silence: [{ kind: 'text', text: words }], more: 0 },
    ],
    context: [[{ kind: 'text', text: words }]],
    sources: [
      {
        number: 1,
        outlet: words,
        title: words,
        link: `${OURS}a_b`,
        host: words,
        publishedAt: '2026-03-02T12:00:00.000Z',
      },
    ],
  });

test.each([
  'The minister *WITHDREW* it',
  '~nothing of this holds~',
  'one ~ two',
  '_whispered_',
  '`code` and ```more```',
  ':rotating_light: :100: :+1::skin-tone-2:',
  '> quoted',
  '*_~`',
])('the words "%s" of a feed add no mark to ours, and ours stay around them', (words) => {
  const marks = (said: string) => marksOf(asBlocks(cardBlocks(saying(said), key)));
  expect(marks(words)).toEqual(marks('calm'));
});

test('a command that is to be typed keeps the characters that it is typed with', () => {
  const line: Phrase = [{ kind: 'text', text: 'watch add a_b *', style: 'code' }];
  const { blocks } = replyMessage({ kind: 'answer', lines: [line] }, { language: 'en', zone: 'UTC' }) as {
    readonly blocks?: unknown;
  };
  expect(wordsIn(blocks)).toEqual(['`watch add a_b *`']);
});

test('Slack takes hostile cards over the wire as they are meant', async () => {
  await using slack = await aSlack({ rates: { 'chat.postMessage': { burst: 99, everyMs: 1, per: 'team' } } });
  for (const [index, hostileCard] of fc.sample(card, { seed: SEED, numRuns: 25 }).entries()) {
    const outcome = await slack.messenger.create(desk, hostileCard, idOf('hostile', String(index)));
    expect(outcome.kind).toBe('sent');
  }
  expect(slack.simulator.violations()).toEqual([]);
});
