import { expect, test } from 'vitest';
import { findQuotations } from '#statement/quotations.ts';

test.each([
  ['He said “we agree” and left.', ['we agree']],
  ['Il a dit : « nous voulons “la paix” maintenant ».', ['nous voulons “la paix” maintenant']],
  ['Er sagte „wir kommen“ und ging.', ['wir kommen']],
  ['He said "we agree," and left.', ['we agree']],
  ["''We agree,'' he said. ''All of us.''", ['We agree', 'All of us.']],
  ['‘We agree,’ he said of the leaders’ call.', ['We agree']],
  ['“We agree. We will sign. Soon,” he said.', ['We agree. We will sign. Soon']],
  ['“We agree," he typed.', ['We agree']],
  ['A pipe of 5" and a “call”.', ['call']],
])('what stands between the marks: %s', (text, inner) => {
  expect(quoted(text)).toEqual(inner);
});

test('a mark that nobody closes opens nothing', () => {
  expect(quoted('He said “we agree and left.')).toEqual([]);
  expect(quoted('He said “we agree.\nAnd then he left.')).toEqual([]);
});

test('a quotation left open is closed by its paragraph where the next one opens again', () => {
  expect(quoted('“We agree.\n“We will sign,” he said.')).toEqual(['We agree.', 'We will sign']);
});

test('finds the place of both marks', () => {
  const text = "He said ''we agree'' twice.";
  const [found] = findQuotations(text);
  expect(text.slice(found?.start, found?.end)).toBe("''we agree''");
});

function quoted(text: string): readonly string[] {
  return findQuotations(text).map(({ inner }) => text.slice(inner.start, inner.end));
}
