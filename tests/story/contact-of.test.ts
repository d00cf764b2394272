import { describe, expect, test } from 'vitest';
import type { EventTypeId } from '#lexicon/event.ts';
import { accountOf } from '#story/account-of.ts';
import type { Contact } from '#story/contact.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import { contactOf } from '#story/contact-of.ts';
import { openStory } from '#story/open-story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { actor, clock, factsOf, lexicon, report, says } from './invented-world.ts';

function contactIn(articles: readonly ArticleFacts[]): Contact | undefined {
  const [first] = articles;
  if (!first) throw new Error('A story has an article.');
  return contactOf(openStory(first.fingerprint, accountOf(factsOf(articles), lexicon)), articles, lexicon);
}

const planned = report('wire', '15:38', { status: 'planned' });
const held = report('wire', '15:38');
const ownText = report('north', '15:55', { said: [says('norland', 'a good talk', { hand: 'own' })] });

describe('the contact of a story', () => {
  test('says what it was, between which sides and persons, and when it was first reported', () => {
    expect(contactIn([held])).toMatchObject({
      kind: 'call',
      state: 'held',
      at: clock('15:38'),
      sides: ['norland', 'surland'],
      persons: ['berg', 'moran'],
    });
  });

  test('names its sources, own texts first', () => {
    const sources = contactIn([held, ownText])?.sources;
    expect(sources?.map(({ outlet, isOwnText }) => [outlet, isOwnText])).toEqual([
      ['north', true],
      ['wire', false],
    ]);
    expect(sources?.[0]).toMatchObject({
      link: 'https://north.example/news/1',
      title: ownText.article.title,
    });
  });

  test('is announced while most place it ahead, and held once an own text has it as done', () => {
    const again = report('courier', '15:50', { status: 'planned' });
    expect(contactIn([planned, again, held])?.state).toBe('announced');
    expect(contactIn([planned, again, ownText])?.state).toBe('held');
  });

  test('is announced by a report of a plan that goes on to name one that took place', () => {
    const event = 'call' as EventTypeId;
    const between = [actor('berg'), actor('moran')];
    const both = (['planned', 'happened'] as const).map((status) => ({ event, status, between }));
    const plan = report('wire', '15:38', {});
    const of = (events: typeof both) =>
      contactIn([{ ...plan, fingerprint: { ...plan.fingerprint, events } }]);
    expect(of(both)?.state).toBe('announced');
    expect(of(both.toReversed())?.state).toBe('held');
  });

  test.each([
    'Berg congratulates Moran on the anniversary of her visit',
    'Greetings to the President of Surland',
    'Condoléances de la présidente au président de Surlande',
    'Поздравление президенту Сурландии',
  ])('is none where a message of courtesy recalls one: “%s”', (title) => {
    const events = [
      {
        event: 'visit' as EventTypeId,
        status: 'happened' as const,
        between: [actor('berg'), actor('moran')],
      },
    ];
    const visit = report('wire', '15:38');
    const recalled = { ...visit, fingerprint: { ...visit.fingerprint, events } };
    expect(contactIn([recalled])?.kind).toBe('visit');
    expect(contactIn([{ ...recalled, article: { ...recalled.article, title } }])).toBeUndefined();
  });

  test('is a call where one was made to congratulate', () => {
    expect(contactIn([report('wire', '15:38', { title: 'Berg congratulates Moran by phone' })])?.kind).toBe(
      'call',
    );
  });

  test('is marked where a party denies it or its only outlet took it back', () => {
    const denial = report('north', '16:00', {
      status: 'denied',
      said: [says('norland', 'There was no call.', { hand: 'own', denies: true })],
    });
    expect(contactIn([held, denial])?.state).toBe('denied');
    expect(contactIn([{ ...held, state: 'withdrawn', stateSince: clock('20:10') }])?.state).toBe('withdrawn');
  });

  test.each(['called-for', 'past', 'unclear'] as const)('is none where all have the call as %s', (status) => {
    expect(contactIn([report('wire', '15:38', { status })])).toBeUndefined();
  });

  test('is dated by the first report that has it as held', () => {
    const later = report('courier', '16:20');
    expect(contactIn([planned, later, ownText, held])?.at).toBe(clock('15:38'));
    expect(contactIn([planned, later, { ...ownText }])?.at).toBe(clock('15:55'));
  });

  const plannedFor = (on: string | undefined, by = 'wire'): ArticleFacts => ({
    ...report(by, '15:38'),
    fingerprint: {
      ...planned.fingerprint,
      events: planned.fingerprint.events.map((told) => ({ ...told, ...(on !== undefined && { on }) })),
    },
  });

  test('that is announced is dated by the one day that reports name, and by none where they name none or two', () => {
    const [first, second] = ['2025-07-09T12:00:00.000Z', '2025-07-10T12:00:00.000Z'];
    expect(contactIn([planned])).toMatchObject({ state: 'announced', isDated: false, at: clock('15:38') });
    expect(contactIn([planned, plannedFor(first, 'courier')])).toMatchObject({ isDated: true, at: first });
    expect(contactIn([plannedFor(first), plannedFor(second, 'courier')])?.isDated).toBe(false);
    expect(contactIn([held])?.isDated).toBe(true);
  });

  test.each(['explainer', 'opinion', 'anniversary', 'roundup', 'live'] as const)(
    'rests on reports: an article of the form %s tells of none',
    (form) => {
      expect(contactIn([report('wire', '15:38', { form })])).toBeUndefined();
      expect(contactIn([report('courier', '14:00', { form }), held])?.at).toBe(clock('15:38'));
    },
  );

  const between = (...ids: readonly string[]): ArticleFacts => {
    const [told] = held.fingerprint.events;
    if (told === undefined) throw new Error('A report tells of the call.');
    return { ...held, fingerprint: { ...held.fingerprint, events: [{ ...told, between: ids.map(actor) }] } };
  };

  test('is between those parties alone who are named where it is told', () => {
    expect(contactIn([between('berg')])).toBeUndefined();
    expect(contactIn([between('berg', 'estland-bay')])).toBeUndefined();
    expect(contactIn([between('berg', 'surland')])).toMatchObject({
      sides: ['norland', 'surland'],
      persons: ['berg'],
    });
  });
});

test.each([
  ['call', 'call'],
  ['visit', 'visit'],
  ['meeting', 'meeting'],
  ['summit', 'meeting'],
  ['negotiation', undefined],
  ['ceasefire', undefined],
])('the event “%s” is a contact of the kind %s', (event, kind) => {
  expect(contactKindOf(event as EventTypeId)).toBe(kind);
});
