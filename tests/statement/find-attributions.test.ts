import { describe, expect, test } from 'vitest';
import { findAttributions } from '#statement/find-attributions.ts';
import { FREEDONIA, LEXICON, MIRALDA, read, SYLVANIA, TORVEN, WHITE_TOWER } from './invented-world.ts';

type Row = readonly [text: string, source: string, content: string];

describe('finds the speaker and the words', () => {
  const english: readonly Row[] = [
    ['Torven said that the call was useful.', 'Torven', 'the call was useful'],
    ['Torven told reporters on Monday that talks go on.', 'Torven', 'talks go on'],
    ['The talks go on, the White Tower said.', 'the White Tower', 'The talks go on'],
    ['“We want to talk,” said Ivo Torven.', 'Ivo Torven', 'We want to talk'],
    ['"We want to talk," Torven said on Monday.', 'Torven', 'We want to talk'],
    ['‘We want to talk,’ Torven said.', 'Torven', 'We want to talk'],
    ['According to Torven, the call lasted an hour.', 'Torven', 'the call lasted an hour'],
    ['Torven, speaking in Port Anders, said it rained.', 'Torven, speaking in Port Anders', 'it rained'],
    ['According to the White Tower, the leaders met.', 'the White Tower', 'the leaders met'],
    [
      'According to Boris Lund, the Sylvanian spokesman, it rained.',
      'Boris Lund, the Sylvanian spokesman',
      'it rained',
    ],
    ['Torven said it was a mistake.', 'Torven', 'it was a mistake'],
    ['Torven agreed to talk again.', 'Torven', 'to talk again'],
    ['The call lasted an hour, according to the White Tower.', 'the White Tower', 'The call lasted an hour'],
    ['As Torven said on Monday, the talks go on.', 'Torven', 'the talks go on'],
    [
      'Boris Lund, the Sylvanian spokesman, said no visit was planned.',
      'Boris Lund, the Sylvanian spokesman',
      'no visit was planned',
    ],
    ['“We agree,” Torven said, “and we will sign.”', 'Torven', 'We agree | and we will sign.'],
    ['The call, Torven said, was useful.', 'Torven', 'The call | was useful'],
    ['Torven denied that a call took place.', 'Torven', 'a call took place'],
  ];
  test.each(english)('%s', (text, source, content) => {
    expect(told(text)).toEqual([{ source, content }]);
  });

  const french: readonly Row[] = [
    [
      'Le ministère a déclaré que la visite aurait lieu mardi.',
      'Le ministère',
      'la visite aurait lieu mardi',
    ],
    ['« Nous voulons la paix », a déclaré le président.', 'le président', 'Nous voulons la paix'],
    ['« Nous voulons la paix », a également déclaré Torven.', 'Torven', 'Nous voulons la paix'],
    ["Selon Torven, l'entretien a duré une heure.", 'Torven', "l'entretien a duré une heure"],
    [
      "L'entretien a duré une heure, d'après la Tour blanche.",
      'la Tour blanche',
      "L'entretien a duré une heure",
    ],
    ['Torven a démenti mardi toute visite.', 'Torven', 'toute visite'],
  ];
  test('a surname that ends like an adverb stays with its name', () => {
    const said = told('Rufus Firefly said the talks would go on. Torven angrily said so.', 'en');
    expect(said[0]).toEqual({ source: 'Rufus Firefly', content: 'the talks would go on' });
  });

  test.each(french)('%s', (text, source, content) => {
    expect(told(text, 'fr')).toEqual([{ source, content }]);
  });

  const russian: readonly Row[] = [
    ['Торвен заявил, что звонок был полезным.', 'Торвен', 'звонок был полезным'],
    ['«Мы готовы к диалогу», — сказал Торвен.', 'Торвен', 'Мы готовы к диалогу'],
    ['По словам Миральды, разговор длился час.', 'Миральды', 'разговор длился час'],
    ['В Белой башне сообщили, что визит не планируется.', 'В Белой башне', 'визит не планируется'],
    ['Как заявил Торвен, переговоры продолжатся.', 'Торвен', 'переговоры продолжатся'],
  ];
  test.each(russian)('%s', (text, source, content) => {
    expect(told(text, 'ru')).toEqual([{ source, content }]);
  });
});

describe('finds nothing said', () => {
  test.each([
    ['Freedonia did not say whether it would come.', 'en'],
    ['Миральда и Торвен говорили по телефону больше часа.', 'ru'],
    ['Torven would say nothing of the kind.', 'en'],
    ['The report was read in eleven states.', 'en'],
    ['Torven is said to be on his way.', 'en'],
    ['Torven asked to delay the visit.', 'en'],
    ['The talks failed, Torven urged to explain.', 'en'],
    ['Hear what Torven said about the visit.', 'en'],
    ['Sylvania accused of a breach.', 'en'],
    ['The visit tests Torven’s claim of peace.', 'en'],
    ['It was a visit that Torven says could end the talks.', 'en'],
    ['If Torven said so, the talks would end.', 'en'],
    ["Le ministère n'a pas dit si la visite aurait lieu.", 'fr'],
    ['Торвен не сказал, что приедет.', 'ru'],
  ])('in: %s', (text, language) => {
    expect(told(text, language)).toEqual([]);
  });
});

describe('names a side', () => {
  test.each([
    ['Torven said the call was useful.', SYLVANIA, TORVEN],
    ['Sylvanian President Ivo Torven said the call was useful.', SYLVANIA, TORVEN],
    ['The Freedonian president said the call was useful.', FREEDONIA, MIRALDA],
    ['The White Tower said the call was useful.', FREEDONIA, WHITE_TOWER],
    ['The Freedonian foreign ministry said the call was useful.', FREEDONIA, FREEDONIA],
    ['The Freedonian ambassador to Sylvania said the call was useful.', FREEDONIA, FREEDONIA],
    ['Boris Lund, the Sylvanian spokesman, said the call was useful.', SYLVANIA, undefined],
    ['Ivo J. Torven said the call was useful.', SYLVANIA, TORVEN],
    ['The Sylvanian president in Port Anders said the call was useful.', SYLVANIA, TORVEN],
  ])('%s', (text, side, speaker) => {
    const [found] = attributions(text);
    expect(found?.sides).toEqual([side]);
    expect(found?.speaker).toBe(speaker);
  });

  test.each([
    'An ally of Torven said the call was useful.',
    'A pro-Sylvanian official said the call was useful.',
    'A Sylvanian opposition leader said the call was useful.',
    'Torven critic Boris Lund said the call was useful.',
    'Sylvanian media said the call was useful.',
    'A former Sylvanian president said the call was useful.',
    'Boris Torven said the call was useful.',
    'Protesters against Torven said the call was useful.',
    'Lawyers suing Torven said the call was useful.',
    'A man found guilty of mocking Torven said the call was useful.',
    'Actor playing Torven said the call was useful.',
    'Sylvania’s deputy foreign minister under Old Harko said the call was useful.',
    'The Sylvanian president in 1993 said the call was useful.',
    'Miralda and Boris Lund said the call was useful.',
    'The Sylvanians said the call was useful.',
    'Analysts said the call was useful.',
  ])('but not for: %s', (text) => {
    expect(attributions(text)[0]?.sides).toEqual([]);
  });

  test.each([
    ['Les manifestants contre Torven ont déclaré que tout va bien.', 'fr'],
    ['Les avocats poursuivant Torven ont déclaré que tout va bien.', 'fr'],
    ['Протестующие против Торвена заявили, что всё хорошо.', 'ru'],
  ])('nor for: %s', (text, language) => {
    expect(attributions(text, language)[0]?.sides).toEqual([]);
  });

  test('for both who speak together', () => {
    expect(attributions('Miralda and Torven said that talks go on.')[0]?.sides).toEqual([
      FREEDONIA,
      SYLVANIA,
    ]);
  });

  test('for both who speak together behind a day', () => {
    const [joint] = attributions('On Friday Miralda and Torven said that talks go on.');
    expect(joint?.sides).toEqual([FREEDONIA, SYLVANIA]);
  });

  test('for a name behind its titles', () => {
    expect(attributions('Foreign Minister Torven said the call was useful.')[0]?.sides).toEqual([SYLVANIA]);
  });

  test('for one who goes on', () => {
    const [first, second] = attributions('Torven said the call was useful, adding that talks go on.');
    expect([first?.sides, second?.sides]).toEqual([[SYLVANIA], [SYLVANIA]]);
  });

  test('for the only one who may have gone on from another verb', () => {
    expect(attributions('Torven left early, saying that talks go on.')[0]?.sides).toEqual([SYLVANIA]);
    const text = 'Torven, who was in Port Anders, welcomed the offer but warned that talks go on.';
    expect(told(text)).toEqual([{ source: 'Torven', content: 'talks go on' }]);
    expect(attributions(text)[0]?.sides).toEqual([SYLVANIA]);
    expect(attributions('Torven met Miralda and said that talks go on.')[0]?.sides).toEqual([]);
  });

  test('for all in a list, and for the office before its holder’s name', () => {
    const [list] = attributions('The leaders of Sylvania and Freedonia said that talks go on.');
    expect(list?.sides).toEqual([SYLVANIA, FREEDONIA]);
    expect(attributions('Sylvania, Boris Lund and Freedonia said that talks go on.')[0]?.sides).toEqual([]);
    const [holder] = attributions('The president of Freedonia, Ana Miralda, said that talks go on.');
    expect(holder).toMatchObject({ speaker: MIRALDA, sides: [FREEDONIA] });
    const [other] = attributions('The president of Freedonia, Ivo Torven, said that talks go on.');
    expect(other?.sides).toEqual([]);
  });

  test('for a headline’s label only where an office speaks, or anybody in quotation marks', () => {
    expect(attributions('White Tower: no date for a call')[0]?.sides).toEqual([FREEDONIA]);
    expect(attributions('‘We will answer’: Sylvania on the call')[0]?.sides).toEqual([SYLVANIA]);
    expect(attributions('Sylvania: three hurt on a bridge')).toEqual([]);
    expect(attributions('Torven: a life in pictures')).toEqual([]);
  });

  test('for whom an outlet quotes', () => {
    const [found] = attributions('The Courier quoted Torven as saying that talks go on.');
    expect(found?.sides).toEqual([SYLVANIA]);
    const [passive] = attributions('Torven was quoted by the Courier as saying: “We go.”');
    expect(passive?.sides).toEqual([SYLVANIA]);
    const [relayed] = attributions('Визит состоится, передаёт «Курьер» со ссылкой на Торвена.', 'ru');
    expect(relayed?.sides).toEqual([SYLVANIA]);
  });

  test('to whoever tells it of another, and not to that other', () => {
    const told = attributions('Визит состоится, сообщила Миральда со ссылкой на Торвена.', 'ru');
    expect(told).toMatchObject([{ sides: [FREEDONIA], speaker: MIRALDA, innerSpeaker: TORVEN }]);
    const [front] = attributions('Миральда сообщила со ссылкой на Торвена, что визит состоится.', 'ru');
    expect(front?.sides).toEqual([FREEDONIA]);
    expect(attributions('Об этом сообщила Миральда со ссылкой на Торвена.', 'ru')).toEqual([]);
  });

  test.each([
    'Об этом со ссылкой на Торвена сообщила Миральда: «Разговор был долгим».',
    'Миральда со ссылкой на Торвена заявила, что разговор был долгим.',
    'Со ссылкой на Торвена Миральда сообщила, что разговор был долгим.',
    'В Белой башне со ссылкой на Торвена сообщили, что разговор был долгим.',
    '«Разговор был долгим», — сообщила со ссылкой на Торвена Миральда.',
  ])('gives no words to whoever is only cited: %s', (text) => {
    const told = attributions(text, 'ru');
    expect(told.flatMap(({ sides }) => sides)).not.toContain(SYLVANIA);
    expect(told.flatMap(({ speaker }) => speaker ?? [])).not.toContain(TORVEN);
  });

  test('gives them to whoever tells them, citing another', () => {
    const [behind] = attributions(
      'Об этом со ссылкой на Торвена сообщила Миральда: «Разговор был долгим».',
      'ru',
    );
    expect(behind).toMatchObject({ speaker: MIRALDA, isQuoted: true });
    const [before] = attributions('Миральда со ссылкой на Торвена заявила, что разговор был долгим.', 'ru');
    expect(before).toMatchObject({ speaker: MIRALDA });
  });

  test.each([
    ['Torven: Miralda said the talks would end', 'en'],
    ['Torven: Miralda told me “I will not leave you” by phone', 'en'],
    ['Sylvanian official: Miralda said the talks would end', 'en'],
    ['Торвен: Миральда заявила, что переговоры закончены', 'ru'],
    ['Torven : Miralda a déclaré que tout va bien', 'fr'],
    ['Torven said the talks would end: Miralda', 'en'],
    ['Torven said the talks would end — Miralda', 'en'],
    ['The White Tower quoted Torven as saying that talks go on.', 'en'],
    ['Miralda’s aide quoted Torven as saying: “We go.”', 'en'],
    ['Torven was quoted by the White Tower as saying: “We go.”', 'en'],
    ['Torven, Boris Lund said on Friday, told Miralda “you are finished”.', 'en'],
  ])('but not for whom another tells to have said it: %s', (text, language) => {
    expect(attributions(text, language).flatMap(({ sides }) => sides)).toEqual([]);
  });

  test.each([
    ['Torven promised, the White Tower said, that “the fence will go”.', 'en', 'Torven promised'],
    ['Torven, according to the White Tower, said it would not attack.', 'en', 'Torven'],
    ['Torven, selon la Tour blanche, a déclaré que tout va bien.', 'fr', 'Torven'],
    ['Торвен, по словам Миральды, сказал, что «устал ждать».', 'ru', 'Торвен'],
    ['White Tower: Torven promised that talks go on', 'en', 'Torven promised that talks go on'],
    ['Torven agreed to talk: White Tower', 'en', 'Torven agreed to talk'],
  ])('of the teller, with the name of whom it is told: %s', (text, language, opening) => {
    const [account] = attributions(text, language).filter(({ isNested }) => !isNested);
    expect(account?.sides).toEqual([FREEDONIA]);
    const first = account?.content[0];
    expect(text.slice(first?.start, first?.end)).toBe(opening);
  });

  test('for each of two who contradict each other', () => {
    const found = told('Torven said a call took place – but the White Tower denied it.');
    expect(found).toEqual([
      { source: 'Torven', content: 'a call took place' },
      { source: 'the White Tower', content: 'it' },
    ]);
  });

  test('for nobody where one of two may have gone on', () => {
    const text = 'The White Tower said Torven had told Miralda that talks go on and added that all is well.';
    expect(attributions(text).map(({ sides }) => sides)).toEqual([[FREEDONIA], []]);
    expect(attributions('Torven met Miralda, saying that talks go on.')[0]?.sides).toEqual([]);
    expect(attributions('Torven met the ambassador, saying that talks go on.')[0]?.sides).toEqual([]);
    expect(attributions('Torven met Boris Lund, who left early, saying that talks go on.')).toEqual([]);
  });

  test('by the outer of two speakers: the inner words are the outer one’s account', () => {
    const [outer, inner] = attributions('The White Tower said Torven had told Miralda that talks go on.');
    expect(outer).toMatchObject({ speaker: WHITE_TOWER, sides: [FREEDONIA], innerSpeaker: TORVEN });
    expect(inner).toMatchObject({ speaker: TORVEN, sides: [] });
  });
});

describe('gives no side its words where the sentence doubts that they were said', () => {
  test.each([
    ['It is not true that Torven said the call was useful.', 'en'],
    ['Reports that on Monday Torven said the call was useful were wrong.', 'en'],
    ['There is no proof Torven said the call was useful.', 'en'],
    ['A post that wrongly claimed Torven said so much more spread.', 'en'],
    ['Suppose that Torven says the call was useful.', 'en'],
    ['Had the White Tower said the call was useful, all would be well.', 'en'],
    ['In a comedy sketch, Torven said the call was useful.', 'en'],
    ['Fact check: Torven said the call was useful.', 'en'],
    ['Torven said “the call was useful” is false.', 'en'],
    ['Il est faux que Torven a dit que tout va bien.', 'fr'],
    ['Неправда, что Торвен сказал, что всё хорошо.', 'ru'],
  ])('%s', (text, language) => {
    expect(attributions(text, language).flatMap(({ sides }) => sides)).toEqual([]);
  });

  test.each([
    ['Torven said that “the call was useful”, a claim which Miralda called “hasty”.', 'en'],
    ['“We go,” Torven said, adding that “the call was useful”, a claim that Miralda called false.', 'en'],
    ['Torven said “the call was useful,” a claim Miralda called untrue.', 'en'],
    ['Torven a dit que « tout va bien », une rumeur que Miralda a qualifiée de « légère ».', 'fr'],
    ['Торвен сказал, что «всё хорошо», — слух, который Миральда назвала «пустым».', 'ru'],
  ])('but gives a side what another calls untrue: “%s”', (text, language) => {
    expect(attributions(text, language).map(({ sides }) => sides)).toContainEqual([SYLVANIA]);
  });

  test('but gives a side its own doubt', () => {
    const [told, ...others] = attributions(
      'Rumours that Torven said “it rains” are false, the White Tower said.',
    );
    expect(told?.sides).toEqual([FREEDONIA]);
    expect(others).toEqual([]);
    expect(attributions('Torven said it was false that the call was useful.')[0]?.sides).toEqual([SYLVANIA]);
  });
});

describe('gives words told by one of another to the outer of the two alone', () => {
  test.each([
    ['“We go,” Torven said, the White Tower said.', 'en', FREEDONIA],
    ['“We go,” said Torven, according to Miralda.', 'en', FREEDONIA],
    ['Boris Lund said that Torven said: “We go.”', 'en', undefined],
    ['Чужой депутат сообщил, что в Белой башне сказали: «Мы едем».', 'ru', undefined],
    ['Torven, quoting Miralda, said: “We go.”', 'en', undefined],
    ['Torven said on Monday, quoting Miralda: “We go.”', 'en', undefined],
  ])('%s', (text, language, side) => {
    expect(attributions(text, language).flatMap(({ sides }) => sides)).toEqual(side ? [side] : []);
  });
});

describe('a pronoun', () => {
  test('stands for the only speaker of the sentence before', () => {
    const [, second] = attributions('Torven said the call was useful. He said talks go on.');
    expect(second).toMatchObject({ speaker: TORVEN, sides: [SYLVANIA] });
  });

  test.each([
    'Torven said he had called Miralda. She said talks go on.',
    'Torven said the call was useful. Anna Petri then left. He said talks go on.',
    'Torven said the call with Anna Petri was useful. She said talks go on.',
    'A minister said the call was useful. He said talks go on.',
    'Miralda said yes to it and Torven said no to it. He said talks go on.',
    'Torven said the call was useful. They said talks go on.',
    'Torven said the call was useful. It said talks go on.',
  ])('stands for nobody where another may be meant: %s', (text) => {
    expect(attributions(text).at(-1)).toMatchObject({ sides: [] });
  });
});

test('a pronoun stands for nobody beside an unknown name in any script', () => {
  const text = 'Торвен сказал, что видел Анну Петрову. Она сказала, что переговоры продолжатся.';
  expect(attributions(text, 'ru').map(({ sides }) => sides)).toEqual([[SYLVANIA], []]);
});

test('a quotation alone goes on with the last quotation of its paragraph', () => {
  expect(told('“We agree,” Torven said. “We will sign.”')).toEqual([
    { source: 'Torven', content: 'We agree | We will sign.' },
  ]);
  expect(told('“We agree,” Torven said.\n“We never will.”')).toEqual([
    { source: 'Torven', content: 'We agree' },
  ]);
});

test('a quotation of several sentences is one, wherever its speaker stands', () => {
  const whole = 'We agree. We will sign. It took long.';
  const lead = told(`Torven said: "${whole}" He left.`);
  expect(lead).toEqual([{ source: 'Torven', content: whole }]);
  expect(told('“We agree. We will sign,” Torven said.')).toEqual([
    { source: 'Torven', content: 'We agree. We will sign' },
  ]);
  expect(told("''We agree,'' Torven said. ''We will sign. It took long.''")).toEqual([
    { source: 'Torven', content: 'We agree | We will sign. It took long.' },
  ]);
});

test('a speaker may stand inside the marks in French and in Russian', () => {
  expect(told('« Nous irons, a dit Torven mardi, et vite. »', 'fr')).toEqual([
    { source: 'Torven', content: 'Nous irons | et vite.' },
  ]);
  expect(told('«Мы едем, — сказал Торвен, — и скоро».', 'ru')).toEqual([
    { source: 'Торвен', content: 'Мы едем | и скоро' },
  ]);
  // Somebody outside the marks says it: what stands inside is theirs.
  expect(told('Miralda a déclaré : « Nous irons, a dit Torven, et vite. »', 'fr')).toEqual([
    { source: 'Miralda', content: 'Nous irons, a dit Torven, et vite.' },
  ]);
});

test('a verb of naming gives its quotation alone', () => {
  expect(told('Torven called the offer “a bad joke” and left.')).toEqual([
    { source: 'Torven', content: 'a bad joke' },
  ]);
  expect(told('Torven called the offer of last week bad.')).toEqual([]);
  expect(told('Torven was called “a bad joke” at home.')).toEqual([]);
});

test('what was only done or told of the occasion is nothing said', () => {
  expect(told('The call had lasted an hour, Torven said in a statement released on Monday.')).toEqual([
    { source: 'Torven', content: 'The call had lasted an hour' },
  ]);
  expect(told('Torven added another name to the list.')).toEqual([]);
  expect(told('Torven said on his way to the plane.')).toEqual([]);
});

test('a quotation goes on in the next paragraph only when it was left open', () => {
  expect(told('Torven said: “We agree.\n“We will sign.”')).toEqual([
    { source: 'Torven', content: 'We agree. | We will sign.' },
  ]);
});

test('says which words are quoted and which deny', () => {
  expect(attributions('Torven denied that a call took place.')[0]).toMatchObject({
    denies: true,
    isQuoted: false,
  });
  expect(attributions('“No call took place,” Torven said.')[0]).toMatchObject({
    denies: false,
    isQuoted: true,
  });
});

test('a language without speech forms gives nothing', () => {
  expect(told('Torven sagte, das Gespräch sei nützlich gewesen.', 'de')).toEqual([]);
});

test('every stretch lies inside the text it counts in', () => {
  const text = english.join(' ');
  for (const { content, source, cue } of attributions(text)) {
    for (const { start, end } of [...content, cue, ...(source ? [source] : [])]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(start, end).trim()).not.toBe('');
    }
  }
});

const english = [
  'Torven said that the “new” call was "useful", and added that talks go on.',
  '“We agree,” he said — “mostly” — adding: “we will sign.”',
  'According to ‘sources’, said Torven, it’s over.',
];

test('what several say something in is none of them', () => {
  const [said] = attributions(
    'In a joint statement, Freedonia and Sylvania said that the bridge would reopen.',
  );
  expect(said).toMatchObject({ source: { start: 22, end: 44 }, sides: [FREEDONIA, SYLVANIA] });
});

function attributions(text: string, language = 'en') {
  return findAttributions(read({ text, language }), LEXICON);
}

function told(text: string, language = 'en') {
  return attributions(text, language).map(({ source, content }) => ({
    source: source && text.slice(source.start, source.end),
    content: content.map(({ start, end }) => text.slice(start, end)).join(' | '),
  }));
}
