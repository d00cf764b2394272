import { expect, test } from 'vitest';
import { inQuotationMarks } from '#card/quotation-marks.ts';

test('words stand between the marks of their own language', () => {
  expect(['en', 'fr', 'ru', 'de', undefined].map((language) => inQuotationMarks('word', language))).toEqual([
    '“word”',
    '« word »',
    '«word»',
    '„word“',
    '“word”',
  ]);
});

test('marks that the words already bear are not doubled', () => {
  expect(inQuotationMarks('« mot »', 'fr')).toBe('« mot »');
  expect(inQuotationMarks('"word"', 'en')).toBe('“word”');
});

test('a quotation inside the words stays', () => {
  expect(inQuotationMarks('he called it “bold” and left', 'en')).toBe('“he called it “bold” and left”');
});
