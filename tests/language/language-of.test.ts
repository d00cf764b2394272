import { expect, test } from 'vitest';
import { languageOf } from '#language/language-of.ts';

const never = (): undefined => undefined;

test('what the feed declares comes first', () => {
  expect(languageOf('Le Conseil se réunit', 'fr-FR', () => 'it')).toBe('fr');
});

test('a declaration that the script contradicts is not believed', () => {
  expect(languageOf('Совет собрался вечером', 'en', never)).toBe('ru');
});

test.each([
  ['大臣が会見しました', 'ja'],
  ['部长举行记者会', 'zh'],
  ['Рада зібралася ввечері', 'uk'],
  ['عقد المجلس جلسة', 'ar'],
  ['مجلس در پایان گفتگو کرد', 'fa'],
])('the script alone tells that “%s” is %s', (text, language) => {
  expect(languageOf(text, undefined, never)).toBe(language);
});

test('the detector decides for Latin letters, and may not know', () => {
  expect(languageOf('Der Rat tagt', undefined, () => 'de')).toBe('de');
  expect(languageOf('Der Rat tagt', undefined, never)).toBeUndefined();
});
