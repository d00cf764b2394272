import { describe, expect, test } from 'vitest';
import type { Problem } from '#config/problem.ts';
import { readLexicon } from '#config/read-lexicon.ts';
import { tableReader } from '#config/table-reader.ts';
import { analyse } from '#language/analyse.ts';
import { buildLexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';

const problems: Problem[] = [];
const complain = (problem: Problem): void => void problems.push(problem);
const data = readLexicon(tableReader('config', complain), complain);
if (!data) throw new Error(problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
const lexicon = buildLexicon(data);

/** The status of each mention of an event in a sentence. */
function statusesOf(event: string, language: string, title: string): readonly string[] {
  const analysis = analyse({ title, language }, () => language);
  const { events } = findMentions(analysis, lexicon, new Date('2025-07-01T12:00:00Z'));
  return events.filter((mention) => mention.event === event).map(({ status }) => status);
}

/** The events found in a sentence; a weak one, which needs an actor beside it, carries a question mark. */
function eventsIn(language: string, title: string): readonly string[] {
  const analysis = analyse({ title, language }, () => language);
  const { events } = findMentions(analysis, lexicon, new Date('2025-07-01T12:00:00Z'));
  return events.map(({ event, weak }) => (weak ? `${event}?` : event));
}

describe('the words of events.yaml', () => {
  test.each([
    ['en', 'The two leaders spoke at length by telephone', 'call'],
    ['en', 'Ministers held telephone conversations on Monday', 'call'],
    ['fr', 'Les deux ministres se sont entretenus au téléphone', 'call'],
    ['ru', 'Министры провели телефонные переговоры', 'call'],
    ['de', 'Die Minister telefonierten am Montag', 'call'],
    ['zh', '两国外长通电话', 'call'],
    ['en', 'The president arrived on an unannounced visit', 'visit'],
    ['ru', 'Президент прибыл с визитом', 'visit'],
    ['fr', 'Le cessez-le-feu entre en vigueur', 'ceasefire'],
    ['en', 'Both armies agreed to a humanitarian pause', 'ceasefire'],
    ['tr', 'Taraflar ateşkesi kabul etti', 'ceasefire'],
    ['en', 'The government recalled its ambassador for consultations', 'recall-ambassador'],
    ['es', 'El gobierno llamó a consultas a su embajador', 'recall-ambassador'],
    ['de', 'Drei Diplomaten wurden ausgewiesen', 'expulsion'],
    ['en', 'Three attachés were declared personae non gratae', 'expulsion'],
    ['ru', 'Стороны обменялись военнопленными', 'prisoner-swap'],
    ['pt', 'Os dois lados acertaram uma troca de prisioneiros', 'prisoner-swap'],
    ['en', 'The council met after the veto', 'veto'],
    ['pl', 'Inspektorzy MAEA wrócili do zakładu', 'nuclear-inspection'],
    ['it', 'Il governo chiude lo spazio aereo', 'airspace-closed'],
    ['uk', 'Уряд закрив кордон на тиждень', 'border-closed'],
    ['fa', 'گفتگوی تلفنی دو وزیر', 'call'],
    ['ar', 'بحث الوزيران هاتفيا وقف إطلاق النار', 'ceasefire'],
  ])('in %s, “%s” tells of %s', (language, sentence, event) => {
    expect(eventsIn(language, sentence)).toContain(event);
  });

  test.each([
    ['en', 'Two prime ministers call on the president to accept', 'call'],
    ['en', 'The so-called republic held a parade', 'call'],
    ['fr', 'Les syndicats appellent à manifester', 'call'],
    ['ru', 'Министр рассказал о визах для учёных', 'visit'],
    ['ru', 'Министр рассказал о визах для учёных', 'military-exercise'],
    ['en', 'A car maker recalls thousands of cars', 'recall-ambassador'],
    ['en', 'A sanctioned oligarch sold his yacht', 'sanctions'],
    ['en', 'Teachers go on strike over pay', 'attack'],
    ['en', 'The studio cancelled its talk show', 'negotiation'],
    ['en', 'Climbers reached the summit of the mountain', 'summit'],
    ['fr', 'Grâce à la pluie, le feu est éteint', 'release'],
    ['pl', 'W tym roku zbiory są dobre', 'negotiation'],
    ['en', 'The ministry issued a press release', 'release'],
  ])('in %s, “%s” does not tell of %s', (language, sentence, event) => {
    expect(eventsIn(language, sentence).map((found) => found.replace('?', ''))).not.toContain(event);
  });

  test.each([
    ['fr', 'Le ministre rencontrera son homologue', 'meeting'],
    ['fr', 'Le roi visitera la capitale', 'visit'],
    ['fr', 'Le conseil sanctionnera deux banques', 'sanctions'],
    ['ru', 'Министр встретится с коллегой', 'meeting'],
    ['ru', 'Совет введёт санкции против банков', 'sanctions'],
    ['ru', 'Страна вышлет дипломатов', 'expulsion'],
    ['ru', 'Король посетит столицу', 'visit'],
    ['uk', 'Король відвідає столицю', 'visit'],
    ['es', 'El ministro se reunirá con su homólogo', 'meeting'],
    ['es', 'El rey visitará la capital', 'visit'],
    ['it', 'Il ministro incontrerà il collega', 'meeting'],
    ['pt', 'O rei visitará a capital', 'visit'],
    ['pl', 'Król odwiedzi stolicę', 'visit'],
    ['ar', 'الوزير سيزور العاصمة', 'visit'],
  ])('in %s, “%s” only announces it: %s', (language, sentence, event) => {
    expect(new Set(statusesOf(event, language, sentence))).toEqual(new Set(['planned']));
  });

  test.each([
    ['ru', 'Саммит невозможен', 'summit'],
    ['ru', 'Встреча министров не состоится', 'meeting'],
    ['fr', 'La rencontre des ministres n’aura pas lieu', 'meeting'],
  ])('in %s, “%s” denies it: %s', (language, sentence, event) => {
    expect(new Set(statusesOf(event, language, sentence))).toEqual(new Set(['denied']));
  });

  test.each([
    ['fr', 'Le ministre a rencontré son homologue', 'meeting'],
    ['ru', 'Министры встретились в столице', 'meeting'],
    ['ru', 'Стороны обменялись пленными', 'prisoner-swap'],
    ['es', 'El ministro se reunió con su homólogo en Teherán', 'meeting'],
  ])('in %s, “%s” tells what happened: %s', (language, sentence, event) => {
    expect(new Set(statusesOf(event, language, sentence))).toEqual(new Set(['happened']));
  });

  test('leave “talks with” to meetings', () => {
    const found = eventsIn('en', 'The president held talks with the chancellor');
    expect(found).toContain('meeting');
    expect(found).not.toContain('call');
    expect(found).not.toContain('call?');
  });

  test('are known for every event in English, French and Russian', () => {
    const lacking = data.events.filter(({ phrases }) =>
      ['en', 'fr', 'ru'].some((code) => !phrases[code]?.length),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
    expect(data.events.length).toBeGreaterThanOrEqual(30);
  });

  test('never stand on two sides of one event', () => {
    const torn = data.events.flatMap(({ id, phrases, weak = {}, not = {} }) =>
      Object.entries(phrases).flatMap(([code, strong]) =>
        strong
          .filter((phrase) => weak[code]?.includes(phrase) || not[code]?.includes(phrase))
          .map((phrase) => `${id} ${code} ${phrase}`),
      ),
    );
    const silenced = data.events.flatMap(({ id, weak = {}, not = {} }) =>
      Object.entries(weak).flatMap(([code, words]) =>
        words.filter((word) => not[code]?.includes(word)).map((word) => `${id} ${code} ${word}`),
      ),
    );
    expect([...torn, ...silenced]).toEqual([]);
  });

  test('are never silenced by a word of a few letters, such as the rest of a phrase torn at its comma', () => {
    const short = data.events.flatMap(({ id, not = {} }) =>
      Object.entries(not)
        .filter(([code]) => code !== 'zh' && code !== 'ja')
        .flatMap(([code, words]) =>
          words.filter((word) => word.length < 5).map((word) => `${id} ${code} ${word}`),
        ),
    );
    expect(short).toEqual([]);
  });
});
