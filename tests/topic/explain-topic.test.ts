import { describe, expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { explainTopic, type PartExplanation } from '#topic/explain-topic.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

const { lexicon } = readConfig({});

function partsOf(query: string, known: Lexicon = lexicon, language = 'en'): readonly PartExplanation[] {
  const parsed = parseQuery(query, known);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return explainTopic(parsed.topic, known, language).parts;
}

describe('a topic', () => {
  test('is explained part by part in the reader’s language', () => {
    expect(partsOf('France Putin call grain', smallLexicon, 'ru')).toEqual([
      {
        written: 'France',
        kind: 'actor',
        understoodAs: ['Франция'],
        natures: ['country'],
        languages: smallLexicon.languages.length,
      },
      { written: 'Putin', kind: 'actor', understoodAs: ['Путин'], natures: ['person'], languages: 8 },
      { written: 'call', kind: 'event', understoodAs: ['phone call'], natures: ['event'], languages: 5 },
      { written: 'grain', kind: 'words', understoodAs: ['grain'], natures: ['plain-word'], languages: 1 },
    ]);
  });

  test.each([
    ['Macron', ['person']],
    ['France', ['country']],
    ['Kremlin', ['office']],
    ['IAEA', ['organisation']],
    ['Gazprom', ['company']],
    ['Hezbollah', ['camp']],
    ['Zaporizhzhia', ['place']],
    ['JCPOA', ['treaty']],
    ['ceasefire', ['event']],
    ['bridge', ['common-word']],
    ['Wibblesham', ['plain-word']],
    ['"red line"', ['exact-words']],
    ['Macron OR France', ['person', 'country']],
  ])('says of “%s” what it is', (query, natures) => {
    expect(partsOf(query).map((part) => part.natures)).toEqual([natures]);
  });

  test('counts a name that all Latin letters share as known in every language that writes them', () => {
    const [part] = partsOf('Jean Castex');
    expect(part?.languages).toBeGreaterThan(8);
    expect(part?.languages).toBeLessThan(lexicon.languages.length);
  });

  test('names a word of another language by what it means', () => {
    expect(partsOf('Россия мост')).toMatchObject([
      { written: 'Россия', understoodAs: ['Russia'], natures: ['country'] },
      { written: 'мост', understoodAs: ['bridge'], natures: ['common-word'] },
    ]);
  });
});
