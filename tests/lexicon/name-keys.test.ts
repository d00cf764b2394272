import { expect, test } from 'vitest';
import { splitWords } from '#language/split-words.ts';
import { nameKey, nameKeysFor } from '#lexicon/name-keys.ts';
import { buildPhraseTable, openPhraseTable } from '#lexicon/phrase-table.ts';

test.each([
  ['ru', 'зеленский', ['зеленского', 'зеленскому', 'зеленским', 'зеленском']],
  ['ru', 'лавров', ['лаврова', 'лаврову', 'лавровым', 'лаврове']],
  ['ru', 'россия', ['россии', 'россию', 'россией']],
  ['ru', 'газа', ['газы', 'газе', 'газу', 'газой']],
  ['pl', 'gaza', ['gazy', 'gazie', 'gaze']],
  ['ru', 'китай', ['китая', 'китаю', 'китаем', 'китае']],
  ['uk', 'україна', ['україни', 'україні', 'україну', 'україною']],
  ['ru', 'израильский', ['израильские', 'израильских', 'израильскими', 'израильская']],
  ['ru', 'палестинец', ['палестинцы', 'палестинцев', 'палестинцам', 'палестинцами']],
  ['ru', 'кореец', ['корейцы', 'корейцев', 'корейцами']],
  ['ru', 'россиянин', ['россияне', 'россиян', 'россиянам']],
  ['uk', 'українець', ['українці', 'українців', 'українцям']],
  ['pl', 'ukrainiec', ['ukraincy', 'ukraincow', 'ukraincom', 'ukraincami']],
  ['ru', 'талибы', ['талибов', 'талибам', 'талибами', 'талибах']],
  ['ru', 'нидерланды', ['нидерландов', 'нидерландам', 'нидерландах']],
  ['uk', 'хусити', ['хуситів', 'хуситам', 'хуситами']],
  ['ru', 'египет', ['египта', 'египту', 'египтом', 'египте']],
  ['uk', 'єгипет', ['єгипту', 'єгиптом', 'єгипті']],
  ['ru', 'беларусь', ['беларуси', 'беларусью']],
  ['ru', 'бруней', ['брунея', 'брунею', 'брунеем', 'брунее']],
  ['uk', 'мілей', ['мілея', 'мілею', 'мілеєм', 'мілеї']],
  ['ru', 'касем', ['касема', 'касему', 'касемом', 'касеме']],
  ['ru', 'маврикий', ['маврикия', 'маврикию', 'маврикием', 'маврикии']],
  ['ru', 'гвинея', ['гвинеи', 'гвинее', 'гвинею', 'гвинеей']],
  ['it', 'marocchino', ['marocchini', 'marocchina']],
  ['it', 'francese', ['francesi']],
  ['de', 'chinesisch', ['chinesische', 'chinesischen', 'chinesischer']],
  ['fr', 'chinois', ['chinoise', 'chinoises']],
  ['pl', 'zelenski', ['zelenskiego', 'zelenskiemu', 'zelenskim']],
  ['pl', 'rosja', ['rosji', 'rosje', 'rosjo']],
  ['de', 'frankreich', ['frankreichs']],
  ['ar', 'شي', ['وشي']],
  ['ar', 'كرملين', ['الكرملين', 'والكرملين', 'للكرملين', 'بالكرملين']],
])('in %s, %s is known in its cases', (language, name, forms) => {
  const kept = nameKey(name, language);
  const missed = forms.filter((form) => !nameKeysFor(language)(form).includes(kept));
  expect(missed).toEqual([]);
});

test.each([
  ['ru', 'мали', 'мало'],
  ['ru', 'иран', 'ира'],
  ['ru', 'грузия', 'груз'],
  ['ru', 'чад', 'чадов'],
  ['ru', 'куба', 'кубов'],
  ['ru', 'газа', 'газ'],
  ['uk', 'газа', 'газ'],
  ['pl', 'gaza', 'gaz'],
  ['en', 'iran', 'tirana'],
])('in %s, %s is not %s', (language, name, other) => {
  expect(nameKeysFor(language)(other)).not.toContain(nameKey(name, language));
});

test('a name as it stands is no other name in the plural', () => {
  const entries = [
    ['Hama', 'the town'],
    ['Hamas', 'the movement'],
    ['American', 'the people'],
  ] as const;
  const keysOf = nameKeysFor('en');
  const find = openPhraseTable(
    buildPhraseTable(entries, (folded) => nameKey(folded, 'en')),
    keysOf,
  );
  const valuesIn = (text: string): readonly string[] =>
    find(splitWords(text, 'en'), 0).map(({ value }) => value);
  expect(valuesIn('Hamas')).toEqual(['the movement']);
  expect(valuesIn('Hama’s')).toEqual(['the town']);
  expect(valuesIn('Americans')).toEqual(['the people']);
});
