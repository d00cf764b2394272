import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#config/problem.ts';
import { readLexicon } from '#config/read-lexicon.ts';
import { tableReader } from '#config/table-reader.ts';
import { foldedWordsOf, splitWords } from '#language/split-words.ts';
import { stemOf } from '#language/stem-of.ts';
import { buildLexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';

const problems: Problem[] = [];
const complain = (problem: Problem): void => void problems.push(problem);
const data = readLexicon(tableReader('config', complain), complain);
if (!data) throw new Error(problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
const { words } = data;
const lexicon = buildLexicon(data);

const LANGUAGES = ['en', 'fr', 'es', 'de', 'it', 'pt', 'ru', 'uk', 'pl', 'tr', 'ar', 'zh'];

/** One word, or one stem, for two things: both lines have it. */
const TRULY_AMBIGUOUS = new Set([
  'ar مسير: drone, rally',
  'ar ملك: king, queen',
  'it bombard: bomb, bomber',
  'it cittadin: citizen, citizenship',
  'it govern: government, governor',
  'it occup: job, occupation',
  'it sequestr: confiscation, kidnapping',
  'it sindac: mayor, trade-union',
  'pl wywiad*: intelligence, interview',
  'pt govern: government, governor',
  'uk мист: bridge, city',
  'zh 核 武: nuclear, nuclear-weapon',
]);

describe('the words of words.yaml', () => {
  test('stand in every line in twelve languages', () => {
    const lacking = words.flatMap(({ id, names }) =>
      LANGUAGES.filter((language) => !names[language]?.length).map((language) => `${id} ${language}`),
    );
    expect(words.length).toBeGreaterThan(550);
    expect(lacking).toEqual([]);
  });

  test('stand in one line each, unless a language has one word for two things', () => {
    const shared = LANGUAGES.flatMap((language) =>
      [...linesByStem(language)]
        .filter(([, lines]) => lines.size > 1)
        .map(([stem, lines]) => `${language} ${stem}: ${[...lines].toSorted().join(', ')}`),
    );
    expect(shared.filter((line) => !TRULY_AMBIGUOUS.has(line))).toEqual([]);
    expect([...TRULY_AMBIGUOUS].filter((line) => !shared.includes(line))).toEqual([]);
  });

  test('stand in alphabetical order within their field', () => {
    const fields = readFileSync('config/words.yaml', 'utf8')
      .split(/^ {2}# /mu)
      .slice(1);
    expect(fields.length).toBeGreaterThan(5);
    for (const field of fields) {
      const ids = [...field.matchAll(/^ {2}([a-z0-9-]+): /gmu)].map(([, id = '']) => id);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  test('are no single Chinese character that is part of many other words', () => {
    const single = words.flatMap(({ id, names }) =>
      (names['zh'] ?? []).filter((name) => name.length === 1).map((name) => `${name} ${id}`),
    );
    expect(single.toSorted()).toEqual(['煤 coal', '铀 uranium', '铝 steel', '锂 minerals', '鲸 whale']);
  });

  test.each([
    ['en', 'Two bridges collapsed overnight', ['bridge', 'collapse']],
    ['en', 'Mercenaries freed the hostages', ['mercenary', 'hostage']],
    ['fr', 'Les agriculteurs bloquent les autoroutes', ['farmer', 'road']],
    ['fr', 'La sécheresse menace les récoltes de blé', ['drought', 'harvest', 'grain']],
    ['es', 'Las inundaciones dañaron hospitales y escuelas', ['flood', 'hospital', 'school']],
    ['es', 'Los rehenes siguen en los túneles', ['hostage', 'tunnel']],
    ['de', 'Die Gaslieferungen durch die Pipelines ruhen', ['pipeline']],
    ['de', 'Schüsse vor einer Synagoge', ['shooting', 'synagogue']],
    ['it', 'I migranti sono arrivati nei porti', ['migrant', 'port']],
    ['it', 'Sciopero generale contro le pensioni', ['labour-strike', 'pension']],
    ['pt', 'O terremoto destruiu prédios e pontes', ['earthquake', 'building', 'bridge']],
    ['pt', 'A inflação e os preços dos combustíveis', ['inflation', 'price', 'fuel']],
    ['ru', 'Заложников держали в тоннелях', ['hostage', 'tunnel']],
    ['ru', 'Из-за наводнения закрыты школы и больницы', ['flood', 'school', 'hospital']],
    ['uk', 'Військові розмінували шахту', ['military', 'mining']],
    ['uk', 'Біженців розмістили у школах', ['refugee', 'school']],
    ['pl', 'Pożar w szpitalu, ewakuowano pacjentów', ['fire', 'hospital']],
    ['pl', 'Rolnicy zablokowali przejścia graniczne', ['farmer', 'checkpoint']],
    ['tr', 'Depremde binalar çöktü', ['earthquake', 'building', 'collapse']],
    ['tr', 'Rehineler için müzakere', ['hostage']],
    ['ar', 'المستشفيات تعاني نقص الوقود', ['hospital', 'fuel']],
    ['ar', 'انهيار الجسر بعد الفيضانات', ['collapse', 'bridge', 'flood']],
    ['zh', '地震造成多所学校和医院倒塌', ['earthquake', 'school', 'hospital', 'collapse']],
    ['zh', '人质在地道中被找到', ['hostage', 'tunnel']],
  ])('in %s, “%s” holds %j', (language, sentence, concepts) => {
    expect(conceptsIn(language, sentence)).toEqual(expect.arrayContaining(concepts));
  });

  test.each([
    ['en', 'The minister read an abridged letter', 'bridge'],
    ['pl', 'Mostowski mówił krótko', 'bridge'],
    ['tr', 'Aslında hiçbir şey değişmedi', 'vaccine'],
    ['zh', '朝鲜半岛局势的核心问题', 'nuclear'],
    ['zh', '朝鲜半岛局势的核心问题', 'island'],
  ])('in %s, “%s” holds no %s', (language, sentence, concept) => {
    expect(conceptsIn(language, sentence)).not.toContain(concept);
  });
});

describe('a topic in common words', () => {
  test.each([
    ['bridge', 'мост'],
    ['hostages', 'заложники'],
    ['hostages', 'رهائن'],
    ['earthquake', '地震'],
    ['bridge collapse', 'обрушение моста'],
    ['bridge collapse', 'effondrement d’un pont'],
    ['bridge collapse', 'köprü çöktü'],
    ['hospital blaze', 'пожар в больнице'],
    ['hospital blaze', 'حريق في مستشفى'],
    ['Kenya drought', 'sécheresse Kenya'],
    ['Chile flood', 'inundación Chile'],
    ['refugee camp flood', 'Überschwemmung im Lager der Flüchtlinge'],
    ['famine drought', 'голод и засуха'],
    ['famine drought', 'голод і посуха'],
    ['inflation poverty', '通胀 贫困'],
    ['volcano earthquake', 'wulkan i trzęsienie ziemi'],
  ])('means in “%s” what “%s” means', (query, other) => {
    expect(meaningOf(other)).toBe(meaningOf(query));
  });
});

function conceptsIn(language: string, sentence: string): readonly string[] {
  const book = lexicon.phrasebookFor(language);
  const row = splitWords(sentence, language);
  return row.flatMap((_, at) => book.words(row, at).map(({ value }) => value));
}

function meaningOf(query: string): string {
  const parsed = parseQuery(query, lexicon);
  return parsed.kind === 'topic' ? parsed.topic.canonical : parsed.problem.message;
}

/** The lines in which a word or phrase of a language stands, by its stems; what is open-ended as it is written. */
function linesByStem(language: string): ReadonlyMap<string, ReadonlySet<string>> {
  const lines = new Map<string, Set<string>>();
  for (const { id, names } of words) {
    for (const name of names[language] ?? []) {
      const stem = name.includes('*') ? name : stemsOf(name, language);
      lines.set(stem, (lines.get(stem) ?? new Set()).add(id));
    }
  }
  return lines;
}

const stemsOf = (name: string, language: string): string =>
  foldedWordsOf(name)
    .map((folded) => stemOf(folded, language))
    .join(' ');
