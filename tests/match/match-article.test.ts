import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import type { Match } from '#match/match.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

const AT = new Date('2025-07-01T12:00:00Z');

function topicOf(query: string): Topic {
  const parsed = parseQuery(query, smallLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.topic;
}

type Text = {
  readonly title: string;
  readonly summary?: string;
  readonly text?: string;
  readonly language?: string;
};

function read(text: Text, about: ArticleReading['about'] = { outletName: 'World Wire' }): ArticleReading {
  const analysis = analyse({ language: 'en', ...text }, () => undefined);
  const mentions = findMentions(analysis, smallLexicon, AT);
  return { article: 'a1' as ArticleId, analysis, mentions, about, at: AT };
}

function matchOf(query: string, text: Text, about?: ArticleReading['about']): Match | undefined {
  const index = new TopicIndex(smallLexicon);
  index.add(topicOf(query));
  return matchArticle(read(text, about), index, smallLexicon)[0];
}

describe('the client’s example, “Macron Putin call”', () => {
  test.each([
    ['Rare phone chat between Russian President and French counterpart', 'en'],
    ['Macron s’est entretenu au téléphone avec Poutine', 'fr'],
    ['Путин провёл телефонный разговор с Макроном', 'ru'],
    ['普京与马克龙通电话', 'zh'],
  ])('is met by “%s” (%s)', (title, language) => {
    expect(matchOf('Macron Putin call', { title, language })?.tier).toBe('strong');
  });

  test('is not met by leaders who call on Putin', () => {
    const title = 'Macron and Starmer call on Putin to accept a ceasefire';
    expect(matchOf('Macron Putin call', { title })?.tier).not.toBe('strong');
  });

  test('says by which words each part is met', () => {
    const match = matchOf('Macron Putin call', {
      title: 'Rare phone chat between Russian President and French counterpart',
    });
    expect(match?.evidence).toEqual([
      { part: 'Macron', found: 'French counterpart', where: 'title', sentence: 0 },
      { part: 'Putin', found: 'Russian President', where: 'title', sentence: 0 },
      { part: 'call', found: 'phone chat', where: 'title', sentence: 0 },
    ]);
  });
});

describe('a strong match', () => {
  test('may lie across the title and the first sentence of the lead', () => {
    const text = { title: 'Macron and Putin', summary: 'A phone call lasted an hour. It rained.' };
    expect(matchOf('Macron Putin call', text)?.tier).toBe('strong');
  });

  test('does not join what stands more than a sentence apart', () => {
    const text = {
      title: 'Macron at home',
      summary: 'It rained. It snowed. Putin had a phone call with the mayor.',
    };
    expect(matchOf('Macron Putin call', text)?.tier).toBe('related');
  });

  test('needs the lead: words beyond 600 characters do not make it', () => {
    const text = `${'The rain went on and on. '.repeat(30)} Macron and Putin had a phone call.`;
    expect(matchOf('Macron Putin call', { title: 'Weather', text })).toBeUndefined();
  });

  test('needs half of the other words beside an event, and all of them without one', () => {
    const title = 'Macron and Putin: phone call over grain';
    expect(matchOf('Macron Putin call grain corridor', { title })?.tier).toBe('strong');
    expect(matchOf('Putin grain corridor', { title })).toBeUndefined();
    expect(matchOf('Putin grain', { title })?.tier).toBe('strong');
  });

  test('takes a weak word for an event only beside an actor of the topic', () => {
    expect(matchOf('Putin call', { title: 'Putin spoke for an hour' })?.tier).toBe('strong');
    const apart = { title: 'Putin at home', summary: 'The mayor spoke for an hour.' };
    expect(matchOf('Putin call', apart)).toBeUndefined();
  });

  test('finds a country in its people, its president and its capital', () => {
    expect(matchOf('Russia France call', { title: 'Moscow and French envoys in phone call' })?.tier).toBe(
      'strong',
    );
    expect(matchOf('Russia France call', { title: 'Putin and Macron: a phone call' })?.tier).toBe('strong');
    expect(matchOf('Russia France call', { title: 'Tirana and Paris: a phone call' })).toBeUndefined();
  });
});

describe('a call in which the text says who took part', () => {
  const tierOf = (title: string, summary?: string, language = 'en') =>
    matchOf('Macron Putin call', { title, language, ...(summary && { summary }) })?.tier;

  test.each([
    'Macron spoke by phone with Starmer about Putin',
    'A phone call with Starmer keeps Macron busy; Putin waits',
    'Hollande and Starmer spoke by phone; Macron and Putin were told',
    'A phone call between Hollande and Starmer; Macron and Putin waited',
    'Hollande and Starmer spoke by phone, Macron and Putin were told',
    'Macron and Putin were told, Hollande and Starmer spoke by phone',
    'A phone call between Macron and Starmer, Putin hears',
    'Macron phoned Starmer; Putin toured a bridge',
    'Macron calls Putin’s words empty',
  ])('is another one: “%s”', (title) => {
    expect(tierOf(title)).toBe('related');
  });

  test('is another one in a sentence of its own', () => {
    expect(tierOf('Macron writes to Putin', 'He spoke by phone with Starmer.')).toBe('related');
    expect(tierOf('Macron spoke by phone with farmers', 'Putin was at home.')).toBe('related');
  });

  test.each([
    'Macron spoke by phone with Putin about Starmer',
    'Macron and Starmer spoke by phone with Putin',
    'Macron and Putin spoke by phone about Starmer and Hollande',
    'Hollande and Starmer were told; Macron and Putin spoke by phone',
    'Macron, in a phone call, warned Putin over Starmer',
    'Macron’s phone call with Putin',
    'Macron hails Putin’s phone call',
  ])('is the topic’s own where both are among them: “%s”', (title) => {
    expect(tierOf(title)).toBe('strong');
  });

  test('is the topic’s own where the next sentence only tells what it was about', () => {
    expect(tierOf('Macron and Putin', 'In a phone call they discussed Starmer and Hollande.')).toBe('strong');
  });
});

describe('a call by those who work for somebody', () => {
  test.each([
    ['Macron’s top envoy spoke by phone with Putin', 'en'],
    ['A phone call between Macron and Putin aide Uzhkin', 'en'],
    ['Appel téléphonique : un émissaire de Macron et Poutine', 'fr'],
    ['Appel téléphonique : les conseillers de Macron et de l’Élysée, et Poutine', 'fr'],
    ['Телефонный разговор: помощник Путина и Макрон', 'ru'],
  ])('is not theirs: “%s”', (title, language) => {
    expect(matchOf('Macron Putin call', { title, language })?.tier).toBe('related');
  });

  test.each([
    ['Macron talked about Putin in a phone call with Xi', 'en'],
    ['Macron and Xi discuss Putin in phone call', 'en'],
    ['At the initiative of Macron, Putin and Xi spoke by phone', 'en'],
    ['Putin and Xi spoke by phone at Macron’s request', 'en'],
    ['Macron a parlé de Poutine lors d’un appel téléphonique', 'fr'],
    ['Макрон говорил о Путине в телефонном разговоре', 'ru'],
  ])('is not theirs where one of them is talked about or had others talk: %s', (title, language) => {
    expect(matchOf('Macron Putin call', { title, language })?.tier).not.toBe('strong');
  });

  test.each([
    'At the initiative of Macron, Putin spoke by phone with him',
    'Putin and Macron spoke by phone on Monday at the initiative of Paris',
    'Macron and Putin talked about Xi in a phone call',
  ])('is theirs where one of them took the initiative to it, or both talk about another: %s', (title) => {
    expect(matchOf('Macron Putin call', { title })?.tier).toBe('strong');
  });

  test('is theirs where the envoy is only the subject', () => {
    const title = 'Macron and Putin spoke by phone about an envoy';
    expect(matchOf('Macron Putin call', { title })?.tier).toBe('strong');
  });

  test('is their countries’ all the same', () => {
    expect(matchOf('France Russia call', { title: 'Macron’s envoy in phone call with Moscow' })?.tier).toBe(
      'strong',
    );
  });
});

describe('a weak word in a sentence that names nobody', () => {
  test('tells of those whom the sentence before names', () => {
    const text = { title: 'Macron and Putin', summary: 'The two spoke for an hour.' };
    expect(matchOf('Macron Putin call', text)?.tier).toBe('strong');
  });

  test('tells nothing where somebody else is named, or one of them is not', () => {
    const other = { title: 'Macron and Putin', summary: 'Starmer spoke for an hour.' };
    expect(matchOf('Macron Putin call', other)?.tier).toBe('related');
    const apart = { title: 'Macron at home', summary: 'The two spoke for an hour. Putin waits.' };
    expect(matchOf('Macron Putin call', apart)?.tier).toBe('related');
  });
});

test('a call of years ago is no strong match, and a call that did not take place says so', () => {
  expect(matchOf('Macron Putin call', { title: 'Three years after Macron phoned Putin' })).toMatchObject({
    tier: 'related',
    status: 'past',
  });
  expect(matchOf('Macron Putin call', { title: 'No phone call between Macron and Putin' })).toMatchObject({
    tier: 'strong',
    status: 'denied',
  });
});

test('a related match has all but the event, and only a topic of an event between actors has one', () => {
  const title = 'Macron writes a letter to Putin';
  expect(matchOf('Macron Putin call', { title })?.tier).toBe('related');
  expect(matchOf('Macron call', { title })).toBeUndefined();
});

test('an official outlet’s own principal counts as present, and the evidence says so', () => {
  const about = { outletName: 'Élysée', voiceOf: smallLexicon.actors.get('elysee' as never)?.id };
  const match = matchOf(
    'Macron Putin call',
    { title: 'Phone call with Mr Putin' },
    about as ArticleReading['about'],
  );
  expect(match?.tier).toBe('strong');
  expect(match?.evidence[0]).toMatchObject({
    part: 'Macron',
    found: 'Élysée',
    note: expect.stringContaining('Élysée'),
  });
});

describe('operators', () => {
  const title = 'Macron and Putin hold a phone call on grain';

  test.each([
    ['Putin "phone call"', true],
    ['Putin "call phone"', false],
    ['Putin -Macron', false],
    ['Putin -Iran', true],
    ['(Iran OR Macron) grain', true],
    ['(Iran OR China) grain', false],
    ['Putin near/3 call', true],
    ['Macron near/2 grain', false],
    ['Putin title:grain', true],
    ['Putin title:wheat', false],
    ['Putin outlet:wire', true],
    ['Putin -outlet:wire', false],
    ['Putin kind:official', false],
    ['Putin kind:wire', true],
    ['Putin lang:fr', false],
    ['Putin country:GB', true],
  ])('%s: %s', (query, isMet) => {
    const about = { outletName: 'World Wire', kind: 'wire' as const, country: 'GB' };
    expect(matchOf(query, { title }, about) !== undefined).toBe(isMet);
  });
});

describe('an event from somebody to somebody', () => {
  test.each([
    ['Putin threatened China with a letter', 'as-asked', 'strong'],
    ['China was threatened by Putin with a letter', 'as-asked', 'strong'],
    ['China threatened Putin with a letter', 'reversed', 'related'],
    ['Putin was threatened by China with a letter', 'reversed', 'related'],
    ['China threatened Putin, who warned of rain', 'reversed', 'related'],
    ['A letter to Putin: China threatened', 'none', 'strong'],
  ])('goes as it is told: “%s” is %s', (title, direction, tier) => {
    expect(matchOf('Putin threatens China', { title })).toMatchObject({ direction, tier });
  });

  test('goes both ways where the topic does not say who does it to whom', () => {
    expect(matchOf('Putin China threat', { title: 'China threatened Putin' })).toMatchObject({
      direction: 'none',
      tier: 'strong',
    });
  });
});

test('an agreement that somebody else signs with one of them is not theirs', () => {
  const text = { title: 'China signs truce with Iran', summary: 'France was told.' };
  expect(matchOf('Iran France truce', text)?.tier).toBe('related');
  const theirs = { title: 'France signs truce with Iran', summary: 'China was told.' };
  expect(matchOf('Iran France truce', theirs)?.tier).toBe('strong');
});

test('in a round-up of separate items nobody takes part in another item', () => {
  const listed = { title: 'Iran floods spread, China signs truce with rebels, France votes' };
  expect(matchOf('Iran France truce', listed)?.tier).toBe('related');
  const joint = { title: 'Iran, France sign truce, floods spread, China votes' };
  expect(matchOf('Iran France truce', joint)?.tier).toBe('strong');
});

test.each([
  ['Threatened Chinese fish returns to a Russian river', 'related'],
  ['A park for the threatened Chinese fish opens in Russia', 'related'],
  ['Russia threatened Chinese traders', 'strong'],
  ['Threatened by Russia, China answers', 'strong'],
])('who is threatened is no news, that they are is: “%s” is %s', (title, tier) => {
  expect(matchOf('Russia China threat', { title })?.tier).toBe(tier);
});

test('who only comments on an agreement does not make it', () => {
  const text = { title: 'China condemns truce with Iran', summary: 'France was told.' };
  expect(matchOf('Iran France truce', text)?.tier).toBe('strong');
});

describe('an acronym that nobody knows', () => {
  test.each(['BSW', 'bsw'])('is met by a name whose words begin with its letters: %s', (part) => {
    const title = 'Putin speaks to the head of Baltic Sea Watch';
    expect(matchOf(`Putin ${part}`, { title })?.evidence[1]).toMatchObject({
      part,
      found: 'Baltic Sea Watch',
    });
  });

  test.each([
    ['Putin BSW', 'Putin speaks to Great Baltic Sea Watch'],
    ['Putin BSW', 'Putin sees Baltic storks wade'],
  ])('"%s" is not met by “%s”', (query, title) => {
    expect(matchOf(query, { title })).toBeUndefined();
  });
});

test('a planned call is said to be planned', () => {
  expect(matchOf('Macron Putin call', { title: 'Macron and Putin will hold a phone call' })?.status).toBe(
    'planned',
  );
});

describe('a topic with an office', () => {
  const tierOf = (title: string, language = 'en') =>
    matchOf('French president Iran', { title, language })?.tier;

  test.each([
    ['Macron’s remarks on Iran draw fire', 'en'],
    ['The French president speaks of Iran', 'en'],
    ['Élysée hopes for a reply from Iran', 'en'],
    ['Le président français attend une réponse de l’Iran', 'fr'],
  ])('is met by its holder: “%s”', (title, language) => {
    expect(tierOf(title, language)).toBe('strong');
  });

  test.each([
    ['Former French president Hollande speaks of Iran', 'en'],
    ['L’ancien président français Hollande parle de l’Iran', 'fr'],
    ['French vice president of a bank speaks of Iran', 'en'],
    ['Russian president speaks of Iran in French', 'en'],
  ])('is not met by anybody else: “%s”', (title, language) => {
    expect(tierOf(title, language)).not.toBe('strong');
  });
});
