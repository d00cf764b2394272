import { expect, test } from 'vitest';
import type { Post } from '#delivery/delivery.ts';
import { headlineShown } from '#delivery/headline-shown.ts';

const headed = { words: 'Berg and Moran speak', outlet: 'wire', article: 'w1' };
const post = (over: object): Post => ({ card: { language: 'en', headed }, ...over }) as unknown as Post;

test('a card that was sent, or may have been, keeps its headline', () => {
  expect(headlineShown(post({ message: 'm1' }), ['en'])).toEqual(headed);
  expect(headlineShown(post({ firstSentAt: '2025-07-01T10:00:00.000Z' }), ['en', 'fr'])).toEqual(headed);
});

test('a card that nobody was sent yet may have a better one', () => {
  expect(headlineShown(post({}), ['en'])).toBeUndefined();
  expect(headlineShown(undefined, ['en'])).toBeUndefined();
});

test('a channel that reads another language by now may have one in it', () => {
  expect(headlineShown(post({ message: 'm1' }), ['fr', 'en'])).toBeUndefined();
});

test('a card of an earlier Readout says not whose article its headline is', () => {
  expect(headlineShown(post({ message: 'm1', card: { language: 'en' } }), ['en'])).toBeUndefined();
});
