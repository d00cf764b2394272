import { type Article, type ArticleId, timeOf } from '#article/article.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { buildLexicon, type Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventStatus, EventTypeId } from '#lexicon/event.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';

/** Two invented countries with a president and a palace each, one invented event: nobody real says anything here. */
export const lexicon: Lexicon = buildLexicon({
  actors: [
    {
      id: actor('norland'),
      kind: 'country',
      shown: { en: 'Norland', fr: 'Norlande' },
      names: { en: ['Norland'] },
    },
    {
      id: actor('surland'),
      kind: 'country',
      shown: { en: 'Surland', fr: 'Surlande' },
      names: { en: ['Surland'] },
    },
    { id: actor('estland-bay'), kind: 'country', shown: { en: 'Bay' }, names: { en: ['Bay'] } },
    {
      id: actor('north-palace'),
      kind: 'office',
      side: actor('norland'),
      shown: { en: 'North Palace' },
      names: {},
    },
    {
      id: actor('south-palace'),
      kind: 'office',
      side: actor('surland'),
      shown: { en: 'South Palace' },
      names: {},
    },
    president('berg', 'norland', 'Ana Berg'),
    president('moran', 'surland', 'Ilya Moran'),
  ],
  roles: [{ id: 'president', titles: { en: ['president'] } }],
  events: [
    {
      id: 'call' as EventTypeId,
      shown: { en: 'phone call', fr: 'appel téléphonique' },
      plover: 'CONSULT:phone',
      cameo: '041',
      direction: 'mutual',
      query: { en: ['call'] },
      phrases: { en: ['phone call'] },
    },
    {
      id: 'ceasefire' as EventTypeId,
      shown: { en: 'ceasefire', fr: 'cessez-le-feu' },
      plover: 'AGREE',
      cameo: '0871',
      direction: 'mutual',
      query: { en: ['truce'] },
      phrases: { en: ['truce'], fr: ['trêve'] },
    },
  ],
  words: [],
  statusCues: { planned: {}, denied: {}, 'called-for': {}, past: {}, unclear: {} },
  speech: {
    en: {
      verbs: [],
      accordingTo: [],
      naming: [],
      denials: [],
      openers: [],
      pronouns: [],
      corrections: [],
      withdrawals: ['withdrawn', 'retracted'],
      speakerNouns: [],
    },
  },
});

export const outlets: ReadonlyMap<OutletId, Outlet> = new Map(
  [
    outlet('wire', 'World Wire', 'wire', { alsoCalled: ['(WW)', 'Мировые вести'] }),
    outlet('courier', 'The Courier', 'media'),
    outlet('courrier', 'Le Courrier', 'media', { languages: ['fr'] }),
    outlet('echo', 'Echo', 'media', { owner: 'The Courier Group' }),
    outlet('state-tv', 'State TV', 'media', {
      stateControlled: { en: 'owned and edited by the state', fr: "l'État le possède et le rédige" },
    }),
    outlet('finder', 'News Finder', 'unverified'),
    outlet('north', 'North Palace', 'official', { voiceOf: actor('north-palace') }),
    outlet('south', 'South Palace', 'official', { voiceOf: actor('south-palace'), languages: ['fr'] }),
  ].map((one) => [one.id, one]),
);

/** One article of the call between the two presidents, at a time of 1 July 2025 such as `15:38`. */
export function report(
  by: string,
  at: string,
  more: Partial<Article> & {
    readonly said?: readonly Statement[];
    readonly status?: EventStatus;
    readonly state?: ArticleFacts['state'];
    readonly stateSince?: string;
    readonly earlier?: Article;
    readonly form?: ArticleFacts['fingerprint']['form'];
    readonly terms?: string;
  } = {},
): ArticleFacts {
  const {
    said = [],
    status = 'happened',
    state = 'read',
    stateSince,
    earlier,
    form = 'report',
    terms,
    ...given
  } = more;
  const from = outlets.get(by as OutletId);
  if (!from) throw new Error(`no outlet ${by}`);
  const article: Article = {
    id: articleId(by, at),
    feed: `feed of ${by}` as Article['feed'],
    outlet: from.id,
    link: `https://${by}.example/news/1`,
    title: 'Berg and Moran speak by phone for the first time in years',
    isFullText: false,
    language: from.languages[0] ?? 'en',
    publishedAt: clock(at),
    seenAt: clock(at, 3),
    edition: 1,
    isArchive: false,
    ...given,
  };
  return {
    article,
    ...(earlier === undefined ? {} : { earlier }),
    outlet: from,
    fingerprint: {
      article: article.id,
      outlet: from.id,
      at: timeOf(article),
      form,
      actors: { [actor('berg')]: 4.5, [actor('moran')]: 4.5, [actor('estland-bay')]: 1.5 },
      events: [{ event: 'call' as EventTypeId, status, between: [actor('berg'), actor('moran')] }],
      numbers: [],
      terms: Object.fromEntries((terms ?? `words of ${by}`).split(' ').map((term) => [term, 1])),
    },
    statements: said.map((statement) => ({ ...statement, article: article.id, outlet: from.id })),
    state,
    ...(stateSince === undefined ? {} : { stateSince }),
  };
}

/** A statement for a side; its article is set by `report`. */
export function says(side: string, words: string, more: Partial<Statement> = {}): Statement {
  return {
    id: `${side}: ${words}` as StatementId,
    article: '' as ArticleId,
    outlet: '' as OutletId,
    place: 'summary',
    spans: [{ start: 0, end: words.length }],
    words,
    language: 'en',
    sides: [actor(side)],
    isQuoted: true,
    denies: false,
    hand: 'second',
    ...more,
  };
}

/** What the account rests on; the official outlets' feeds were read at 17:40 unless said otherwise. */
export function factsOf(articles: readonly ArticleFacts[], more: Partial<StoryFacts> = {}): StoryFacts {
  return {
    articles,
    outlets,
    feeds: [feedOf('north', { lastReadAt: clock('17:40') }), feedOf('south', { lastReadAt: clock('17:40') })],
    now: new Date(clock('21:00')),
    ...more,
  };
}

export function feedOf(of: string, state: Partial<FeedRecord>): StoryFacts['feeds'][number] {
  const record: FeedRecord = {
    feed: `feed of ${of}` as FeedRecord['feed'],
    url: `https://${of}.example/feed`,
    validators: {},
    nextVisitAt: clock('23:00'),
    failuresInARow: 0,
    isFirstVisitDone: true,
    usualNewItems: 1,
    movedCount: 0,
    ...state,
  };
  return { outlet: of as OutletId, record };
}

export function actor(id: string): ActorId {
  return id as ActorId;
}

export function articleId(by: string, at: string): ArticleId {
  return `${by} ${at}` as ArticleId;
}

/** An hour of 1 July 2025 in UTC, some minutes later. */
export function clock(at: string, plusMinutes = 0): string {
  return new Date(Date.parse(`2025-07-01T${at}:00Z`) + plusMinutes * 60_000).toISOString();
}

function president(id: string, of: string, name: string) {
  const terms = [{ role: 'president', of: actor(of), from: '2020-01-01', source: 'invented' }];
  return { id: actor(id), kind: 'person', shown: { en: name }, names: { en: [name] }, terms } as const;
}

function outlet(id: string, name: string, kind: Outlet['kind'], more: Partial<Outlet> = {}): Outlet {
  return { id: id as OutletId, name, kind, owner: more.owner ?? `${name} Group`, languages: ['en'], ...more };
}
