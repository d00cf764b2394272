import { expect, test } from 'vitest';
import { english } from '#command/words/reply-words-en.ts';
import { french } from '#command/words/reply-words-fr.ts';
import { joined, say, time } from '#command/words/say.ts';

test('only the sentence makes words strong, never what is put into it', () => {
  const topic = '**loud** talks';
  expect(say`**Nothing on “${topic}”** since ${time('2026-03-02T12:00:00.000Z')}.`).toEqual([
    { kind: 'text', text: 'Nothing on “', style: 'strong' },
    { kind: 'text', text: '**loud** talks', style: 'strong' },
    { kind: 'text', text: '”', style: 'strong' },
    { kind: 'text', text: ' since ' },
    { kind: 'time', at: '2026-03-02T12:00:00.000Z', shape: 'time' },
    { kind: 'text', text: '.' },
  ]);
});

test('the French word for a channel is its platform’s, in our own words alone', () => {
  const topic = 'salon du livre';
  expect(say`**Ce salon** suit « ${topic} », d’autres salons non.`).toEqual([
    { kind: 'text', text: 'Ce ', style: 'strong' },
    { kind: 'salon', isMany: false, style: 'strong' },
    { kind: 'text', text: ' suit « ' },
    { kind: 'text', text: 'salon du livre' },
    { kind: 'text', text: ' », d’autres ' },
    { kind: 'salon', isMany: true },
    { kind: 'text', text: ' non.' },
  ]);
});

test('phrases in a row are kept apart', () => {
  expect(joined([say`a`, say`b`], ', ').map((piece) => (piece.kind === 'text' ? piece.text : ''))).toEqual([
    'a',
    ', ',
    'b',
  ]);
});

test('every reply can be given in French', () => {
  expect(Object.keys(french).toSorted()).toEqual(Object.keys(english).toSorted());
  const inEnglish = new Set(Object.values(english.storyStates));
  expect(Object.values(french.storyStates).filter((word) => inEnglish.has(word))).toEqual([]);
});
