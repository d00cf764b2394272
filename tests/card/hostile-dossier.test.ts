import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardComponents } from '#adapters/discord/cards/card-components.ts';
import { cardBlocks } from '#adapters/slack/cards/card-blocks.ts';
import { cardText } from '#adapters/slack/cards/message-text.ts';
import { renderCard } from '#adapters/terminal/render-card.ts';
import type { Card, CardSide } from '#card/card.ts';
import type { View } from '#card/view.ts';
import { idOf } from '#kernel/id.ts';
import type { StatementId } from '#statement/statement.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { blockProblems } from '../simulators/slack/block-rules.ts';
import type { Block } from '../simulators/slack/world.ts';
import { actor, outlets, report } from '../story/invented-world.ts';
import { accountsOf, cardOf, dossierOf } from './dossiers.ts';

const RUNS = { seed: 20261123, numRuns: 80, endOnFailure: true };
const NOW = new Date('2025-07-01T21:00:00.000Z');

/** What somebody would write into a feed who wants to break a card. */
const ATTACKS = [
  '@everyone <!channel> <@U0ANNA>',
  '[3](https://evil.example/)',
  '**bold** ~~gone~~ `code` ||spoiler||',
  '“unclosed',
  '» closed « twice «',
  '… … …',
  '\u202edlrow\u0000\u001b[31m',
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(60),
  'е́'.repeat(300),
  '\n\n# heading\n> quoted',
  'x'.repeat(5_000),
  'слово '.repeat(900),
  '*_'.repeat(2_000),
  '.'.repeat(400),
  'Berg said. Moran said. '.repeat(80),
  '',
];
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ATTACKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...ATTACKS), { maxLength: 5 }).map((parts) => parts.join(' ')),
  },
);
const link = fc.oneof(
  hostile,
  fc.constantFrom('javascript:alert(1)', 'https://wire.example/1', `https://wire.example/${'я'.repeat(900)}`),
);

/** Words that stand in the article, wherever they begin and end. */
const said = fc.record({
  side: fc.constantFrom('norland', 'surland', 'estland-bay', 'nobody-knows'),
  from: fc.nat({ max: 40 }),
  length: fc.integer({ min: 1, max: 3_000 }),
  speakerWords: hostile,
  isQuoted: fc.boolean(),
  denies: fc.boolean(),
  isJoint: fc.boolean(),
});

const article = fc
  .record({
    by: fc.constantFrom(...outlets.keys()),
    title: hostile,
    summary: hostile,
    text: hostile,
    link,
    language: fc.constantFrom('en', 'fr', 'ru', 'xx'),
    status: fc.constantFrom('happened', 'planned', 'denied', 'past', 'unclear' as const),
    state: fc.constantFrom('read', 'read', 'read', 'withdrawn', 'vanished' as const),
    said: fc.array(said, { maxLength: 6 }),
  })
  .map(({ by, said: words, ...told }) => ({ by: by as string, words, ...told }));

type Told = typeof article extends fc.Arbitrary<infer One> ? One : never;

function factsOf({ by, words, state, status, ...told }: Told, index: number): ArticleFacts {
  const at = `${String(8 + Math.floor(index / 50)).padStart(2, '0')}:${String(10 + (index % 50))}`;
  const statements = words.map(({ side, from, length, isJoint, ...more }, place) => {
    const verbatim = told.text.slice(from, from + length);
    return {
      ...more,
      id: `${index} ${place}` as StatementId,
      place: 'text' as const,
      spans: [{ start: from, end: from + verbatim.length }],
      words: verbatim,
      sides: isJoint ? [actor(side), actor('surland')] : [actor(side)],
      hand: by === 'north' || by === 'south' ? ('own' as const) : ('second' as const),
    };
  });
  const since = state === 'read' ? {} : { stateSince: '2025-07-01T20:10:00.000Z' };
  const facts = report(by, at, { ...told, status: status as 'happened', state: state as 'read', ...since });
  return {
    ...facts,
    statements: statements.map((one) => ({ ...one, article: facts.article.id, outlet: facts.outlet.id })),
  };
}

const view: fc.Arbitrary<View> = fc.record({
  languages: fc.constantFrom(['en'], ['fr', 'en'], ['ru', 'fr'], []),
  zone: fc.constantFrom('UTC', 'Asia/Tokyo'),
  topics: fc.array(hostile, { maxLength: 4 }),
});

type Composed = { readonly card: Card; readonly articles: readonly ArticleFacts[] };

/** The card of a story whose every word came from somebody who means harm, after some and after all of it arrived. */
const composed: fc.Arbitrary<Composed> = fc
  .record({ told: fc.array(article, { minLength: 1, maxLength: 12 }), view })
  .map((story) => {
    const articles = story.told.map(factsOf);
    const some = articles.slice(0, Math.ceil(articles.length / 2));
    const [, account] = accountsOf([
      { articles: some, at: '18:00' },
      { articles, at: '21:00' },
    ]);
    return { card: cardOf(dossierOf(articles, account), story.view), articles };
  });

const sidesOf = ({ sides, others }: Card): readonly CardSide[] => [...sides, ...(others ? [others] : [])];
const flat = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

test('whatever an article holds, each quotation and each sentence of the card stands in one', () => {
  fc.assert(
    fc.property(composed, ({ card, articles }) => {
      const stored = articles.map(({ article: { title, summary = '', text = '' } }) =>
        flat(`${title}\n${summary}\n${text}`),
      );
      const words = [
        ...sidesOf(card).flatMap(({ quotes }) => quotes.flatMap((quote) => quote.words.split(' … '))),
        ...card.summary.map((sentence) => sentence.words.replace(/…$/u, '')),
      ];
      for (const one of words) {
        const bare = flat(one).replaceAll(/^[“«„"]\s?|\s?[”»“"]$/gu, '');
        expect(stored.some((text) => text.includes(flat(bare)))).toBe(true);
      }
    }),
    RUNS,
  );
}, 120_000);

test('whatever an article holds, the card has a headline, a status and a word or a silence for each side', () => {
  fc.assert(
    fc.property(composed, ({ card }) => {
      expect(card.status.length).toBeGreaterThan(0);
      expect(card.sources.every(({ number }, index) => number === index + 1)).toBe(true);
      expect(card.summary.length).toBeLessThanOrEqual(3);
      expect(card.sides.every(({ quotes, silence }) => quotes.length > 0 || silence !== undefined)).toBe(
        true,
      );
    }),
    RUNS,
  );
}, 120_000);

test('whatever an article holds, its card keeps the limits of every platform', () => {
  fc.assert(
    fc.property(composed, ({ card }) => {
      const { components } = cardComponents(card, idOf('card'));
      const text = components.flatMap((one) => ('content' in one ? one.content : [])).join('\n');
      expect(text.length).toBeLessThanOrEqual(3_900);
      expect(components.length).toBeLessThanOrEqual(40);
      const blocks = JSON.parse(JSON.stringify(cardBlocks(card, idOf('card')))) as readonly Block[];
      expect(blockProblems(blocks, 'message')).toEqual([]);
      expect(cardText(card).length).toBeLessThanOrEqual(4_000);
      const printed = renderCard(card, 'shown', NOW, { isPlain: true, width: 100 });
      expect(printed.join('')).not.toMatch(/\p{Cc}|\u202e/u);
    }),
    RUNS,
  );
}, 120_000);
