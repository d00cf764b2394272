import { expect, test } from 'vitest';
import { storyIdOf } from '#story/open-story.ts';
import { StoryWindow } from '#story/story-window.ts';
import { fingerprint, storiesOf } from './fingerprints.ts';

const callInEnglish = fingerprint('en', '01T15:38', {
  actors: 'macron putin',
  events: 'call',
  words: 'rare phone chat two hour kremlin',
});
const callInFrench = fingerprint('fr', '01T16:10', {
  actors: 'macron putin',
  events: 'call',
  words: 'entretien telephon duré heur premi',
});
const callInRussian = fingerprint('ru', '01T16:20', {
  actors: 'putin macron',
  events: 'call',
  words: 'телефон разговор продолжа час',
});

test('the same call in three languages is one story', () => {
  expect(storiesOf([callInEnglish, callInFrench, callInRussian])).toEqual([['en', 'fr', 'ru']]);
});

test('a side’s own text that leads with the other side alone is in one story with a report in another language', () => {
  const report = { ...callInEnglish, language: 'en' };
  const told = fingerprint('palace', '01T17:10', {
    events: 'call',
    words: 'entretien president evoqu situat',
  });
  const ownText = { ...told, language: 'fr', actors: { putin: 3.5, macron: 1.5 } };
  expect(storiesOf([report, ownText])).toEqual([['en', 'palace']]);
  expect(storiesOf([ownText, report])).toEqual([['en', 'palace']]);

  const sameLanguage = { ...ownText, language: 'en' };
  expect(storiesOf([report, sameLanguage])).toEqual([['en'], ['palace']]);
  const withAnother = { ...ownText, actors: { sanchez: 3.5, putin: 1.5, macron: 0.5 } };
  expect(storiesOf([report, withAnother])).toEqual([['en'], ['palace']]);
});

test('articles of the same minute give the same stories in whatever order they come', () => {
  const simultaneous = [callInEnglish, callInFrench, callInRussian].map((one) => ({
    ...one,
    at: callInEnglish.at,
  }));
  const other = fingerprint('flood', '01T15:38', { words: 'flood vallei bridg collaps villag' });
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ].map((order) => order.flatMap((index) => simultaneous[index] ?? []));
  for (const order of orders) {
    expect(storiesOf([...order, other])).toEqual([['en', 'fr', 'ru'], ['flood']]);
    expect(storiesOf([other, ...order])).toEqual([['en', 'fr', 'ru'], ['flood']]);
  }
});

test('the same two leaders telephoning again two days later is another story that follows the first', () => {
  const window = new StoryWindow();
  const story = storyIdOf(callInEnglish.article);
  window.add(story, callInEnglish);
  const again = fingerprint('again', '03T18:00', {
    actors: 'macron putin',
    events: 'call',
    words: 'second conversation hostag detain teacher',
  });
  expect(window.group(again)).toEqual({ kind: 'opens', follows: story });
});

test('a story follows none that has other parties at its head, however alike the words', () => {
  const window = new StoryWindow();
  const words = 'ferri capsiz strait rescu passeng';
  const actors = 'norland surland';
  window.add(storyIdOf(callInEnglish.article), fingerprint('en', '02T08:00', { actors, words }));
  const later = (who: string) => window.group(fingerprint('later', '05T09:00', { actors: who, words }));
  expect(later('norland surland')).toEqual({ kind: 'opens', follows: storyIdOf(callInEnglish.article) });
  expect(later('norland estland')).toEqual({ kind: 'opens' });
  expect(later('estland')).toEqual({ kind: 'opens' });
});

test('another act of the same two on the same day is another story', () => {
  const letter = fingerprint('letter', '01T17:00', {
    actors: 'macron putin',
    events: 'expulsion',
    words: 'envoy diplomat order leav embassi',
  });
  expect(storiesOf([callInEnglish, letter])).toEqual([['en'], ['letter']]);
});

test('one actor in common is not an event in common', () => {
  const cabinet = fingerprint('cabinet', '01T16:00', {
    actors: 'macron',
    events: 'call',
    words: 'reshuffl budget vote',
  });
  expect(storiesOf([callInEnglish, cabinet])).toEqual([['cabinet'], ['en']]);
});

test('an event somebody only calls for is not the event', () => {
  const asked = fingerprint('asked', '01T16:00', {
    actors: 'macron putin',
    events: 'call',
    status: 'called-for',
    words: 'urg accept offer',
  });
  expect(storiesOf([callInEnglish, asked])).toEqual([['asked'], ['en']]);
});

test('a story without any known actor groups by its rare words', () => {
  const first = fingerprint('a', '02T08:00', { words: 'ferri capsiz strait rescu passeng' });
  const second = fingerprint('b', '02T11:00', { words: 'capsiz ferri strait surviv coastguard' });
  const third = fingerprint('c', '02T12:00', { words: 'passeng train strike union rail' });
  expect(storiesOf([first, second, third])).toEqual([['a', 'b'], ['c']]);
});

test('a live blog that touches two stories glues nothing', () => {
  const ferry = fingerprint('ferry', '01T09:00', { words: 'ferri capsiz strait rescu passeng' });
  const live = fingerprint('live', '01T18:00', {
    actors: 'macron putin',
    words: 'ferri capsiz strait rescu passeng rare phone chat two hour kremlin',
    form: 'live',
  });
  const stories = storiesOf([callInEnglish, ferry, live]);
  expect(stories).toHaveLength(2);
  expect(stories.some((articles) => articles.includes('en') && articles.includes('ferry'))).toBe(false);
});

test('an article close to two stories shows them to be one, and the older one stays', () => {
  const window = new StoryWindow();
  const older = fingerprint('older', '02T08:00', { words: 'ferri capsiz strait rescu passeng night storm' });
  const younger = fingerprint('younger', '02T09:00', {
    words: 'ferri capsiz strait rescu passeng captain inquiri',
  });
  window.add(storyIdOf(younger.article), younger);
  window.add(storyIdOf(older.article), older);
  const bridge = fingerprint('bridge', '02T10:00', {
    words: 'ferri capsiz strait rescu passeng night captain storm inquiri',
  });
  expect(window.group(bridge)).toMatchObject({
    kind: 'joins',
    story: storyIdOf(older.article),
    merges: [storyIdOf(younger.article)],
  });
});

test('after 72 hours a story takes nothing in; what comes then follows it', () => {
  const window = new StoryWindow();
  const words = 'ferri capsiz strait rescu passeng';
  const first = fingerprint('first', '02T08:00', { words });
  const story = storyIdOf(first.article);
  window.add(story, first);
  expect(window.group(fingerprint('late', '05T07:00', { words }))).toMatchObject({ kind: 'joins', story });
  expect(window.group(fingerprint('later', '05T09:00', { words }))).toEqual({
    kind: 'opens',
    follows: story,
  });
});

test('what is forgotten attracts nothing', () => {
  const window = new StoryWindow();
  window.add(storyIdOf(callInEnglish.article), callInEnglish);
  window.forgetBefore(new Date('2025-07-02T00:00:00Z'));
  expect(window.group(callInFrench)).toEqual({ kind: 'opens' });
});

test('of more articles than are held the oldest go, whichever came last', () => {
  const window = new StoryWindow(10);
  const news = Array.from({ length: 11 }, (_, nth) => {
    const hour = `${(nth + 3) % 11}`.padStart(2, '0');
    return fingerprint(`at ${hour}`, `02T${hour}:00`, {
      words: `ferri${hour} strait${hour} rescu${hour} capsiz${hour}`,
    });
  });
  for (const one of news) window.add(storyIdOf(one.article), one);
  const found = news.filter(
    (one) => window.group({ ...one, article: callInFrench.article }).kind === 'joins',
  );
  expect(found.map(({ article }) => article).sort()).toEqual(
    ['02', '03', '04', '05', '06', '07', '08', '09', '10'].map((hour) => `at ${hour}`),
  );
});

test('asking where an article belongs changes nothing', () => {
  const window = new StoryWindow();
  window.add(storyIdOf(callInEnglish.article), callInEnglish);
  expect(window.group(callInFrench)).toEqual(window.group(callInFrench));
});

test('a decision names what the article and the story have in common', () => {
  const window = new StoryWindow();
  window.add(storyIdOf(callInEnglish.article), callInEnglish);
  expect(window.group(callInFrench)).toMatchObject({ because: ['macron', 'putin', 'call'] });
});

test('a story that loses a report is found by what the others have, and by nothing else', () => {
  const window = new StoryWindow();
  const first = fingerprint('first', '02T08:00', { words: 'ferri capsiz strait rescu passeng' });
  const second = fingerprint('second', '02T09:00', { words: 'ferri capsiz harbour inquiri captain owner' });
  const story = storyIdOf(first.article);
  window.add(story, first);
  window.add(story, second);
  window.remove(first.article);
  const like = (words: string) => window.group(fingerprint('next', '02T10:00', { words }));
  expect(like('harbour inquiri captain owner ferri')).toMatchObject({ kind: 'joins', story });
  expect(like('strait rescu passeng')).toEqual({ kind: 'opens' });
});

test('a merged story is found by all that its parts had', () => {
  const window = new StoryWindow();
  const ferry = fingerprint('ferry', '02T08:00', { words: 'ferri capsiz strait rescu passeng' });
  const into = storyIdOf(callInEnglish.article);
  window.add(into, callInEnglish);
  window.add(storyIdOf(ferry.article), ferry);
  window.merge(into, storyIdOf(ferry.article));
  const again = fingerprint('again', '02T10:00', { words: 'ferri capsiz strait rescu passeng' });
  expect(window.group(again)).toMatchObject({ kind: 'joins', story: into });
  window.remove(ferry.article);
  expect(window.group(again)).toEqual({ kind: 'opens' });
  expect(window.group(callInFrench)).toMatchObject({ kind: 'joins', story: into });
});

test('what one article has left behind means nothing for those that come after it', () => {
  const window = new StoryWindow();
  const ferry = fingerprint('ferry', '02T08:00', { words: 'ferri capsiz strait rescu passeng' });
  window.add(storyIdOf(ferry.article), ferry);
  window.forgetBefore(new Date('2025-07-02T12:00:00Z'));
  const vote = fingerprint('vote', '02T13:00', { words: 'budget vote coalit deficit speaker' });
  window.add(storyIdOf(vote.article), vote);
  expect(window.group({ ...ferry, article: callInFrench.article })).toEqual({ kind: 'opens' });
  expect(window.group({ ...vote, article: callInFrench.article })).toMatchObject({
    because: expect.arrayContaining(['vote']),
  });
});
