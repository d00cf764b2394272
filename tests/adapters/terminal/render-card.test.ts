import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { renderCard } from '#adapters/terminal/render-card.ts';
import type { TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import type { Card } from '#card/card.ts';

const AT = new Date('2026-03-02T16:41:00Z');
const plain: TerminalStyle = { isPlain: true, width: 80 };
const coloured: TerminalStyle = { isPlain: false, width: 80 };

/** Demo wording, nobody's statement: invented countries and outlets. */
const card: Card = {
  story: 'R-7K2Q',
  language: 'en',
  zone: 'Europe/Paris',
  headline: 'Ruritania and Syldavia speak by phone for the first time in years, palace says',
  about: [{ kind: 'text', text: 'Headline: World Wire · topic “Ruritania Syldavia call” · phone call' }],
  tone: 'grey',
  status: [
    { kind: 'text', text: 'ONE SIDE SO FAR', style: 'strong' },
    { kind: 'text', text: ' · Syldavia has spoken, nothing seen from Ruritania' },
  ],
  takenOff: [],
  summary: [{ words: 'The two spoke by telephone on Monday, the palace said.', source: 1 }],
  sides: [
    {
      name: 'Syldavia',
      quotes: [
        {
          label: [{ kind: 'text', text: 'Palace, as quoted by World Wire' }],
          words: '“a long and useful conversation”',
          isQuoted: true,
          source: 1,
        },
      ],
      more: 2,
    },
    {
      name: 'Ruritania',
      quotes: [],
      silence: [
        { kind: 'text', text: 'nothing published yet (feed read ' },
        { kind: 'time', at: '2026-03-02T16:40:00.000Z', shape: 'time' },
        { kind: 'text', text: ').' },
      ],
      more: 0,
    },
  ],
  context: [],
  footer: [[{ kind: 'text', text: '1 outlet · rests on: palace' }]],
  sources: [
    {
      number: 1,
      outlet: 'World Wire',
      title: 'Ruritania and Syldavia speak by phone',
      link: 'https://wire.example/ruritania-and-syldavia-speak-by-phone-for-the-first-time-in-many-years',
      publishedAt: '2026-03-02T16:38:00.000Z',
    },
  ],
  reads: [],
  plain: '',
};

/** Han characters take two columns each. */
const columns = (line: string): number => line.length + (line.match(/[\u3000-\uffef]/g)?.length ?? 0);

describe('a card in a terminal', () => {
  test('reads from the headline to what it rests on', () => {
    expect(renderCard(card, 'new', AT, plain)).toEqual([
      `━━ R-7K2Q · new · 17:41 CET ${'━'.repeat(52)}`,
      '┃ Ruritania and Syldavia speak by phone for the first time in years, palace says',
      '┃ Headline: World Wire · topic “Ruritania Syldavia call” · phone call',
      '┃ ONE SIDE SO FAR · Syldavia has spoken, nothing seen from Ruritania',
      '┃',
      '┃ The two spoke by telephone on Monday, the palace said. [1]',
      '┃',
      '┃ Syldavia',
      '┃   Palace, as quoted by World Wire [1]',
      '┃     “a long and useful conversation”',
      '┃   +2 more',
      '┃ Ruritania · nothing published yet (feed read 17:40).',
      '┃',
      '┃ 1 outlet · rests on: palace',
      '┃',
      '┃ [1] World Wire, 2 Mar, 17:38: Ruritania and Syldavia speak by phone',
      '┃     https://wire.example/ruritania-and-syldavia-speak-by-phone-for-the-first-time-in-many-years',
      '',
    ]);
  });

  test('says that it is an update, and when', () => {
    expect(renderCard(card, 'updated', AT, plain)[0]).toContain('R-7K2Q · updated · 17:41 CET');
  });

  test('speaks the reader’s language and writes times as that language does', () => {
    const french = renderCard({ ...card, language: 'fr' }, 'updated', AT, plain);
    expect(french[0]).toContain('mise à jour · 17 h 41');
    expect(french).toContain('┃   +2 de plus');
  });

  test('shows the same words in colour, and none of the colour in a pipe', () => {
    const lines = renderCard(card, 'new', AT, coloured);
    expect(lines.join('\n')).toContain('\u001b[');
    expect(lines.map(stripVTControlCharacters)).toEqual(renderCard(card, 'new', AT, plain));
  });

  test('marks words that no longer stand, also without colour', () => {
    const takenOff = [[{ kind: 'text', text: 'as quoted by The Courier', style: 'struck' } as const]];
    expect(renderCard({ ...card, takenOff }, 'new', AT, plain)).toContain('┃ ~~as quoted by The Courier~~');
  });

  test('never is wider than the terminal, addresses aside, also in wide characters', () => {
    const wide =
      '両国の大統領は電話で二時間にわたり会談し、停戦と今後の協議について意見を交わしたと発表した。';
    const lines = renderCard({ ...card, summary: [{ words: wide, source: 1 }] }, 'new', AT, plain);
    const tooWide = lines.filter((line) => columns(line) > 80 && !line.includes('https://'));
    expect(tooWide).toEqual([]);
    expect(lines.join('').replaceAll('┃ ', '')).toContain(wide);
  });

  test('obeys nothing that a feed wrote', () => {
    const headline = 'Talks\u001b[2J\u001b]0;owned\u0007 \u202eesrever\nsecond line';
    const [, line] = renderCard({ ...card, headline }, 'new', AT, plain);
    expect(line).toBe('┃ Talks\\u001b[2J\\u001b]0;owned\\u0007 \\u202eesrever second line');
  });

  test('names the sources that no word of it rests on in one line', () => {
    const further = card.sources.map((source) => ({ ...source, number: 2, outlet: 'The Courier' }));
    const lines = renderCard({ ...card, sources: [...card.sources, ...further] }, 'new', AT, plain);
    expect(lines.at(-2)).toBe('┃ also: [2] The Courier');
    expect(lines.filter((line) => line.includes('https://'))).toHaveLength(1);
    const many = { ...card, sources: [...card.sources, ...further], moreSources: 33 };
    expect(renderCard(many, 'new', AT, plain).at(-2)).toBe('┃ also: [2] The Courier · +33');
  });
});
