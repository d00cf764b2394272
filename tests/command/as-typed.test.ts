import { expect, test } from 'vitest';
import { asTyped } from '#command/as-typed.ts';

test.each([
  ['terminal', 'watch add Iran', 'status'],
  ['slack', '/readout watch add Iran', '/readout status'],
  ['discord', '/watch add Iran', '/readout status'],
] as const)(
  'on %s commands of two words and of one are typed as its people type them',
  (platform, two, one) => {
    expect(asTyped(['watch', 'add'], 'Iran', platform)).toBe(two);
    expect(asTyped(['status'], '', platform)).toBe(one);
  },
);
