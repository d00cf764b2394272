import { expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import { toldDay } from '#story/told-day.ts';

/** The day of a sentence whose event is the word in brackets, in an article of Wednesday, 2 July 2025, at noon. */
function dayIn(sentence: string, language = 'en', at = '2025-07-02T12:00:00Z'): string | undefined {
  const { passages } = analyse({ title: sentence.replaceAll(/[[\]]/g, ''), language }, () => undefined);
  const words = passages.flatMap(({ sentences }) => sentences.flatMap((one) => one.words));
  const event = sentence.slice(sentence.indexOf('[') + 1, sentence.indexOf(']'));
  const place = words.findIndex(({ text }) => text === event);
  return toldDay({ words, event: { firstWord: place, lastWord: place }, at: new Date(at) }, language);
}

test.each([
  ['en', 'They [spoke] by phone on Tuesday'],
  ['en', 'They [spoke] yesterday'],
  ['en', 'They [spoke] on 1 July'],
  ['en', 'They [spoke] on July 1, 2025'],
  ['fr', 'Ils se sont [entretenus] mardi'],
  ['fr', 'Ils se sont [entretenus] hier'],
  ['fr', 'Ils se sont [entretenus] le 1er juillet'],
  ['ru', 'Они [поговорили] во вторник'],
  ['ru', 'Они [поговорили] вчера'],
  ['ru', 'Они [поговорили] 1 июля'],
])('a day that is named is that day (%s: %s)', (language, sentence) => {
  expect(dayIn(sentence, language)).toBe('2025-07-01');
});

test.each([
  ['en', 'Drones [hit] the port overnight'],
  ['en', 'Drones [hit] the port last night'],
  ['en', 'They [spoke] today'],
  ['en', 'They [spoke] on Wednesday'],
  ['fr', 'Des drones ont [frappé] le port dans la nuit'],
  ['ru', 'Беспилотники [атаковали] порт ночью'],
])(
  'what took place the night before or today took place on the day of the article (%s: %s)',
  (language, sentence) => {
    expect(dayIn(sentence, language)).toBe('2025-07-02');
  },
);

test('a weekday just ahead is ahead', () => {
  expect(dayIn('They [spoke] on Thursday')).toBe('2025-07-03');
});

test.each(['The palace said on Tuesday that they [spoke]', 'They said Tuesday they would [speak]'])(
  'the day on which it was said is not the day of the event (%s)',
  (sentence) => {
    expect(dayIn(sentence)).toBeUndefined();
  },
);

test('a verb of saying behind the event takes no day away', () => {
  expect(dayIn('They [spoke] on Tuesday, the palace said')).toBe('2025-07-01');
  expect(dayIn('The palace said they [spoke] on Tuesday')).toBe('2025-07-01');
});

test.each([
  'They [spoke] by phone',
  'They [spoke] on Monday and on Tuesday',
  'They [spoke] last Monday',
  'They [speak] every Monday',
])('no day, several, or one of any week tell no day (%s)', (sentence) => {
  expect(dayIn(sentence)).toBeUndefined();
});

test('close to midnight “today” may be two days', () => {
  expect(dayIn('They [spoke] today', 'en', '2025-07-02T23:30:00Z')).toBeUndefined();
});

test('a day of a month far ahead was of the year before', () => {
  expect(dayIn('They [met] on 24 December')).toBe('2024-12-24');
});
