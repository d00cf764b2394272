import { describe, expect, test } from 'vitest';
import { cardBlocks } from '#adapters/slack/cards/card-blocks.ts';
import type { Card, CardQuote, CardSource } from '#card/card.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../../../delivery/owed.ts';
import { wordsIn } from '../a-slack.ts';

const key: DeliveryKey = idOf('card');
const text = (words: string) => ({ kind: 'text', text: words }) as const;
const strong = (words: string) => ({ kind: 'text', text: words, style: 'strong' }) as const;

const aSource = (number: number): CardSource => ({
  number,
  outlet: `Outlet ${number}`,
  title: 'Talks',
  link: `https://outlet-${number}.example/talks`,
  host: `outlet-${number}.example`,
  publishedAt: '2026-03-02T11:38:00.000Z',
});

const aQuote = (words: string): CardQuote => ({
  label: [text('Foreign Ministry, own text, in English')],
  words,
  isQuoted: true,
  source: 1,
});

const whole: Card = aCard({
  about: [text('Headline: World Wire · talks')],
  status: [strong('BOTH SIDES'), strong(' HAVE SPOKEN'), text(' · Ruritania '), at('17:55')],
  takenOff: [[text('Stood here: '), { kind: 'text', text: 'Syldavia: “no”', style: 'struck' }]],
  sides: [
    { name: 'Ruritania', quotes: [aQuote('“We agreed.”')], more: 2 },
    { name: 'Syldavia', quotes: [], silence: [text('nothing published yet')], more: 0 },
  ],
  context: [[text('First since 2022')]],
  footer: [[text('1 outlet · rests on: Ruritania')]],
  sources: [aSource(1), { ...aSource(2), stateControlled: 'state-controlled' }],
  reads: [{ label: 'Read: World Wire', link: 'https://outlet-1.example/talks', host: 'outlet-1.example' }],
});

function at(clock: string) {
  return { kind: 'time', at: `2026-03-02T${clock}:00.000Z`, shape: 'time' } as const;
}

describe('a card', () => {
  test('is read in the order of its importance', () => {
    const mark = '<https://outlet-1.example/talks|‹1›>';
    expect(cardBlocks(whole, key).map((block) => [block.type, ...wordsIn(block)])).toEqual([
      ['header', 'Ruritania and Syldavia hold talks'],
      ['context', 'R-7K2Q · Headline: World Wire · talks'],
      [
        'section',
        [
          '*BOTH SIDES HAVE SPOKEN* · Ruritania <!date^1772474100^{time}|18:55 CET>',
          'Stood here: ~Syldavia: “no”~',
          `The two ministers met on Monday. ${mark}`,
        ].join('\n'),
      ],
      ['divider'],
      [
        'section',
        `*Ruritania* · Foreign Ministry, own text, in English ${mark}\n“We agreed.”\n+2 more`,
        '*Syldavia*\nnothing published yet',
      ],
      ['context', 'First since 2022 · 1 outlet · rests on: Ruritania'],
      [
        'context',
        '‹1› <https://outlet-1.example/talks|Outlet 1> outlet-1.example · ‹2› <https://outlet-2.example/talks|Outlet 2> (state-controlled) outlet-2.example',
      ],
      ['actions', 'Read: World Wire', 'Sources (2)', 'Why?', 'More…'],
    ]);
  });

  test('that is only shown has no question to ask', () => {
    expect(cardBlocks(whole).flatMap(wordsIn)).not.toContain('Why?');
  });

  test('speaks French where the channel does', () => {
    expect(cardBlocks({ ...whole, language: 'fr' }, key).flatMap(wordsIn)).toContain('Pourquoi ?');
  });

  test('with a headline too long for the header says it whole below', () => {
    const headline = `${'Ruritania and Syldavia talk '.repeat(8)}at last`;
    const words = cardBlocks(aCard({ headline })).flatMap(wordsIn);
    expect(words[0]).toHaveLength(150);
    expect(words.some((part) => part.includes(`*${headline}*`))).toBe(true);
  });

  test('far too long loses parts in a fixed order, and says how many', () => {
    const words = 'a long sentence of a long text '.repeat(60);
    const huge: Card = {
      ...whole,
      sides: Array.from({ length: 6 }, (_, index) => ({
        name: `Side ${index + 1}`,
        quotes: [aQuote(words), aQuote(words)],
        more: 0,
      })),
      others: { name: 'Others', quotes: [aQuote(words)], more: 0 },
      sources: Array.from({ length: 12 }, (_, index) => aSource(index + 1)),
    };
    const said = cardBlocks(huge, key).flatMap(wordsIn).join('\n');
    expect(said.length).toBeLessThan(9_600);
    expect(said).toContain('*BOTH SIDES HAVE SPOKEN*');
    expect(said).toContain('Stood here: ~Syldavia: “no”~');
    expect(said).toContain('Side 6');
    expect(said).not.toContain('First since 2022');
    expect(said).not.toContain('Others');
    expect(said).toMatch(/‹5› .* · \+7 more/);
    expect(
      cardBlocks({ ...huge, moreSources: 33 }, key)
        .flatMap(wordsIn)
        .join('\n'),
    ).toMatch(/‹5› .* · \+40 more/);
    // What else was left out is counted as well: the context, and the others.
    expect(said).toContain('+2 more');
  });
});
