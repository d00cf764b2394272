import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardComponents } from '#adapters/discord/cards/card-components.ts';
import type { Card, CardSide } from '#card/card.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../../../delivery/owed.ts';
import { allComponents, type Component, shownBody } from '../../../simulators/discord/message.ts';
import { aNewsroom } from '../a-newsroom.ts';
import { hostileCard, OWN_HOST } from '../hostile-cards.ts';

const key: DeliveryKey = idOf('card');
const partsOf = (card: Card): readonly Component[] =>
  allComponents([cardComponents(card, key) as unknown as Component]);
const textOf = (card: Card): string =>
  partsOf(card)
    .flatMap(({ content }) => content ?? [])
    .join('\n');

const source = (number: number) => ({
  number,
  outlet: number === 1 ? 'World Wire' : `Outlet ${number}`,
  title: 'Talks',
  link: `https://wire.example/${number}`,
  host: 'wire.example',
  publishedAt: '2026-03-02T12:00:00.000Z',
});
const syldavia: CardSide = {
  name: 'Syldavia',
  quotes: [
    {
      label: [{ kind: 'text', text: 'Palace, as quoted by World Wire' }],
      words: '“a long and useful conversation”',
      isQuoted: true,
      source: 1,
      mark: [{ kind: 'text', text: 'not found in an own text so far' }],
    },
  ],
  more: 2,
};
const ruritania: CardSide = {
  name: 'Ruritania',
  quotes: [],
  silence: [
    { kind: 'text', text: 'nothing published yet (feed read ' },
    { kind: 'time', at: '2026-03-02T16:40:00.000Z', shape: 'time' },
    { kind: 'text', text: ')' },
  ],
  more: 0,
};
const whole = aCard({
  takenOff: [[{ kind: 'text', text: 'as quoted by The Courier', style: 'struck' }]],
  sides: [syldavia, ruritania],
  context: [[{ kind: 'text', text: 'follows R-AAAA' }]],
  footer: [[{ kind: 'text', text: '1 outlet · rests on: palace' }]],
  sources: [source(1), source(2)],
  reads: [{ label: 'Read: World Wire', link: 'https://wire.example/1', host: 'wire.example' }],
});

describe('a card in Components V2', () => {
  test('reads from the headline to what it rests on, with links that only we made', () => {
    expect(textOf(whole).split('\n')).toEqual([
      '### Ruritania and Syldavia hold talks',
      '-# R-7K2Q · Headline: World Wire',
      '**ONE SIDE SO FAR**',
      '~~as quoted by The Courier~~',
      'The two ministers met on Monday. [[1]](https://wire.example/1)',
      '**Syldavia** · Palace, as quoted by World Wire [[1]](https://wire.example/1)',
      '> “a long and useful conversation”',
      '-# not found in an own text so far',
      '-# +2 more',
      '',
      '**Ruritania** · nothing published yet (feed read <t:1772469600:t>)',
      'follows R-AAAA',
      '-# 1 outlet · rests on: palace',
      '-# [[1]](https://wire.example/1) World Wire (wire.example) · [[2]](https://wire.example/2) Outlet 2 (wire.example)',
    ]);
  });

  test('has at most two links to open, with their hosts, its sources, Why? and the menu', () => {
    const buttons = partsOf(whole).filter(({ type }) => type === 2);
    expect(buttons.map(({ label, url, custom_id: id }) => [label, url ?? id])).toEqual([
      ['Read: World Wire · wire.example', 'https://wire.example/1'],
      ['Sources (2)', 'do:story sources R-7K2Q'],
      ['Why?', `why:${key}`],
      ['More…', `do:card ${key}`],
    ]);
  });

  test('counts the sources that it does not name', () => {
    const many = partsOf({ ...whole, moreSources: 33 });
    expect(many.map(({ label }) => label)).toContain('Sources (35)');
    expect(many.map(({ content }) => content).join('\n')).toMatch(/Outlet 2 .* · \+33 more/);
  });

  test.each([
    ['grey', 0x8a8f98],
    ['blue', 0x2f6fde],
    ['amber', 0xe0a100],
    ['red', 0xc62828],
  ] as const)('bears the colour of its status: %s', (tone, colour) => {
    expect(cardComponents(aCard({ tone })).accent_color).toBe(colour);
  });

  test('speaks the reader’s language', () => {
    const french = { ...whole, language: 'fr' };
    expect(textOf(french)).toContain('-# +2 de plus');
    expect(partsOf(french).some(({ label }) => label === 'Pourquoi ?')).toBe(true);
  });
});

const long = (words: string, times: number): string => `${words} `.repeat(times).trim();
const quoteOf = (words: string) => ({
  label: [{ kind: 'text', text: 'Palace' } as const],
  words,
  isQuoted: true,
  source: 1,
});

describe('a card that is too long', () => {
  test('leaves out its context first, and counts what it left out', () => {
    const card = {
      ...whole,
      context: [[{ kind: 'text', text: long('follows', 60) } as const]],
      summary: [
        { words: long('met', 366), source: 1 },
        { words: long('and', 366), source: 1 },
      ],
      sides: [{ ...syldavia, quotes: [quoteOf(long('said', 120))] }],
    };
    expect(textOf(card)).not.toContain('follows');
    expect(textOf(card)).toContain('-# +1 more');
    expect(textOf(card)).toContain(long('said', 120));
  });

  test('keeps headline, status and corrections whatever else it holds', () => {
    const sides = Array.from({ length: 12 }, (_, number) => ({
      name: `Side ${number}`,
      quotes: Array.from({ length: 5 }, () => quoteOf(long('words', 200))),
      more: 3,
    }));
    const sources = Array.from({ length: 40 }, (_, index) => source(index + 1));
    const text = textOf({ ...whole, sides, others: { ...syldavia, name: 'Others' }, sources });
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text).toContain('### Ruritania and Syldavia hold talks');
    expect(text).toContain('**ONE SIDE SO FAR**');
    expect(text).toContain('~~as quoted by The Courier~~');
    expect(text).toContain('-# +8 more');
  });

  test('keeps six corrections, the newest', () => {
    const sides = Array.from({ length: 4 }, () => ({ ...syldavia, quotes: [quoteOf(long('words', 200))] }));
    const takenOff = Array.from({ length: 12 }, (_, number) => [
      { kind: 'text', text: `It stood here: ${number}.`, style: 'struck' } as const,
    ]);
    const text = textOf({
      ...whole,
      headline: long('headline', 40),
      sides,
      takenOff,
      others: sides[0] ?? syldavia,
    });
    const kept = [...text.matchAll(/It stood here: (\d+)\./g)].map(([, number]) => Number(number));
    expect(kept.slice(-6)).toEqual([6, 7, 8, 9, 10, 11]);
  });
});

test('a card of which every part is as long as it can be leaves Discord some room', () => {
  const words = '*𝕏_'.repeat(120);
  const line = [{ kind: 'text', text: words, style: 'struck' } as const];
  const quote = { label: line, words, isQuoted: true, source: 39, mark: line };
  const side = { name: words, quotes: [quote, quote], silence: line, more: 99 };
  const cell = { side: words, words, source: 1, phrase: line };
  const card = aCard({
    language: 'fr',
    headline: words,
    about: line,
    status: line,
    takenOff: Array.from({ length: 8 }, () => line),
    muted: line,
    summary: [1, 2, 3].map((number) => ({ words, source: number })),
    sides: Array.from({ length: 6 }, () => side),
    others: side,
    rows: [{ subject: words, cells: [cell, cell] }],
    context: [line, line],
    footer: [line, line],
    sources: Array.from({ length: 12 }, (_, index) => ({ ...source(index + 1), outlet: words })),
  });
  expect(textOf(card).length).toBeLessThanOrEqual(3_900);
}, 60_000);

describe('a card in which every word means harm', () => {
  /** Read from left to right as Discord does: escaped characters, code, and where our own links lead. */
  const INERT = /\\[^\w\s]|`[^`]*`|\]\(https:\/\/own\.example[^)\s]*\)|<t:1772452800:t>/g;
  const obeyed = (text: string): string => text.replaceAll(INERT, '·');

  test('leads nowhere but to its own sources, keeps Discord’s limits and mentions nobody', () => {
    fc.assert(
      fc.property(hostileCard, (card) => {
        const text = textOf(card);
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(partsOf(card).length).toBeLessThanOrEqual(40);
        expect(obeyed(text)).not.toMatch(/[a-z]:\/\/|\]\(|[@<`]/i);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\p{Cs}/u);
        const urls = partsOf(card).flatMap(({ url }) => url ?? []);
        expect(urls.filter((url) => !url.startsWith(`https://${OWN_HOST}/`) || url.length > 512)).toEqual([]);
      }),
      { seed: 20_260_302, numRuns: 100 },
    );
  });

  test('is taken by Discord as it is, sentence and card, and pings nobody', async () => {
    await using newsroom = await aNewsroom({
      limits: {
        'POST /channels/:channel/messages': { limit: 1_000, windowMs: 1_000 },
        'PATCH /channels/:channel/messages/:message': { limit: 1_000, windowMs: 1_000 },
      },
    });
    const { discord, messenger, channel } = newsroom;
    for (const [index, card] of fc.sample(hostileCard, { seed: 9, numRuns: 40 }).entries()) {
      const created = await messenger.create(channel, card, idOf('hostile', String(index)));
      expect(created).toEqual({ kind: 'sent', message: expect.any(String) as MessageId });
    }
    expect(discord.messagesIn('desk').flatMap(({ pings }) => pings)).toEqual([]);
    expect(discord.messagesIn('desk').every((message) => shownBody(message).content === '')).toBe(true);
  }, 30_000);
});
