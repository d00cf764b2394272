import { describe, expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';

const { lexicon } = readConfig({});
const AT = new Date('2025-07-01T12:00:00Z');

/** How far each call or meeting of a headline has come. Demo wording, nobody's statement. */
function statusesOf(event: string, title: string, language: string): readonly string[] {
  const { events } = findMentions(
    analyse({ title, language }, () => undefined),
    lexicon,
    AT,
  );
  return [...new Set(events.filter((told) => told.event === event).map(({ status }) => status))];
}

describe('a verb that also means naming tells of no phone call', () => {
  test.each([
    ['Macron calls Sánchez a neighbour', 'en'],
    ['Macron calls Sánchez neighbourly', 'en'],
    ['Macron called Spanish Prime Minister Pedro Sánchez “a neighbour” on Monday', 'en'],
    ['Macron called Sánchez and Meloni neighbours', 'en'],
    ["Macron calls Sánchez's plan bold", 'en'],
    ["Macron calls Sánchez's bluff over Gibraltar", 'en'],
    ['Macron to call Sánchez a neighbour', 'en'],
    ['Macron calls Spain trip a success', 'en'],
    ['Macron calls Sánchez: “neighbour”', 'en'],
    ['Macron calls the drought in Spain a warning', 'en'],
    ['Macron appelle Sánchez à la retenue', 'fr'],
    ['Macron a appelé Pedro Sánchez à ouvrir la frontière', 'fr'],
    ['Macron appelle Sánchez « un voisin »', 'fr'],
    ['Macron appelle Sánchez « voisin » après le sommet', 'fr'],
    ['Макрон назвал Санчеса соседом', 'ru'],
    ['Макрон призвал Санчеса к диалогу', 'ru'],
  ])('%s (%s)', (title, language) => {
    expect(statusesOf('call', title, language)).toEqual([]);
  });
});

describe('the same verb tells of one where the clause ends behind whoever is telephoned, or says when or what for', () => {
  test.each([
    ['Macron calls Sánchez', 'en'],
    ['Macron calls Sánchez, Meloni', 'en'],
    ['Macron calls Sánchez after the storm', 'en'],
    ['Macron called Sánchez and Meloni on Monday', 'en'],
    ['Macron called Spanish Prime Minister Pedro Sánchez to discuss the storm', 'en'],
    ['Macron called Sánchez, the Elysee said', 'en'],
    ['The Macron-Sánchez calls go on', 'en'],
    ['Macron Sánchez call', 'en'],
    ['Macron appelle Sánchez', 'fr'],
    ['Macron a appelé Pedro Sánchez lundi pour évoquer la frontière', 'fr'],
    ['Macron a appelé Sánchez à propos de la frontière', 'fr'],
    ['Макрон позвонил Санчесу', 'ru'],
  ])('%s (%s)', (title, language) => {
    expect(statusesOf('call', title, language)).toEqual(['happened']);
  });
});

describe('what is imagined, a prank, a condition or a question did not take place', () => {
  test.each([
    ['A new play imagines a phone call between Macron and Sánchez', 'en'],
    ['The phone call between Macron and Sánchez was a prank', 'en'],
    ['Sánchez spoke by phone with comedians posing as Macron', 'en'],
    ['If Macron and Sánchez speak by phone, ministers will listen', 'en'],
    ['Nobody knows whether Macron spoke with Sánchez by phone', 'en'],
    ['Will Macron and Sánchez speak by phone?', 'en'],
    ["Un roman imagine un appel téléphonique entre Macron et l'Espagnol Sánchez", 'fr'],
    ["L'appel téléphonique entre Macron et Sánchez était un canular", 'fr'],
    ['Si Macron et Sánchez se parlent au téléphone, les ministres écouteront', 'fr'],
    ['Пранкеры, выдавая себя за Макрона, поговорили по телефону с Санчесом', 'ru'],
    ['Телефонный разговор Макрона с Санчесом оказался розыгрышем', 'ru'],
    ['Если Макрон и Санчес поговорят по телефону, министры услышат', 'ru'],
  ])('%s (%s)', (title, language) => {
    expect(statusesOf('call', title, language)).toEqual(['unclear']);
  });
});

describe('who did not meet is neither to meet nor met', () => {
  test.each([
    ['Macron and Sánchez fail to meet in Madrid', 'en'],
    ['Macron and Sánchez did not meet in Madrid', 'en'],
    ['Macron and Sánchez declined to meet in Madrid', 'en'],
    ["Macron n'a pas rencontré Sánchez à Madrid", 'fr'],
    ['Macron et Sánchez renoncent à se rencontrer : aucune rencontre avec le roi', 'fr'],
    ['Макрон не встречался с Санчесом в Мадриде', 'ru'],
    ['Макрону не удалось встретиться с Санчесом, встречи с королём не было', 'ru'],
  ])('%s (%s)', (title, language) => {
    expect(statusesOf('meeting', title, language)).toEqual(['denied']);
  });

  test('nor is a summit denied at which somebody fails to agree', () => {
    expect(statusesOf('summit', 'At the EU summit, ministers fail to agree', 'en')).toEqual(['happened']);
  });
});

test('a call to discuss something took place', () => {
  expect(statusesOf('call', 'Macron and Sánchez spoke by phone to discuss the storm', 'en')).toEqual([
    'happened',
  ]);
});

test.each([
  ['Macron phoned Sánchez on Friday, a week before the EU summit', 'en'],
  ['Macron a téléphoné à Sánchez une semaine avant le sommet de l’Otan', 'fr'],
  ['Макрон позвонил Санчесу за неделю перед саммитом', 'ru'],
])('what it comes before is still ahead: “%s” (%s)', (title, language) => {
  expect(statusesOf('call', title, language)).toEqual(['happened']);
  expect(statusesOf('summit', title, language)).toEqual(['planned']);
});

describe('a meeting that somebody proposes, wants or offers has not taken place', () => {
  test.each([
    ['meeting', 'Macron wants a meeting with Sánchez', 'en'],
    ['meeting', 'Macron offers Sánchez a meeting in Nice', 'en'],
    ['call', 'Macron offers Sánchez a phone call', 'en'],
    ['meeting', 'Macron et Meloni proposent une rencontre à Sánchez', 'fr'],
    ['meeting', 'Macron veut rencontrer Sánchez', 'fr'],
    ['call', 'Macron voudrait un entretien téléphonique avec Sánchez', 'fr'],
    ['meeting', 'Macron offre à Sánchez une rencontre à Nice', 'fr'],
    ['meeting', 'Macron sollicite une rencontre avec Sánchez', 'fr'],
    ['visit', 'Macron voudrait se rendre en visite en Espagne', 'fr'],
    ['meeting', 'Макрон хочет встретиться с Санчесом', 'ru'],
    ['meeting', 'Макрон и Мелони предлагают Санчесу встречу', 'ru'],
    ['meeting', 'Макрон пригласил Санчеса на встречу в Ниццу', 'ru'],
    ['call', 'Макрон хотел бы провести телефонный разговор с Санчесом', 'ru'],
  ])('%s: %s (%s)', (event, title, language) => {
    expect(statusesOf(event, title, language)).toEqual(['called-for']);
  });
});

describe('what somebody wants besides, and what is urged on an occasion, leaves the occasion as it took place', () => {
  test.each([
    ['meeting', 'Macron, who wants a truce, met Sánchez in Nice', 'en'],
    ['meeting', 'Invited to Nice, Sánchez met Macron', 'en'],
    ['call', 'Macron urges restraint in a phone call with Sánchez', 'en'],
    ['call', 'Macron invited Sánchez to Nice during a phone call', 'en'],
    ['attack', 'Macron calls for restraint after deadly strikes on Yemen', 'en'],
    ['meeting', 'Macron, qui veut une trêve, a rencontré Sánchez à Nice', 'fr'],
    ['meeting', 'Invité à Nice, Sánchez a rencontré Macron', 'fr'],
    ['meeting', 'Macron réclame le calme pendant une rencontre avec Sánchez', 'fr'],
    ['attack', 'Macron appelle à la retenue après des frappes sur le Yémen', 'fr'],
    ['meeting', 'Макрон, который хочет перемирия, встретился с Санчесом', 'ru'],
    ['call', 'Макрон призвал к спокойствию в телефонном разговоре с Санчесом', 'ru'],
    ['attack', 'Макрон призвал к сдержанности после ударов по Йемену', 'ru'],
  ])('%s: %s (%s)', (event, title, language) => {
    expect(statusesOf(event, title, language)).toEqual(['happened']);
  });
});
