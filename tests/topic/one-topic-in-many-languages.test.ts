import { describe, expect, test } from 'vitest';
import { openKnowledge } from '#compose/open-knowledge.ts';
import { parseQuery } from '#topic/parse-query.ts';

const { lexicon } = await openKnowledge({});

/** The canonical text, or what is wrong with the query. */
function meaningOf(query: string): string {
  const parsed = parseQuery(query, lexicon);
  return parsed.kind === 'topic' ? parsed.topic.canonical : parsed.problem.message;
}

/** English first; then the same in other languages. */
const QUERIES: readonly (readonly [english: string, ...others: string[]])[] = [
  ['Macron Putin phone call', 'Macron Poutine appel téléphonique', 'Макрон Путин телефонный разговор'],
  [
    'Zelensky Macron phone call',
    'Zelensky Macron appel téléphonique',
    'Зеленский Макрон телефонный разговор',
  ],
  ['Trump Zelensky meeting', 'Trump Zelensky rencontre', 'Трамп Зеленский встреча'],
  ['Xi Jinping Putin meeting', 'Xi Jinping Poutine rencontre', 'Си Цзиньпин Путин встреча'],
  [
    'Israel Hamas ceasefire',
    'Israël Hamas cessez-le-feu',
    'Израиль ХАМАС перемирие',
    'Israel Hamas Waffenruhe',
  ],
  [
    'Russia Ukraine ceasefire',
    'Russie Ukraine cessez-le-feu',
    'Россия Украина перемирие',
    'Rusia Ucrania alto el fuego',
  ],
  [
    'Russia Ukraine prisoner exchange',
    'Russie Ukraine échange de prisonniers',
    'Россия Украина обмен пленными',
  ],
  [
    'EU Russia sanctions',
    'UE Russie sanctions',
    'ЕС Россия санкции',
    'UE Rusia sanciones',
    'EU Russland Sanktionen',
  ],
  [
    'United States Iran sanctions',
    'États-Unis Iran sanctions',
    'США Иран санкции',
    'Estados Unidos Irán sanciones',
  ],
  ['Iran Israel attack', 'Iran Israël attaque', 'Иран Израиль атака'],
  ['North Korea missile test', 'Corée du Nord tir de missile', 'КНДР испытание ракеты'],
  ['G7 summit', 'sommet G7', 'саммит G7'],
  ['BRICS summit', 'sommet BRICS', 'саммит БРИКС', 'cumbre BRICS'],
  ['NATO summit', 'sommet OTAN', 'саммит НАТО', 'cumbre OTAN', 'NATO Gipfel'],
  ['Finland NATO accession', 'Finlande OTAN adhésion', 'Финляндия НАТО вступление'],
  ['Ukraine EU accession', 'Ukraine UE adhésion', 'Украина ЕС вступление'],
  ['Serbia Kosovo talks', 'Сербия Косово переговоры'],
  ['Niger coup', 'Niger coup d’État', 'Нигер переворот'],
  ['Sudan ceasefire', 'Soudan cessez-le-feu', 'Судан перемирие'],
  [
    'Germany Ukraine arms delivery',
    'Allemagne Ukraine livraison d’armes',
    'Германия Украина поставки оружия',
  ],
  ['France Algeria expulsion', 'France Algérie expulsion', 'Франция Алжир высылка'],
  ['Kazakhstan state of emergency', 'Kazakhstan état d’urgence', 'Казахстан чрезвычайное положение'],
  ['Poland Belarus border closed', 'Pologne Biélorussie frontière fermée', 'Польша Беларусь граница закрыта'],
  ['Russia veto', 'Russie veto', 'Россия вето'],
  ['Turkey Sweden ratification', 'Turquie Suède ratification', 'Турция Швеция ратификация'],
  ['China Taiwan military exercise', 'Chine Taïwan exercice militaire', 'Китай Тайвань военные учения'],
  ['Scholz resignation', 'Scholz démission', 'Шольц отставка'],
  ['Japan resignation', 'Japon démission', 'Япония отставка', 'Japón dimisión'],
  ['Georgia protests', 'Géorgie manifestations', 'Грузия протесты'],
  ['Belarus espionage', 'Biélorussie espionnage', 'Беларусь шпионаж'],
  ['Estonia cyberattack', 'Estonie cyberattaque', 'Эстония кибератака'],
  ['Mali troop withdrawal', 'Mali retrait des troupes', 'Мали вывод войск'],
  ['Egypt mediation', 'Égypte médiation', 'Египет посредничество'],
  ['Syria embassy', 'Syrie ambassade', 'Сирия посольство', 'Siria embajada', 'Syrien Botschaft'],
  ['Ukraine wheat', 'Ukraine blé', 'Украина пшеница'],
  ['Germany pipeline', 'Allemagne oléoduc'],
  ['Turkey earthquake', 'Turquie séisme', 'Турция землетрясение', 'Türkei Erdbeben'],
  ['Libya flood', 'Libye inondation', 'Ливия наводнение', 'Libia inundación'],
  ['Minneapolis bridge collapse', 'Minneapolis effondrement pont', 'Minneapolis Brücke Einsturz'],
  ['Spain migrants', 'Espagne migrants', 'Испания мигранты'],
  ['Lavrov Blinken meeting', 'Lavrov Blinken rencontre', 'Лавров Блинкен встреча'],
];

describe('a topic in another language', () => {
  const rows = QUERIES.flatMap(([english, ...others]) => others.map((other) => [other, english] as const));

  test.each(rows)('“%s” is the topic “%s”', (other, english) => {
    expect(meaningOf(other)).toBe(meaningOf(english));
  });
});
