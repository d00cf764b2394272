import { describe, expect, test } from 'vitest';
import { analyse } from '#language/analyse.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import type { Claim } from '#summary/summarizer.ts';

const PARTS = [
  'The harbour of Port Anders opened again on Monday after nine days of storm.',
  'Ferries to the northern islands sailed in the morning with two hundred travellers.',
  'Ferries to the northern islands sailed with two hundred travellers in the morning.',
  'Fishermen asked the council for help with boats that the storm had sunk.',
  'The council of Port Anders meets on Thursday to speak about the harbour and the boats.',
  'A band played.',
];

test('leaves what already fits as its publisher wrote it', () => {
  const summary = 'The harbour opened again.  Ferries sailed. A band played on the pier.';
  expect(tell({ title: 'Storm is over', summary })).toEqual([
    'The harbour opened again.',
    'Ferries sailed.',
    'A band played on the pier.',
  ]);
});

test('begins with the first sentence and stays within three', () => {
  const words = tell({ text: PARTS.join(' ') });
  expect(words[0]).toBe(PARTS[0]);
  expect(words.length).toBeLessThanOrEqual(3);
});

test('never says the same twice', () => {
  const words = tell({ text: PARTS.join(' ') });
  expect(words.filter((sentence) => sentence.startsWith('Ferries')).length).toBeLessThan(2);
});

test('drops a sentence that only repeats the title', () => {
  const title = 'Port Anders opens its harbour again';
  expect(tell({ title, text: `Port Anders opens its harbour again. ${PARTS[3]}` })).toEqual([PARTS[3]]);
});

test('never tells a credit', () => {
  const credits = [
    '(Anders Wire)',
    'Anders Wire.',
    'By Ana Lund in Oslo.',
    '(Reporting by Ana Lund; editing by Per Holm)',
  ];
  for (const credit of credits) {
    expect(tell({ summary: `${PARTS[0]} ${PARTS[3]}\n${credit}` })).toEqual([PARTS[0], PARTS[3]]);
  }
});

test('leaves out the rest of a sentence that its feed has cut', () => {
  expect(tell({ summary: `${PARTS[0]} Fishermen asked the council for he` })).toEqual([PARTS[0]]);
  expect(tell({ summary: 'The harbour opened again' })).toEqual(['The harbour opened again']);
});

test('tells a short sentence that says something', () => {
  expect(tell({ summary: `${PARTS[0]} Ferries sailed.` })).toEqual([PARTS[0], 'Ferries sailed.']);
});

test('drops what another source says in the words of the first one’s headline', () => {
  const told = extractiveSummarizer.summarize([
    source('first', { title: 'Port Anders opens its harbour again', text: PARTS[3] ?? '' }),
    source('second', { title: 'News from the coast', text: 'Port Anders opens its harbour again.' }),
  ]);
  expect(told.map(({ key }) => key)).toEqual(['first']);
});

test('leaves out a sentence in another script', () => {
  const text = `${PARTS[0]}\n${PARTS[3]}\nГавань снова открыта для паромов.`;
  expect(tell({ text })).toEqual([PARTS[0], PARTS[3]]);
});

test('cuts a single endless sentence at a word', () => {
  const [words = ''] = tell({ text: `It began ${'and went on '.repeat(60)}for ever.` });
  expect(words.split(' ')).toHaveLength(75);
  expect(words.endsWith('…')).toBe(true);
});

test('takes whole sentences word for word, white space collapsed', () => {
  const text = PARTS.join('\n   ');
  const told = extractiveSummarizer.summarize([source('one', { text })]);
  expect(told.length).toBeGreaterThan(1);
  for (const { words, start, end } of told) {
    expect(PARTS).toContain(words);
    expect(text.slice(start, end).replace(/\s+/gu, ' ')).toBe(words);
  }
});

test('hears every source before it hears one twice', () => {
  const told = extractiveSummarizer.summarize([
    source('first', { text: PARTS.slice(0, 2).join(' ') }),
    source('second', { text: PARTS[3] ?? '' }),
    source('third', { text: PARTS[4] ?? '' }),
  ]);
  expect(told.map(({ key }) => key)).toEqual(['first', 'second', 'third']);
});

test('leaves out a source that says what another has said', () => {
  const told = extractiveSummarizer.summarize([
    source('first', { text: PARTS[1] ?? '' }),
    source('second', { text: PARTS[2] ?? '' }),
  ]);
  expect(told.map(({ key }) => key)).toEqual(['first']);
});

test('tells a sentence that a second source reprints from the first', () => {
  const text = PARTS.slice(0, 2).join(' ');
  const told = extractiveSummarizer.summarize([source('first', { text }), source('reprint', { text })]);
  expect(told.map(({ key }) => key)).toEqual(['first', 'first']);
});

const CLAIM = '“We shall pay for every boat that was lost.”';
const OTHER_CLAIM = 'The islands answered that “nobody has paid us yet”.';

describe('somebody’s words', () => {
  const text = `${CLAIM} ${PARTS[0]} The council promised that “the money will come”. ${PARTS[1]} ${OTHER_CLAIM}`;
  const claims = [claim(text, CLAIM, 'council'), claim(text, 'the money will come', 'council')];

  test('are not told as what happened where a sentence says what did', () => {
    const told = extractiveSummarizer.summarize([{ ...source('one', { text }), claims }]);
    expect(told.map(({ words }) => words)).not.toContain(CLAIM);
    expect(told[0]?.words).toBe(PARTS[0]);
  });

  test('are told where there is nothing else', () => {
    const only = { ...source('one', { text: CLAIM }), claims: [claim(CLAIM, CLAIM, 'council')] };
    expect(extractiveSummarizer.summarize([only]).map(({ words }) => words)).toEqual([CLAIM]);
  });

  test('of one side bring those of the other before anything longer', () => {
    const heard = `The council promised that “the money will come”. ${PARTS[0]} ${PARTS[4]} ${PARTS[3]} ${OTHER_CLAIM}`;
    const both = [
      claim(heard, 'the money will come', 'council'),
      claim(heard, 'nobody has paid us yet', 'islands'),
    ];
    const told = extractiveSummarizer.summarize([{ ...source('one', { text: heard }), claims: both }]);
    expect(told.map(({ words }) => words)).toContain(OTHER_CLAIM);
  });
});

const WAITING: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Ferries waited', ' and waited'],
  fr: ['Les bateaux attendaient', ' et attendaient'],
  ru: ['Паромы ждали', ' и ждали'],
};

/** Too long to be told beside a lead. */
function tooLong(language: string): string {
  const [begins, goesOn] = WAITING[language] ?? ['', ''];
  return `${begins}${goesOn.repeat(36)}.`;
}

describe('a sentence that is understood only behind the one before it', () => {
  const lead: Readonly<Record<string, string>> = {
    en: 'The council of Port Anders met on Monday.',
    fr: 'Le conseil de Port Anders s’est réuni lundi.',
    ru: 'Совет Порт-Андерса собрался в понедельник.',
  };
  test.each([
    ['It said that the harbour of Port Anders stays closed.', 'en'],
    ['“We count every boat of the islands,” he said in Port Anders.', 'en'],
    ['The boats of the islands are safe, she added.', 'en'],
    ['Il a ajouté que le port de Port Anders restait fermé.', 'fr'],
    ['« Nous comptons les bateaux des îles », a-t-il expliqué à Port Anders.', 'fr'],
    ['Он добавил, что гавань Порт-Андерс закрыта.', 'ru'],
    ['«Мы считаем лодки», — сказал он в Порт-Андерсе.', 'ru'],
  ])('is left out where that one is: “%s” (%s)', (following, language) => {
    const text = `${lead[language]} ${tooLong(language)} ${following}`;
    expect(tellIn(language, { text })).toEqual([lead[language]]);
  });

  test.each([
    ['It said that the harbour of Port Anders stays closed.', 'en'],
    ['Il a ajouté que le port de Port Anders restait fermé.', 'fr'],
    ['Он добавил, что гавань Порт-Андерс закрыта.', 'ru'],
  ])('is told right behind it: “%s” (%s)', (following, language) => {
    const text = `${lead[language]} ${following} ${tooLong(language)}`;
    expect(tellIn(language, { text })).toEqual([lead[language], following]);
  });

  test('is told under the headline that it follows', () => {
    const [title, following] = ['Council of Port Anders meets', 'It said that the harbour stays closed.'];
    expect(tell({ title, text: `The council of Port Anders meets. ${following}` })).toEqual([following]);
  });
});

test('a claim that is told brings what denies it in the same text', () => {
  const claimed = 'The islands said that the harbour of Port Anders had sent their ferries away at night.';
  const denied = 'Port Anders denies it.';
  const text = `${claimed} ${PARTS[4]} ${PARTS[3]} ${PARTS[1]} ${denied}`;
  const claims = [
    claim(text, 'the harbour of Port Anders had sent their ferries away at night', 'islands'),
    { ...claim(text, 'it.', 'port-anders'), denies: true },
  ];
  const told = extractiveSummarizer.summarize([{ ...source('one', { text }), claims }]);
  expect(told.map(({ words }) => words)).toContain(denied);
});

test.each([
  ['Sign up here.', 'en'],
  ['Read more about the storm in our special edition.', 'en'],
  ['Subscribe to our newsletter about Port Anders.', 'en'],
  ['The post Storm of Port Anders appeared first on Anders Wire.', 'en'],
  ['Lire aussi : la tempête de Port Anders en images.', 'fr'],
  ['Abonnez-vous à notre lettre sur les îles.', 'fr'],
  ['Cliquez ici pour lire la suite.', 'fr'],
  ['Подписывайтесь на наш канал о гавани.', 'ru'],
  ['Читайте также: шторм в гавани.', 'ru'],
  ['Подробнее в нашем материале о гавани.', 'ru'],
])('leaves out what its publisher says about itself: “%s” (%s)', (notice, language) => {
  const own = language === 'ru' ? 'Гавань снова открыта для паромов.' : (PARTS[0] ?? '');
  expect(tellIn(language, { text: `${own} ${notice}` })).toEqual([own]);
});

test('asks no question where something can be told', () => {
  expect(tell({ text: `Who pays for the storm of Port Anders? ${PARTS[0]}` })).toEqual([PARTS[0]]);
  expect(tell({ text: 'Who pays for the storm of Port Anders?' })).toEqual([
    'Who pays for the storm of Port Anders?',
  ]);
});

test('leaves out what says again what already fits', () => {
  const again = 'Again, fishermen asked the council for help with boats that the storm had sunk.';
  expect(tell({ summary: `${PARTS[3]} ${again}` })).toEqual([PARTS[3]]);
});

test('prefers the text to a teaser that breaks off', () => {
  const words = tell({ summary: 'The harbour of Port Anders opened again on…', text: PARTS[0] ?? '' });
  expect(words).toEqual([PARTS[0]]);
});

test('has nothing to say where nothing stands', () => {
  expect(tell({ title: 'Only a title' })).toEqual([]);
});

function claim(text: string, words: string, side: string): Claim {
  const start = text.indexOf(words);
  return { place: 'text', spans: [{ start, end: start + words.length }], sides: [side as ActorId] };
}

type Parts = Parameters<typeof analyse>[0];

function source(key: string, parts: Parts) {
  return { key, analysis: analyse({ language: 'en', ...parts }, () => 'en') };
}

function tellIn(language: string, parts: Parts): readonly string[] {
  const analysis = analyse({ title: '', ...parts, language }, () => undefined);
  return extractiveSummarizer.summarize([{ key: 'only', analysis }]).map(({ words }) => words);
}

function tell(parts: Parts): readonly string[] {
  return extractiveSummarizer.summarize([source('only', parts)]).map(({ words }) => words);
}
