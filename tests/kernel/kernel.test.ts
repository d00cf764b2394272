import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { idOf } from '#kernel/id.ts';
import { Secret } from '#kernel/secret.ts';

test('the same parts give the same id of 25 characters, and parts are kept apart', () => {
  expect(idOf('a', 'bc')).toBe(idOf('a', 'bc'));
  expect(idOf('a', 'bc')).not.toBe(idOf('ab', 'c'));
  expect(idOf('a', 'bc')).toMatch(/^[A-Za-z0-9_-]{25}$/);
});

test('a secret shows itself only when it is asked to', () => {
  const secret = new Secret('hush-hush');
  const shown = [String(secret), JSON.stringify({ secret }), inspect({ secret })].join(' ');
  expect(shown).not.toContain('hush');
  expect(secret.reveal()).toBe('hush-hush');
});
