import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { Problem } from '#config/problem.ts';
import { readLexicon } from '#config/read-lexicon.ts';
import { tableReader } from '#config/table-reader.ts';
import type { OutletId } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { buildLexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import { storiesOf } from './fingerprints.ts';

const problems: Problem[] = [];
const complain = (problem: Problem): void => void problems.push(problem);
const data = readLexicon(tableReader('config', complain), complain);
if (!data) throw new Error(problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
const lexicon = buildLexicon(data);

/** A day of July 2025 and an hour, the language, headline, lead; perhaps the office that publishes it. */
type Report = readonly [at: string, language: string, title: string, lead?: string, voiceOf?: string];

function fingerprint([at, language, title, summary, voice]: Report, index: number) {
  const when = `2025-07-${at}:00.000Z`;
  const analysis = analyse({ title, language, ...(summary !== undefined && { summary }) }, () => language);
  const voiceOf = voice as ActorId | undefined;
  const told = {
    id: String(index) as ArticleId,
    outlet: (voice ?? `outlet ${index}`) as OutletId,
    at: when,
    ...(voiceOf !== undefined && { voiceOf }),
  };
  return fingerprintOf(told, analysis, findMentions(analysis, lexicon, new Date(when)), lexicon);
}

/** How many stories the reports are, coming in this order. */
const storiesIn = (reports: readonly Report[]): number => storiesOf(reports.map(fingerprint)).length;

// Demo wording throughout, nobody's statement: the calls, visits and accidents below are made up.
describe('one event is one story', () => {
  test.each<[string, readonly Report[]]>([
    [
      'a joint statement that tells of no other act, in two languages',
      [
        [
          '01T09:00',
          'en',
          'France and India issue joint statement on rivers',
          'France and India issued a joint statement on the rivers of the south.',
        ],
        [
          '01T10:00',
          'fr',
          'La France et l’Inde publient une déclaration commune sur les fleuves',
          'La France et l’Inde ont publié une déclaration commune.',
        ],
      ],
    ],
    [
      'a call told by a newspaper and by an agency',
      [
        [
          '01T15:00',
          'en',
          'Macron and Putin speak by phone for two hours',
          'The French and Russian presidents discussed Iran in a phone call.',
        ],
        [
          '01T16:00',
          'en',
          'Kremlin: Putin held phone call with Macron',
          'The Russian leader spoke to the French president about Iran, the Kremlin said.',
        ],
      ],
    ],
    [
      'a call in English and in French',
      [
        [
          '01T15:00',
          'en',
          'Macron and Putin speak by phone for two hours',
          'The French and Russian presidents discussed Iran in a phone call.',
        ],
        [
          '01T15:40',
          'fr',
          "Macron s'est entretenu au téléphone avec Poutine",
          "Le président français a appelé son homologue russe au sujet de l'Iran.",
        ],
      ],
    ],
    [
      'a call in English and in Russian',
      [
        [
          '01T15:00',
          'en',
          'Macron and Putin speak by phone for two hours',
          'The French and Russian presidents discussed Iran in a phone call.',
        ],
        [
          '01T16:10',
          'ru',
          'Путин провёл телефонный разговор с Макроном',
          'Президенты России и Франции обсудили Иран.',
        ],
      ],
    ],
    [
      'a call in German and in Spanish',
      [
        [
          '01T15:00',
          'de',
          'Macron telefoniert mit Putin',
          'Der französische Präsident und der russische Präsident sprachen zwei Stunden über den Iran.',
        ],
        [
          '01T16:00',
          'es',
          'Macron y Putin hablan por teléfono',
          'Los presidentes de Francia y Rusia conversaron sobre Irán.',
        ],
      ],
    ],
    [
      'both sides’ own texts on one call',
      [
        [
          '01T16:30',
          'en',
          'Telephone talk with Emmanuel Macron, President of France',
          'The two leaders discussed the situation around Iran.',
          'kremlin',
        ],
        [
          '01T17:10',
          'fr',
          'Entretien téléphonique avec le Président de la Fédération de Russie Vladimir Poutine',
          'Le Président de la République a échangé avec Vladimir Poutine.',
          'elysee',
        ],
      ],
    ],
    [
      'an office’s own text and a report of it in another language',
      [
        [
          '01T16:30',
          'en',
          'Telephone talk with Luiz Inacio Lula da Silva, President of Brazil',
          'Vladimir Putin spoke by telephone with the President of Brazil.',
          'kremlin',
        ],
        [
          '01T18:00',
          'pt',
          'Lula conversa por telefone com Putin',
          'Os presidentes do Brasil e da Rússia falaram por telefone.',
        ],
      ],
    ],
    [
      'an accident without anybody known, and what was found the day after',
      [
        [
          '02T08:00',
          'en',
          'Ferry capsizes off Lindholm with 80 aboard',
          'The ferry Halvarsen capsized in a storm off Lindholm, rescuers said.',
        ],
        [
          '02T19:00',
          'en',
          'Halvarsen ferry: divers search hull off Lindholm',
          'Divers searched the capsized ferry for 12 missing passengers.',
        ],
        [
          '03T09:00',
          'en',
          'Captain of capsized ferry Halvarsen questioned',
          'Police in Lindholm questioned the captain about the storm.',
        ],
      ],
    ],
    [
      'an explosion in three newspapers that stress other things',
      [
        [
          '02T08:00',
          'en',
          'Blast at Tarnova fireworks plant kills nine',
          'An explosion tore through the fireworks plant in Tarnova on Wednesday.',
        ],
        [
          '02T09:30',
          'en',
          'Nine dead in explosion at fireworks factory in Tarnova',
          'Windows broke kilometres from the plant, residents said.',
        ],
        [
          '02T14:00',
          'en',
          'Tarnova fireworks plant had been warned, inspectors say',
          'Inspectors had found faults before the explosion that killed nine.',
        ],
      ],
    ],
    [
      'sanctions announced and explained',
      [
        [
          '03T10:00',
          'en',
          'EU agrees new sanctions on Russia over oil tankers',
          'The European Union agreed an 18th package of sanctions that lists 70 oil tankers.',
        ],
        [
          '03T13:00',
          'en',
          'New EU sanctions on Russia list 70 oil tankers',
          'The package also lowers the price cap on Russian oil.',
        ],
      ],
    ],
    [
      'a call about a country in three languages, two of which leave the country out',
      [
        [
          '03T16:00',
          'en',
          'Macron and Putin speak by phone about Iran',
          'The French and Russian presidents spoke by phone on Thursday for an hour about Iran.',
        ],
        [
          '03T16:20',
          'fr',
          'Macron et Poutine se sont parlé au téléphone',
          'Emmanuel Macron et Vladimir Poutine se sont entretenus par téléphone jeudi pendant une heure.',
        ],
        [
          '03T16:40',
          'ru',
          'Путин и Макрон поговорили по телефону',
          'Владимир Путин и Эмманюэль Макрон провели телефонный разговор.',
        ],
      ],
    ],
    [
      'a call and what is said of it the day after',
      [
        [
          '03T16:00',
          'en',
          'Macron and Putin speak by phone',
          'Emmanuel Macron and Vladimir Putin spoke by phone on Thursday for an hour.',
        ],
        [
          '04T09:00',
          'en',
          'Macron “disappointed” after phone call with Putin',
          'Emmanuel Macron said on Friday that he was disappointed by his phone call with Vladimir Putin.',
        ],
      ],
    ],
    [
      'sanctions and what the other side says of them',
      [
        [
          '02T08:00',
          'en',
          'US imposes sanctions on Iran oil network',
          'The United States imposed sanctions on a network that ships Iranian oil.',
        ],
        [
          '02T12:00',
          'en',
          'Iran condemns new US sanctions on oil network',
          'Tehran condemned the sanctions that Washington imposed on its oil exports.',
        ],
      ],
    ],
    [
      'sanctions in French, and what the other side says of them, in French and in Russian',
      [
        [
          '02T08:00',
          'fr',
          "L'UE adopte de nouvelles sanctions contre la Biélorussie",
          "L'Union européenne a adopté mercredi de nouvelles sanctions contre la Biélorussie.",
        ],
        [
          '02T12:00',
          'fr',
          "La Biélorussie dénonce les sanctions de l'UE",
          "Minsk a condamné mercredi les nouvelles sanctions que l'Union européenne a adoptées.",
        ],
        [
          '02T13:00',
          'ru',
          'Минск осудил санкции ЕС',
          'Белоруссия осудила новые санкции, которые принял Евросоюз.',
        ],
      ],
    ],
    [
      'a strike, and the same strike told in the passive voice',
      [
        [
          '02T08:00',
          'en',
          'Israel strikes port in Yemen',
          'Israel struck the port of Hodeidah in Yemen on Wednesday.',
        ],
        [
          '02T13:00',
          'en',
          'Yemen port hit by Israeli strike',
          'The port of Hodeidah in Yemen was hit by an Israeli strike on Wednesday, witnesses said.',
        ],
      ],
    ],
    [
      'a call announced, and put off by two days',
      [
        [
          '01T09:00',
          'en',
          'Macron and Putin to speak by phone on Wednesday',
          'Emmanuel Macron and Vladimir Putin will speak by phone on Wednesday about Iran.',
        ],
        [
          '01T15:00',
          'en',
          'Macron and Putin to speak by phone on Friday instead',
          'Emmanuel Macron and Vladimir Putin will speak by phone on Friday about Iran, two days later than planned.',
        ],
      ],
    ],
    [
      'a visit announced and made',
      [
        [
          '04T09:00',
          'en',
          'Orban arrives in Moscow for talks with Putin',
          'The Hungarian prime minister is on a visit to Moscow.',
        ],
        [
          '04T15:00',
          'en',
          'Putin and Orban hold talks in Moscow',
          'The Russian president received the Hungarian prime minister, who is visiting Moscow.',
        ],
      ],
    ],
  ])('%s', (_, reports) => {
    expect(storiesIn(reports)).toBe(1);
  });
});

describe('two events are two stories', () => {
  const call: Report = [
    '01T15:00',
    'en',
    'Macron and Putin speak by phone for two hours',
    'The French and Russian presidents discussed Iran in a phone call.',
  ];

  test.each<[string, readonly Report[]]>([
    [
      'what the same two say in two joint statements, told in two languages',
      [
        [
          '01T09:00',
          'en',
          'France and India sanction arms dealers',
          'In a joint statement, France and India imposed sanctions on eleven arms dealers.',
        ],
        [
          '01T15:00',
          'fr',
          'La France et l’Inde échangent des prisonniers',
          'Dans une déclaration commune, la France et l’Inde ont confirmé un échange de prisonniers.',
        ],
      ],
    ],
    [
      'a call with another leader on the same day',
      [
        call,
        [
          '01T17:00',
          'en',
          'Macron and Erdogan speak by phone',
          'The French and Turkish presidents discussed Syria in a phone call.',
        ],
      ],
    ],
    [
      'the other side’s call with somebody else',
      [
        call,
        [
          '01T17:00',
          'en',
          'Xi and Putin speak by phone',
          'The Chinese and Russian presidents discussed trade in a phone call.',
        ],
      ],
    ],
    [
      'an office’s own texts on calls with two leaders',
      [
        [
          '01T16:30',
          'en',
          'Telephone talk with Emmanuel Macron, President of France',
          'Vladimir Putin held a telephone talk with Emmanuel Macron, President of France.',
          'kremlin',
        ],
        [
          '01T17:30',
          'en',
          'Telephone talk with Recep Tayyip Erdogan, President of Turkey',
          'Vladimir Putin held a telephone talk with Recep Tayyip Erdogan, President of Turkey.',
          'kremlin',
        ],
      ],
    ],
    [
      'an office’s own texts on two calls with one leader on one day',
      [
        [
          '01T09:30',
          'en',
          'Telephone talk with Emmanuel Macron, President of France',
          'Vladimir Putin held a telephone talk with Emmanuel Macron, President of France.',
          'kremlin',
        ],
        [
          '01T21:30',
          'en',
          'Telephone talk with Emmanuel Macron, President of France',
          'Vladimir Putin held another telephone talk with Emmanuel Macron, President of France.',
          'kremlin',
        ],
      ],
    ],
    [
      'an office’s greetings to two gatherings',
      [
        [
          '01T09:00',
          'en',
          'Greetings on opening of a congress of beekeepers',
          'Vladimir Putin greeted in a message those who take part in the congress.',
          'kremlin',
        ],
        [
          '01T11:00',
          'en',
          'Greetings on opening of a festival of choirs',
          'Vladimir Putin greeted in a message those who take part in the festival.',
          'kremlin',
        ],
      ],
    ],
    [
      'the next call of the same two, three days later',
      [
        call,
        [
          '04T15:00',
          'en',
          'Macron and Putin speak again about a prisoner',
          'A second conversation dealt with a detained teacher, officials said.',
        ],
      ],
    ],
    [
      'another act of the same two on the same day',
      [
        call,
        [
          '01T19:00',
          'en',
          'Russia expels two French diplomats',
          'Moscow gave the two envoys a week to leave the embassy.',
        ],
      ],
    ],
    [
      'two accidents of one kind in two places',
      [
        [
          '02T08:00',
          'en',
          'Ferry capsizes off Lindholm with 80 aboard',
          'The ferry Halvarsen capsized in a storm off Lindholm, rescuers said.',
        ],
        [
          '02T11:00',
          'en',
          'Ferry runs aground near Port Elsa',
          'The ferry Queen of Reeds ran aground near Port Elsa; nobody was hurt.',
        ],
      ],
    ],
    [
      'two trials on one day',
      [
        [
          '02T08:00',
          'en',
          'Teacher jailed for espionage in Tarnova',
          'A court sentenced the teacher to six years in prison.',
        ],
        [
          '02T10:00',
          'en',
          'Banker jailed for fraud in Port Elsa',
          'A court sentenced the banker to four years in prison.',
        ],
      ],
    ],
    [
      'two matters of one person',
      [
        [
          '02T08:00',
          'en',
          'Ilse Brandvold sells her airline',
          'The billionaire Ilse Brandvold sold the carrier to a pension fund.',
        ],
        [
          '02T12:00',
          'en',
          'Ilse Brandvold to sing at opera gala',
          'The evening will raise money for young musicians.',
        ],
      ],
    ],
    [
      'an anniversary and what happens on that day',
      [
        [
          '02T08:00',
          'en',
          'Ten years on: Lindholm remembers its ferry disaster',
          'Relatives laid wreaths for those who died ten years ago.',
        ],
        ['02T11:00', 'en', 'Lindholm elects a new mayor', 'Voters chose a teacher to lead the harbour town.'],
      ],
    ],
    [
      'sanctions of two powers',
      [
        [
          '03T10:00',
          'en',
          'EU agrees new sanctions on Russia',
          'The European Union agreed a package that lists oil tankers.',
        ],
        [
          '03T12:00',
          'en',
          'Japan imposes sanctions on North Korea',
          'Tokyo froze the assets of five companies over missile tests.',
        ],
      ],
    ],
    [
      'two days of fighting in two towns',
      [
        [
          '03T10:00',
          'en',
          'Russian drones hit Kharkiv market',
          'Four people were wounded when drones struck a market in Kharkiv.',
        ],
        [
          '03T12:00',
          'en',
          'Russian missile hits port of Odesa',
          'A missile damaged grain stores in the port of Odesa.',
        ],
      ],
    ],
    [
      'weather here and there',
      [
        [
          '03T10:00',
          'en',
          'Storm warning for the weekend in Norvania',
          'Forecasters expect heavy rain and wind on the coast.',
        ],
        [
          '03T12:00',
          'en',
          'Heatwave closes schools in Tarnova',
          'Forecasters expect temperatures of 41 degrees.',
        ],
      ],
    ],
    [
      'two visits to one capital in French',
      [
        [
          '04T09:00',
          'fr',
          'Le chancelier Merz en visite à Paris',
          'Friedrich Merz rencontre Emmanuel Macron pour parler de défense.',
        ],
        [
          '04T12:00',
          'fr',
          'Lula en visite à Paris',
          'Le président du Brésil rencontre Emmanuel Macron pour parler du climat.',
        ],
      ],
    ],
    [
      'two calls of the same two on one day',
      [
        [
          '01T08:00',
          'en',
          'Macron and Putin speak by phone',
          'Emmanuel Macron and Vladimir Putin spoke by phone on Tuesday about Iran.',
        ],
        [
          '01T15:00',
          'en',
          'Macron and Putin speak by phone again, second call of the day',
          'Emmanuel Macron and Vladimir Putin spoke by phone for the second time on Tuesday.',
        ],
      ],
    ],
    [
      'three calls of the same two on three days, in French',
      [
        [
          '01T08:00',
          'fr',
          'Macron et Poutine se parlent au téléphone',
          'Emmanuel Macron et Vladimir Poutine se sont entretenus par téléphone mardi.',
        ],
        [
          '02T08:00',
          'fr',
          'Macron et Poutine se parlent au téléphone',
          'Emmanuel Macron et Vladimir Poutine se sont entretenus par téléphone mercredi.',
        ],
        [
          '03T10:00',
          'fr',
          'Macron et Poutine se parlent de nouveau au téléphone',
          'Emmanuel Macron et Vladimir Poutine se sont entretenus par téléphone jeudi.',
        ],
      ],
    ],
    [
      'a call and the next one of the same two, in Russian',
      [
        [
          '01T09:00',
          'ru',
          'Путин и Макрон поговорили по телефону',
          'Владимир Путин и Эмманюэль Макрон провели телефонный разговор во вторник.',
        ],
        [
          '02T09:00',
          'ru',
          'Путин и Макрон снова поговорили по телефону',
          'Владимир Путин и Эмманюэль Макрон провели телефонный разговор в среду.',
        ],
      ],
    ],
    [
      'a call, the one that it came before, and the one after that',
      [
        [
          '01T09:00',
          'en',
          'Macron speaks with Erdogan before Putin call',
          'Emmanuel Macron spoke by phone with Recep Tayyip Erdogan on Tuesday before his call with Vladimir Putin.',
        ],
        [
          '01T16:00',
          'en',
          'Macron speaks with Putin for two hours',
          'Emmanuel Macron spoke by phone with Vladimir Putin on Tuesday for two hours.',
        ],
        [
          '01T18:00',
          'en',
          'Macron briefs Erdogan after Putin call',
          'Emmanuel Macron spoke by phone with Recep Tayyip Erdogan on Tuesday after his call with Vladimir Putin.',
        ],
      ],
    ],
    [
      'exchanges of prisoners on three days',
      [
        [
          '04T12:00',
          'en',
          'Armenia and Azerbaijan exchange 61 prisoners',
          'Armenia and Azerbaijan exchanged 61 prisoners each on Friday.',
        ],
        [
          '05T12:00',
          'en',
          'Armenia and Azerbaijan exchange 44 prisoners',
          'Armenia and Azerbaijan exchanged 44 prisoners each on Saturday.',
        ],
        [
          '06T12:00',
          'en',
          'Armenia and Azerbaijan exchange 58 prisoners',
          'Armenia and Azerbaijan exchanged 58 prisoners each on Sunday.',
        ],
      ],
    ],
    [
      'drones in two nights on one town',
      [
        [
          '02T05:00',
          'en',
          'Russian drones hit Odesa, three dead',
          'Russia attacked Odesa with drones overnight, killing three people, rescuers said.',
        ],
        [
          '03T05:00',
          'en',
          'Russian drones hit Odesa, four dead',
          'Russia attacked Odesa with drones overnight, killing four people, rescuers said.',
        ],
      ],
    ],
    [
      'sanctions of one power against two countries',
      [
        [
          '03T10:00',
          'en',
          'EU adopts sanctions against Russia',
          'The European Union adopted new sanctions against Russia on Thursday.',
        ],
        [
          '03T15:00',
          'en',
          'EU adopts sanctions against Iran',
          'The European Union adopted new sanctions against Iran on Thursday over drones for Russia.',
        ],
      ],
    ],
    [
      'sanctions of one power against two countries, in French',
      [
        [
          '03T10:00',
          'fr',
          "L'UE adopte des sanctions contre la Russie",
          "L'Union européenne a adopté jeudi de nouvelles sanctions contre la Russie.",
        ],
        [
          '03T15:00',
          'fr',
          "L'UE adopte des sanctions contre la Biélorussie",
          "L'Union européenne a adopté jeudi de nouvelles sanctions contre la Biélorussie.",
        ],
      ],
    ],
    [
      'two ambassadors whom one country summons',
      [
        [
          '01T09:00',
          'en',
          'Norway summons Russian ambassador over balloon',
          'Norway summoned the Russian ambassador on Tuesday over a balloon that crossed its airspace.',
        ],
        [
          '01T12:00',
          'en',
          'Norway summons Israeli ambassador over detained skipper',
          'Norway summoned the Israeli ambassador on Tuesday over the arrest of a Norwegian skipper.',
        ],
      ],
    ],
    [
      'one side’s strike and the other’s',
      [
        [
          '06T05:00',
          'en',
          'Israel strikes Iran gas field',
          'Israel struck a gas field in Iran on Sunday, state television said.',
        ],
        [
          '06T12:00',
          'en',
          'Iran missiles hit refinery in Israel',
          'Iranian missiles struck a refinery in Israel on Sunday.',
        ],
      ],
    ],
    [
      'denials of two visits',
      [
        [
          '04T14:00',
          'en',
          'Kremlin denies Putin will visit Brazil',
          'The Kremlin denied on Friday that Vladimir Putin will visit Brazil next week.',
        ],
        [
          '04T15:00',
          'en',
          'Kremlin denies plan for Putin visit',
          'The Kremlin denied on Friday that Vladimir Putin would visit Turkey for talks with Iran.',
        ],
      ],
    ],
    [
      'two calls in Russian',
      [
        [
          '04T09:00',
          'ru',
          'Путин провёл телефонный разговор с Эрдоганом',
          'Президенты России и Турции обсудили Сирию.',
        ],
        [
          '04T12:00',
          'ru',
          'Путин провёл телефонный разговор с Моди',
          'Лидеры России и Индии обсудили торговлю.',
        ],
      ],
    ],
  ])('%s', (_, reports) => {
    expect(storiesIn(reports)).toBe(reports.length);
  });

  const ferry: Report = [
    '01T09:00',
    'en',
    'Ferry capsizes off Lindholm with 80 aboard',
    'The ferry Halvarsen capsized in a storm off Lindholm, rescuers said.',
  ];
  test.each<[string, Report]>([
    [
      'live page',
      [
        '01T18:00',
        'en',
        'Live updates: Macron and Putin speak by phone; ferry capsizes off Lindholm',
        'Follow the phone call of the French and Russian presidents and the rescue off Lindholm.',
      ],
    ],
    [
      'press review',
      [
        '01T18:00',
        'en',
        "The Papers: 'Macron and Putin speak' and ferry capsizes",
        'The phone call and the ferry Halvarsen off Lindholm are on the front pages.',
      ],
    ],
    [
      'round-up in French',
      [
        '01T18:00',
        'fr',
        "L'essentiel : Macron et Poutine se parlent, naufrage à Lindholm",
        'Un appel téléphonique et le ferry Halvarsen.',
      ],
    ],
    [
      'round-up in Russian',
      [
        '01T18:00',
        'ru',
        'Итоги дня: разговор Путина и Макрона, крушение парома',
        'Паром Halvarsen и телефонный разговор.',
      ],
    ],
  ])('a %s glues nothing together', (_, roundup) => {
    const stories = storiesOf([call, ferry, roundup].map(fingerprint));
    expect(stories.some((articles) => articles.includes('0') && articles.includes('1'))).toBe(false);
  });
});

describe('articles of the same minute', () => {
  const reports: readonly Report[] = [
    [
      '01T15:00',
      'en',
      'Macron and Putin speak by phone for two hours',
      'The French and Russian presidents discussed Iran in a phone call.',
    ],
    [
      '01T15:00',
      'fr',
      "Macron s'est entretenu au téléphone avec Poutine",
      "Le président français a appelé son homologue russe au sujet de l'Iran.",
    ],
    [
      '01T15:00',
      'en',
      'Macron and Erdogan speak by phone',
      'The French and Turkish presidents discussed Syria in a phone call.',
    ],
    [
      '01T15:00',
      'en',
      'Ferry capsizes off Lindholm with 80 aboard',
      'The ferry Halvarsen capsized in a storm off Lindholm, rescuers said.',
    ],
    [
      '01T15:00',
      'en',
      'Rescue after ferry Halvarsen capsizes off Lindholm',
      'Boats took passengers of the capsized ferry to Lindholm.',
    ],
  ];

  test('give the same stories in whatever order they come', () => {
    const told = reports.map(fingerprint);
    for (const order of ordersOf(told)) expect(storiesOf(order)).toEqual([['0', '1'], ['2'], ['3', '4']]);
  });
});

function ordersOf<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((first, index) =>
    ordersOf(things.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}
