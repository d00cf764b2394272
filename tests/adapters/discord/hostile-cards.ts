import * as fc from 'fast-check';
import type { Card, CardQuote, CardRow, CardSide, CardSource } from '#card/card.ts';
import type { Phrase, Piece } from '#card/phrase.ts';

/** The one host that cards in these tests may lead to; everything else that looks like an address is a trick. */
export const OWN_HOST = 'own.example';

const TRICKS = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<t:1772452800:R>',
  '</watch add:123456789012345678>',
  '[3](https://evil.example/)',
  '](https://evil.example/)',
  'https://evil.example/path?q=(1)',
  'http:',
  '//evil.example',
  'discord.gg/evil',
  '**',
  '~~',
  '||',
  '`',
  '```',
  '\\',
  '\n# ',
  '\n> ',
  '-# ',
  '> ',
  '\u202e',
  '\u0000',
  '\ud800',
  '👩‍👩‍👧‍👦',
  'е́'.repeat(40),
  'word '.repeat(60),
];

/** Words made of tricks, whole and cut. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ maxLength: 30 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const text = hostileText;

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text,
    style: fc.constantFrom('strong' as const, 'quiet' as const, 'struck' as const, 'code' as const),
  }),
  text.map((words) => ({ kind: 'text' as const, text: words })),
  fc.constant({ kind: 'time' as const, at: '2026-03-02T12:00:00.000Z', shape: 'time' as const }),
  fc.integer({ min: 1, max: 40 }).map((number) => ({ kind: 'source' as const, number })),
);
const phrase: fc.Arbitrary<Phrase> = fc.array(piece, { maxLength: 6 });

const quote: fc.Arbitrary<CardQuote> = fc.record(
  {
    label: phrase,
    words: text,
    isQuoted: fc.boolean(),
    source: fc.integer({ min: 1, max: 40 }),
    mark: phrase,
  },
  { requiredKeys: ['label', 'words', 'isQuoted', 'source'] },
);
const side: fc.Arbitrary<CardSide> = fc.record(
  { name: text, quotes: fc.array(quote, { maxLength: 6 }), silence: phrase, more: fc.nat(9) },
  { requiredKeys: ['name', 'quotes', 'more'] },
);

const row: fc.Arbitrary<CardRow> = fc.record({
  subject: text,
  cells: fc.array(
    fc.record(
      { side: text, words: text, source: fc.integer({ min: 1, max: 40 }), phrase },
      { requiredKeys: ['side'] },
    ),
    { maxLength: 2 },
  ),
});

const link = fc.oneof(
  fc.constantFrom(
    `https://${OWN_HOST}/a_(b)_[c]`,
    `https://${OWN_HOST}/${'long/'.repeat(150)}`,
    `https://${OWN_HOST}/a b"c`,
    'javascript:alert(1)',
    'https://user:word@evil.example/',
  ),
  fc.webPath().map((path) => `https://${OWN_HOST}${path}`),
);
const source: fc.Arbitrary<Omit<CardSource, 'number'>> = fc.record(
  {
    outlet: text,
    title: text,
    link,
    host: fc.constant(OWN_HOST),
    publishedAt: fc.constant('2026-03-02T12:00:00.000Z'),
  },
  { requiredKeys: ['outlet', 'title', 'publishedAt'] },
);

/** Cards in which every word comes from somebody who means harm, of any size. */
export const hostileCard: fc.Arbitrary<Card> = fc.record(
  {
    story: fc.constant('R-7K2Q'),
    language: fc.constantFrom('en', 'fr'),
    zone: fc.constant('UTC'),
    headline: text,
    about: phrase,
    tone: fc.constantFrom('grey' as const, 'blue' as const, 'amber' as const, 'red' as const),
    status: phrase,
    takenOff: fc.array(phrase, { maxLength: 12 }),
    summary: fc.array(fc.record({ words: text, source: fc.integer({ min: 1, max: 40 }) }), { maxLength: 3 }),
    sides: fc.array(side, { maxLength: 8 }),
    others: side,
    rows: fc.array(row, { maxLength: 3 }),
    context: fc.array(phrase, { maxLength: 4 }),
    footer: fc.array(phrase, { maxLength: 4 }),
    sources: fc
      .array(source, { maxLength: 40 })
      .map((sources) => sources.map((told, index) => ({ number: index + 1, ...told }))),
    reads: fc.array(fc.record({ label: text, link, host: fc.constant(OWN_HOST) }), { maxLength: 3 }),
    plain: text,
  },
  {
    requiredKeys: [
      'story',
      'language',
      'zone',
      'headline',
      'about',
      'tone',
      'status',
      'takenOff',
      'summary',
      'sides',
      'context',
      'footer',
      'sources',
      'reads',
      'plain',
    ],
  },
);
