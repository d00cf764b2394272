import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { Card, CardSide } from '#card/card.ts';
import type { Statement } from '#statement/statement.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { actor, report, says } from '../story/invented-world.ts';
import {
  accountsOf,
  cardOf,
  dossierOf,
  english,
  firstReport,
  french,
  misplaced,
  northText,
  plain,
  southText,
} from './dossiers.ts';

const sideLines = ({ quotes, silence }: CardSide): readonly string[] => [
  ...quotes.map(
    ({ label, words, source, mark }) =>
      `${plain(label)} [${source}]: ${words}${mark ? ` · ${plain(mark)}` : ''}`,
  ),
  ...(silence ? [plain(silence)] : []),
];

/** Norland's side of a card that rests on the first report, holding these statements. */
const sideTelling = (said: readonly Statement[]): CardSide | undefined => {
  const { id: article, outlet } = firstReport.article;
  const statements = said.map((statement) => ({ ...statement, article, outlet }));
  return cardOf(dossierOf([{ ...firstReport, statements }])).sides[0];
};

const lines = (card: Card): readonly string[] => [
  card.headline,
  plain(card.about),
  plain(card.status),
  ...card.takenOff.map(plain),
  ...card.summary.map(({ words, source }) => `${words} [${source}]`),
  ...card.sides.flatMap((side) => [side.name, ...sideLines(side)]),
  ...card.footer.map(plain),
];

test('a report that was held back, and joins after it was released, is no update from before the story', () => {
  const card = cardOf(dossierOf([misplaced, northText]));
  const times = (plain(card.footer[0]).split(' · ').at(-1) ?? '').match(/[a-z]+/g);
  expect(times).toEqual(['published', 'seen']);
});

describe('the first report', () => {
  const card = cardOf(dossierOf([firstReport]));

  test('reads from headline to what it rests on', () => {
    expect(lines(card)).toEqual([
      'Berg and Moran speak by phone for the first time in years, Norland says',
      'Headline: World Wire · topic “Berg Moran call” · phone call · Norland – Surland',
      'ONE SIDE SO FAR · Norland has spoken, nothing seen from Surland',
      'The two presidents spoke by telephone on Tuesday, Norland said, in their first publicly known call since 2022. [1]',
      'It said the call lasted more than two hours. [1]',
      'Norland',
      'Norland, as quoted by World Wire, in its English [1]: “a substantive conversation”',
      'Surland',
      "nothing published yet (South Palace's feed read 17:40)",
      '1 outlet · rests on: Norland · published 15:38, seen 15:41',
    ]);
    expect(card.tone).toBe('grey');
  });

  test('is one plain sentence for a lock screen', () => {
    expect(card.plain).toBe(
      'Berg and Moran speak by phone for the first time in years, Norland says · World Wire · one side so far',
    );
  });

  test('offers its article with the host it leads to', () => {
    expect(card.reads).toEqual([
      { label: 'Read: World Wire', link: 'https://wire.example/news/1', host: 'wire.example' },
    ]);
  });

  test('says the same in French', () => {
    const said = lines(cardOf(dossierOf([firstReport]), french));
    expect(said[1]).toBe(
      'Titre : World Wire · sujet « Berg Moran appel » · appel téléphonique · Norlande – Surlande',
    );
    expect(said[2]).toBe("UNE SEULE PARTIE POUR L'INSTANT · parole de : Norlande · rien vu de : Surlande");
    expect(said.at(-2)).toBe("rien de publié pour l'instant (flux South Palace lu à 17:40)");
    expect(said.at(-1)).toBe('1 média · repose sur : Norlande · publié à 15:38, vu à 15:41');
  });
});

describe('after both own texts', () => {
  const card = cardOf(dossierOf([firstReport, northText, southText]));

  test('the status names both with their times', () => {
    expect(plain(card.status)).toBe('BOTH SIDES HAVE SPOKEN · North Palace 15:55 · South Palace 16:40');
    expect(card.tone).toBe('blue');
  });

  test('each side’s own words come first, in its own language and marks', () => {
    expect(card.sides.map(sideLines)).toEqual([
      [
        'North Palace, own text, in English [2]: “Any settlement has to last.”',
        'Norland, as quoted by World Wire, in its English [1]: “a substantive conversation” · not found in an own text so far',
      ],
      ['South Palace, own text, in French [3]: « Il faut un règlement durable. »'],
    ]);
  });

  test('sources are numbered as the card uses them, and all are listed', () => {
    expect(card.sources.map(({ number, outlet }) => `${number} ${outlet}`)).toEqual([
      '1 World Wire',
      '2 North Palace',
      '3 South Palace',
    ]);
  });

  test('of very many sources those that its words rest on are named, then the first, and how many more there are', () => {
    const further = Array.from({ length: 90 }, (_, place) => ({
      ...misplaced,
      article: { ...misplaced.article, id: `further-${place}` as ArticleId },
      statements: [],
    }));
    const large = cardOf(dossierOf([firstReport, ...further, northText, southText]));
    expect(large.sources).toHaveLength(60);
    expect(large.sources.slice(0, 3)).toEqual(card.sources);
    expect(large.sources.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(large.moreSources).toBe(33);
    expect(card.moreSources).toBeUndefined();
  });

  test('the own texts are what may be opened', () => {
    expect(card.reads.map(({ label }) => label)).toEqual(['Read: North Palace', 'Read: South Palace']);
  });

  test('a French reader gets the French headline, whose it is, and a readable own text first', () => {
    const inFrench = cardOf(dossierOf([firstReport, northText, misplaced, southText]), french);
    expect(inFrench.headline).toBe('Berg et Moran se parlent au téléphone');
    expect(plain(inFrench.about)).toMatch(/^Titre : Le Courrier/);
    expect(plain(inFrench.status)).toBe(
      'LES DEUX PARTIES SE SONT EXPRIMÉES · North Palace 15:55 · South Palace 16:40',
    );
  });
});

describe('a card that stands already', () => {
  const first = cardOf(dossierOf([firstReport])).headed;

  test('keeps the headline it was given, whoever writes a better one', () => {
    const stands = { ...french, ...(first && { headed: first }) };
    const card = cardOf(dossierOf([firstReport, misplaced]), stands);
    expect(card.headline).toBe(firstReport.article.title);
    expect(plain(card.about)).toMatch(/^Titre : World Wire/);
    expect(card.headed).toEqual(first);
  });

  test('keeps it where its outlet writes another', () => {
    const retitled = report('wire', '15:38', {
      title: 'What is known of the call of Berg and Moran',
      edition: 2,
    });
    const stands = { ...english, ...(first && { headed: { ...first, article: retitled.article.id } }) };
    expect(cardOf(dossierOf([retitled]), stands).headline).toBe(firstReport.article.title);
  });

  test('takes another where the story holds that article no more', () => {
    const stands = { ...english, ...(first && { headed: first }) };
    expect(cardOf(dossierOf([northText]), stands).headline).toBe(northText.article.title);
  });
});

describe('after a correction', () => {
  const articles = [firstReport, northText, misplaced, southText];
  const account = accountsOf([
    { articles: articles.slice(0, 3), at: '16:15' },
    { articles, at: '18:52' },
  ]).at(-1);

  test('the words stand struck, with from when to when they stood', () => {
    const card = cardOf(dossierOf(articles, account));
    expect(plain(card.status)).toBe(
      "CORRECTED 18:52 · Le Courrier had given « un règlement durable » to Norland; the words stand in South Palace's own text [1]",
    );
    expect(card.takenOff.map(plain)).toEqual([
      'It stood here under Norland from 16:15 to 18:52: ~~Norland · Norland, as quoted by Le Courrier, in its French: « un règlement durable »~~',
    ]);
    expect(card.sides.flatMap(sideLines).join('\n')).not.toContain('« un règlement durable »');
    expect(card.tone).toBe('amber');
  });
});

describe('a report taken back', () => {
  const planned = report('courier', '18:40', {
    title: 'Berg to fly to Surland next week',
    summary: 'Ana Berg will travel to Surland next week, two sources told The Courier.',
    status: 'planned',
  });
  const denial = report('wire', '19:35', {
    title: 'Norland denies a visit is planned',
    status: 'denied',
    said: [says('norland', 'No such visit is planned', { denies: true })],
  });
  const takenBack = report('courier', '18:40', {
    title: 'Withdrawn: Berg to fly to Surland next week',
    edition: 2,
    earlier: planned.article,
  });
  const [, , account] = accountsOf([
    { articles: [planned], at: '18:43' },
    { articles: [planned, denial], at: '19:38' },
    { articles: [takenBack, denial], at: '20:10' },
  ]);
  const card = cardOf(dossierOf([takenBack, denial], account));

  test('carries its old headline, marked, and strikes what stood', () => {
    expect(card.headline).toBe('WITHDRAWN: Berg to fly to Surland next week');
    expect(plain(card.status)).toBe(
      'WITHDRAWN by The Courier 20:10 · denied by Norland at 19:35 [1] · no other outlet reported it on its own',
    );
    expect(card.takenOff.map(plain)).toEqual([
      'What stood here from 18:43 to 20:10: ~~Ana Berg will travel to Surland next week, two sources told The Courier.~~',
    ]);
    expect(card.summary).toEqual([]);
    expect(card.tone).toBe('red');
  });

  test('is marked over the headline that the channel was shown', () => {
    const headed = {
      words: 'Berg to fly south',
      outlet: planned.article.outlet,
      article: planned.article.id,
    };
    const shown = cardOf(dossierOf([takenBack, denial], account), { ...english, headed });
    expect(shown.headline).toBe('WITHDRAWN: Berg to fly south');
    expect(shown.headed).toEqual(headed);
  });

  test('keeps the words of the side that denied', () => {
    expect(card.sides.flatMap(sideLines)).toContain(
      'Norland, denying, as quoted by World Wire, in its English [1]: “No such visit is planned”',
    );
  });

  test('a report that is merely gone is called gone, and why is not guessed', () => {
    const gone = report('courier', '18:40', { state: 'vanished', stateSince: '2025-07-01T20:10:00.000Z' });
    expect(plain(cardOf(dossierOf([gone])).status)).toBe(
      'NO LONGER AT ITS ADDRESS since 20:10. The Courier has not said why.',
    );
  });
});

test('reported speech has no quotation marks and says who reports it', () => {
  const reported = report('wire', '15:38', {
    said: [says('norland', 'the call lasted two hours', { isQuoted: false })],
  });
  const [norland] = cardOf(dossierOf([reported])).sides;
  expect(norland && sideLines(norland)).toEqual([
    'Norland, as reported by World Wire, in its English [1]: the call lasted two hours',
  ]);
});

test('what a side denies never stands as what it says', () => {
  const denial = report('wire', '15:38', {
    said: [says('norland', 'a visit is planned', { denies: true, isQuoted: false })],
  });
  const [norland] = cardOf(dossierOf([denial])).sides;
  expect(norland && sideLines(norland)).toEqual([
    'Norland, denying, as reported by World Wire, in its English [1]: a visit is planned',
  ]);
});

describe('which words of a side are shown', () => {
  const quotesOf = (articles: readonly ArticleFacts[], side: string): readonly string[] =>
    cardOf(dossierOf(articles))
      .sides.filter(({ name }) => name === side)
      .flatMap(sideLines);

  test('its own text first, in whatever language; then what the channel reads', () => {
    const quoting = report('wire', '16:50', {
      said: ['One thing', 'Another thing'].map((words) => says('surland', words)),
    });
    expect(quotesOf([firstReport, southText, quoting], 'Surland')).toEqual([
      'South Palace, own text, in French [2]: « Il faut un règlement durable. »',
      'Surland, as quoted by World Wire, in its English [3]: “One thing”',
      'Surland, as quoted by World Wire, in its English [3]: “Another thing”',
    ]);
  });

  test('what headline or summary report is not reported again, unless a side has nothing else', () => {
    const reported = says('norland', 'The two presidents spoke by telephone on Tuesday', { isQuoted: false });
    const quoted = says('norland', 'a substantive conversation');
    expect(sideTelling([reported, quoted])).toMatchObject({
      quotes: [{ words: '“a substantive conversation”' }],
      more: 1,
    });
    expect(sideTelling([reported])).toMatchObject({ quotes: [{ words: reported.words }], more: 0 });
  });

  test('of a report, only what it puts between marks, as a quotation', () => {
    const reported = report('courrier', '16:12', {
      said: [
        says('norland', 'Il faut « un règlement durable » dans le « Nord »', {
          isQuoted: false,
          language: 'fr',
        }),
      ],
    });
    expect(quotesOf([reported], 'Norland')).toEqual([
      'Norland, as quoted by Le Courrier, in its French [1]: « un règlement durable »',
    ]);
  });

  test('words that several sides said together stand under each, marked joint', () => {
    const together = report('wire', '15:38', {
      said: [
        says('norland', 'We shall go on talking', {
          sides: [actor('norland'), actor('surland')],
          speakerWords: 'Berg and Moran',
        }),
      ],
    });
    const line =
      'Berg and Moran, as quoted by World Wire, in its English [1]: “We shall go on talking” · joint words of Norland and Surland';
    expect(quotesOf([together], 'Norland')).toEqual([line]);
    expect(quotesOf([together], 'Surland')).toEqual([line]);
  });
});

describe('the summary', () => {
  test('is not told by a quiz or an opinion where there is a report or a side’s own text', () => {
    const quiz = report('courier', '15:50', {
      title: 'Phone call quiz: how well do you know the two presidents?',
      summary: 'Test what you know about the two presidents.',
    });
    const opinion = report('echo', '15:52', {
      title: 'Opinion: Berg should have called sooner',
      summary: 'A call can come too late.',
    });
    expect(summaryOf([firstReport, quiz, opinion])).toEqual(summaryOf([firstReport]));
    const own = report('north', '15:30', { summary: 'Norland is ready.' });
    expect(summaryOf([quiz, own])).toEqual(['Norland is ready.']);
    expect(summaryOf([quiz])).toEqual(['Test what you know about the two presidents.']);
  });

  test('leaves a side’s own account to the side', () => {
    const { summary } = cardOf(dossierOf([firstReport, northText]));
    expect(new Set(summary.map(({ source }) => source))).toEqual(new Set([1]));
  });

  test('is a report’s, also where a side’s own text came first and heads the card', () => {
    const own = report('north', '15:30', { title: 'Telephone call with Surland', summary: 'We were right.' });
    const card = cardOf(dossierOf([own, firstReport]));
    expect(card.headline).toBe('Telephone call with Surland');
    expect(card.summary.map(({ words }) => words)).toEqual([
      'The two presidents spoke by telephone on Tuesday, Norland said, in their first publicly known call since 2022.',
      'It said the call lasted more than two hours.',
    ]);
  });

  test('is of each side’s own text where no outlet reports', () => {
    const north = report('north', '15:30', {
      title: 'Telephone call with Surland',
      summary: 'Norland is ready.',
    });
    const south = report('south', '15:50', { summary: 'Surland asked for a truce.', language: 'en' });
    const { summary } = cardOf(dossierOf([north, south]));
    expect(summary.map(({ words }) => words)).toEqual(['Norland is ready.', 'Surland asked for a truce.']);
  });

  test('leaves to a side what it does not tell of the side’s own text', () => {
    const told = 'The president called President Moran on Tuesday.';
    const more = 'They will speak again in autumn.';
    const both = report('north', '15:30', {
      title: 'Telephone call',
      summary: told,
      said: [ownWords(told), ownWords(more)],
    });
    expect(norlandQuotes(cardOf(dossierOf([both])))).toEqual([more]);
    const one = report('north', '15:30', { title: 'Telephone call', summary: told, said: [ownWords(told)] });
    expect(norlandQuotes(cardOf(dossierOf([one])))).toEqual([told]);
  });

  test('is in the first language that has a report, whatever the headline is in', () => {
    const headed = cardOf(dossierOf([firstReport])).headed;
    const { headline, summary } = cardOf(dossierOf([firstReport, misplaced]), {
      ...french,
      ...(headed && { headed }),
    });
    expect(headline).toBe(firstReport.article.title);
    expect(summary.map(({ words }) => words)).toEqual([misplaced.article.summary]);
  });

  test('holds no sentence of an article whose script belies its declared language', () => {
    const declared = report('courier', '15:50', {
      title: 'Берг и Моран поговорили по телефону',
      summary: 'Два президента обсудили перемирие на севере.',
      language: 'en',
    });
    const { headline, summary } = cardOf(dossierOf([declared, firstReport]));
    expect(headline).toBe(firstReport.article.title);
    expect(summary.map(({ words }) => words).join(' ')).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});

test('a plan that only unnamed sources tell of is reported, with whom it rests on', () => {
  const planned = report('courier', '18:40', {
    title: 'Berg to fly to Surland next week',
    status: 'planned',
  });
  expect(plain(cardOf(dossierOf([planned])).status)).toBe('REPORTED, one origin (The Courier)');
});

test('what a side announces is announced, and says who has not spoken', () => {
  const said = [says('norland', 'The President will fly to Surland', { isQuoted: false })];
  const planned = report('wire', '18:40', { status: 'planned', said });
  expect(plain(cardOf(dossierOf([planned])).status)).toBe(
    'ANNOUNCED · Norland has spoken, nothing seen from Surland',
  );
});

test('an outlet that a state controls is named as such where it speaks for a side', () => {
  const quoted = report('state-tv', '15:38', { said: [says('norland', 'a good talk')] });
  const card = cardOf(dossierOf([quoted]));
  expect(plain(card.sides[0]?.quotes[0]?.label)).toBe(
    'Norland, as quoted by State TV (state-controlled), in its English',
  );
  expect(card.sources[0]?.stateControlled).toBe('owned and edited by the state');
  const inFrench = cardOf(dossierOf([quoted]), french);
  expect(inFrench.sources[0]?.stateControlled).toBe("l'État le possède et le rédige");
});

test('two quotations a side are shown and the others counted', () => {
  const talkative = report('wire', '15:38', {
    said: ['One thing', 'Another thing', 'A third thing'].map((words) => says('norland', words)),
  });
  expect(cardOf(dossierOf([talkative])).sides[0]).toMatchObject({ quotes: { length: 2 }, more: 1 });
});

test('a note of the view stands on the card', () => {
  const card = cardOf(dossierOf([firstReport]), { ...english, note: 'demo wording' });
  expect(plain(card.footer.at(-1))).toBe('demo wording');
});

test('a link that is no web address is not offered', () => {
  const odd = report('wire', '15:38', { link: 'javascript:alert(1)' });
  const card = cardOf(dossierOf([odd]));
  expect(card.reads).toEqual([]);
  expect(card.sources[0]).not.toHaveProperty('link');
});

describe('a report that an aggregator passed on', () => {
  const card = cardOf(
    dossierOf([
      report('echo', '15:40', {
        outletName: 'Village Leaf',
        said: [says('norland', 'a good talk')],
      }),
    ]),
  );

  test('is named for its outlet, and for who passed it on, wherever an outlet stands', () => {
    expect(plain(card.about)).toMatch(/^Headline: Village Leaf via Echo · /);
    expect(card.sources).toMatchObject([{ outlet: 'Village Leaf via Echo' }]);
    expect(card.reads).toMatchObject([{ label: 'Read: Village Leaf via Echo' }]);
    expect(card.sides.flatMap(sideLines)[0]).toContain('Village Leaf via Echo');
  });

  test('is so only where the feed is not the outlet’s own', () => {
    const own = cardOf(dossierOf([report('wire', '15:40', { outletName: 'World Wire' })]));
    expect(own.sources).toMatchObject([{ outlet: 'World Wire' }]);
  });
});

describe('a report of an unverified outlet', () => {
  const said = [says('norland', 'a good talk', { speaker: actor('north-palace') })];
  const told = dossierOf([report('finder', '15:40', { said })]);

  test('is marked wherever the outlet stands, and lends no side a voice', () => {
    const card = cardOf(told);
    expect(plain(card.status)).toBe('REPORTED, no verified origin');
    expect(plain(card.about)).toMatch(/^Headline: News Finder \(added here, unverified\) · /);
    expect(card.sources).toMatchObject([{ outlet: 'News Finder (added here, unverified)' }]);
    expect(card.sides.flatMap(({ quotes }) => quotes)).toEqual([]);
    expect(plain(card.others?.quotes[0]?.label)).toBe(
      'North Palace, as quoted by News Finder (added here, unverified), in its English',
    );
    expect(card.footer.map(plain).join()).not.toContain('rest on');
  });

  test('is marked in French as well', () => {
    const card = cardOf(told, { ...english, languages: ['fr'] });
    expect(card.sources).toMatchObject([{ outlet: 'News Finder (ajouté ici, non vérifié)' }]);
  });

  test('names whom its feed names only as its own word', () => {
    const card = cardOf(dossierOf([report('finder', '15:40', { outletName: 'World Wire' })]));
    expect(card.sources).toMatchObject([
      { outlet: 'News Finder (added here, unverified; it names World Wire)' },
    ]);
  });

  test('is taken back under the same mark', () => {
    const title = 'Withdrawn: Berg and Moran speak by phone';
    expect(plain(cardOf(dossierOf([report('finder', '15:40', { title })])).status)).toContain(
      'News Finder (added here, unverified)',
    );
  });
});

const ownWords = (words: string) => says('norland', words, { hand: 'own', isQuoted: false, place: 'text' });

const norlandQuotes = (card: Card) =>
  card.sides.find(({ name }) => name === 'Norland')?.quotes.map(({ words }) => words);

function summaryOf(articles: readonly ArticleFacts[]): readonly string[] {
  return cardOf(dossierOf(articles)).summary.map(({ words }) => words);
}
