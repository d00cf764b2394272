import { describe, expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import { announcedDay } from '#story/announced-day.ts';

/** A Wednesday. */
const WEDNESDAY = new Date('2026-07-01T09:00:00Z');

function dayIn(sentence: string, language = 'en', at = WEDNESDAY): string | undefined {
  const { passages } = analyse({ title: sentence, language }, () => language);
  return announcedDay(passages[0]?.sentences[0]?.words ?? [], language, at)?.slice(0, 10);
}

describe('the day that an event is announced for', () => {
  test.each([
    ['The president will visit Norland on 14 July', 'en', '2026-07-14'],
    ['The president will visit Norland on July 14, 2027', 'en', '2027-07-14'],
    ['The visit is planned for July 14th', 'en', '2026-07-14'],
    ['They will meet from 14 to 16 July', 'en', '2026-07-14'],
    ['They will meet on 14-16 July', 'en', '2026-07-14'],
    ['The visit will take place on Tuesday 14 July', 'en', '2026-07-14'],
    ['They will meet on 2 January', 'en', undefined],
    ['The presidents will speak tomorrow', 'en', '2026-07-02'],
    ['The presidents will speak the day after tomorrow', 'en', '2026-07-03'],
    ['They will speak by phone on Friday', 'en', '2026-07-03'],
    ['They will speak by phone next Tuesday', 'en', '2026-07-07'],
    ['The palace said on Monday that they will meet on Friday', 'en', '2026-07-03'],
    ['Le président se rendra en Norlande le 14 juillet', 'fr', '2026-07-14'],
    ['Le président se rendra en Norlande le 1er août', 'fr', '2026-08-01'],
    ['Ils se verront du 14 au 16 juillet', 'fr', '2026-07-14'],
    ['Ils se parleront mardi prochain', 'fr', '2026-07-07'],
    ['Ils se parleront vendredi', 'fr', '2026-07-03'],
    ['Ils se parleront demain', 'fr', '2026-07-02'],
    ['Ils se parleront après-demain', 'fr', '2026-07-03'],
    ['Визит состоится 14 июля', 'ru', '2026-07-14'],
    ['Переговоры пройдут в пятницу', 'ru', '2026-07-03'],
    ['Встреча пройдёт в следующий вторник', 'ru', '2026-07-07'],
    ['Они поговорят завтра', 'ru', '2026-07-02'],
    ['Они поговорят послезавтра', 'ru', '2026-07-03'],
    ['They will meet on Friday, a week before the summit of 12 September', 'en', '2026-07-03'],
    ['They will meet on the morning of 14 July', 'en', '2026-07-14'],
    ['They will meet on Friday, the palace told reporters in Elsa on Thursday', 'en', '2026-07-03'],
    ['The palace told reporters in Elsa that they will meet on Friday', 'en', '2026-07-03'],
    ['The palace said in Elsa they will meet on 14 July', 'en', '2026-07-14'],
    ['The visit is postponed to 14 July', 'en', '2026-07-14'],
    ['On Friday they will meet in Elsa, the palace said', 'en', '2026-07-03'],
    ['Ils se verront vendredi, deux jours avant le sommet du 12 septembre', 'fr', '2026-07-03'],
    ['Le palais a indiqué à Elsa qu’ils se verraient le 14 juillet', 'fr', '2026-07-14'],
    ['Elle se rendra en Norlande à partir du 14 juillet', 'fr', '2026-07-14'],
    ['Дворец сообщил журналистам, что встреча пройдёт в пятницу', 'ru', '2026-07-03'],
    ['В пятницу они встретятся, сообщил дворец', 'ru', '2026-07-03'],
    ['Встреча пройдёт 14 июля, сообщили журналистам в четверг', 'ru', '2026-07-14'],
  ])('is read from “%s”', (sentence, language, day) => {
    expect(dayIn(sentence, language)).toBe(day);
  });

  test.each([
    ['no day at all', 'The president will visit Norland next week'],
    ['several days', 'They will meet on 14 July or 3 August'],
    ['a weekday of two weeks', 'They will meet next Friday'],
    ['a weekday that may be the last one', 'They will speak after what was said in talks that Monday'],
    ['when it was said', 'The palace announced on Thursday that they will meet'],
    ['a day long past', 'They will mark the truce of 14 June'],
    ['no such day', 'They will meet on 31 June'],
    ['the modal verb', 'They may 5 times meet'],
  ])('is not known from %s', (_, sentence) => {
    expect(dayIn(sentence)).toBeUndefined();
  });

  test.each([
    ['They will meet before 14 July', 'en'],
    ['They will meet by July 14', 'en'],
    ['They will meet no later than 14 July', 'en'],
    ['They will meet by Friday', 'en'],
    ['They will meet before the 14 July holiday', 'en'],
    ['Ils se verront avant le 14 juillet', 'fr'],
    ["Ils se verront d'ici au 14 juillet", 'fr'],
    ["Ils se verront d'ici le 14 juillet", 'fr'],
    ["Ils se verront jusqu'au 14 juillet", 'fr'],
    ["Ils se verront d'ici vendredi", 'fr'],
    ['Встреча пройдёт до 14 июля', 'ru'],
    ['Встреча пройдёт не позднее 14 июля', 'ru'],
    ['Встреча пройдёт к 14 июля', 'ru'],
  ])('is not the day by which it is to be: “%s”', (sentence, language) => {
    expect(dayIn(sentence, language)).toBeUndefined();
  });

  test.each([
    ['They will meet, the palace told reporters in Elsa late on Thursday', 'en'],
    ['They will meet, the palace told a crowd of reporters from the whole region on Friday', 'en'],
    ['On Thursday the palace said that they will meet', 'en'],
    ['On 3 July, the palace announced that they will meet', 'en'],
    ['They will meet, the palace said on 3 July', 'en'],
    ['Ils se verront, a déclaré le palais à la presse réunie à Elsa vendredi', 'fr'],
    ['Jeudi, le palais a annoncé leur rencontre', 'fr'],
    ['Они встретятся, сообщили журналистам во время брифинга в четверг', 'ru'],
    ['В четверг дворец сообщил о будущей встрече', 'ru'],
  ])('is not the day on which it was said: “%s”', (sentence, language) => {
    expect(dayIn(sentence, language)).toBeUndefined();
  });

  test('is not “tomorrow” where it is another day for many readers', () => {
    for (const hour of ['22:30', '01:15']) {
      expect(dayIn('They will speak tomorrow', 'en', new Date(`2026-07-01T${hour}:00Z`))).toBeUndefined();
      expect(dayIn('They will speak on 14 July', 'en', new Date(`2026-07-01T${hour}:00Z`))).toBe(
        '2026-07-14',
      );
    }
  });

  test('is left out in a language whose words for days we do not have', () => {
    expect(dayIn('Sie treffen sich am 14 Juli', 'de')).toBeUndefined();
  });
});
