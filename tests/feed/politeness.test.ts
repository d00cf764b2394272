import { describe, expect, test } from 'vitest';

import { type Answer, type Asked, politePublisher, rssWith } from './polite-publisher.ts';

const ETAG = 'W/"a b;c"';
const MODIFIED = 'Mon, 02 Mar 2026 09:00:00 GMT';

/** Answers 304 to whoever shows the validators, as a server should. */
const wellBehaved =
  (headers: Readonly<Record<string, string>>, body = rssWith(2)) =>
  (asked: Asked): Answer => {
    const isKnown =
      asked.headers['if-none-match'] === headers['etag'] &&
      asked.headers['if-modified-since'] === headers['last-modified'] &&
      (headers['etag'] ?? headers['last-modified']) !== undefined;
    return isKnown ? { status: 304, headers } : { headers, body };
  };
/** The feed has moved, in this manner. */
const moving =
  (status: number) =>
  (asked: Asked): Answer =>
    asked.path === '/feed' ? { status, headers: { location: '/new' } } : { body: rssWith(1) };

const conditionsOf = ({ headers }: Asked) => [headers['if-none-match'], headers['if-modified-since']];

describe('what is asked', () => {
  test('P01 the first request has no conditions, all later ones have', async () => {
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG }));
    await publisher.add();
    await publisher.visit();
    for (let visit = 0; visit < 5; visit += 1) await publisher.nextVisit();
    expect(publisher.asked.map(conditionsOf)).toEqual([
      [undefined, undefined],
      ...Array.from({ length: 5 }, () => [ETAG, undefined]),
    ]);
  });

  test('P02 an ETag goes back byte for byte, with quotes and W/', async () => {
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG }));
    await publisher.add();
    await publisher.visit();
    await publisher.nextVisit();
    expect(publisher.asked[1]?.headers['if-none-match']).toBe(ETAG);
  });

  test('P03 a Last-Modified goes back byte for byte, however odd, and is never made up', async () => {
    await using publisher = await politePublisher(wellBehaved({ 'last-modified': 'Monday, some time ago' }));
    await publisher.add();
    await publisher.visit();
    await publisher.nextVisit();
    expect(publisher.asked.map(conditionsOf)).toEqual([
      [undefined, undefined],
      [undefined, 'Monday, some time ago'],
    ]);
    await using silent = await politePublisher(() => ({ headers: { date: MODIFIED }, body: rssWith(1) }));
    await silent.add();
    await silent.visit();
    await silent.nextVisit();
    expect(silent.asked.map(conditionsOf)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('P04 both validators go back where both were given', async () => {
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG, 'last-modified': MODIFIED }));
    await publisher.add();
    await publisher.visit();
    await publisher.nextVisit();
    expect(publisher.asked.map(conditionsOf).at(-1)).toEqual([ETAG, MODIFIED]);
  });

  test('P05 new validators are kept after every 200 and every 304', async () => {
    const given = ['"one"', '"two"', '"three"', '"four"'];
    await using publisher = await politePublisher((asked) => {
      const etag = given[publisher.asked.length - 1] ?? '"last"';
      return asked.headers['if-none-match'] === '"one"'
        ? { status: 304, headers: { etag } }
        : { headers: { etag }, body: rssWith(publisher.asked.length) };
    });
    await publisher.add();
    await publisher.visit();
    for (let visit = 0; visit < 3; visit += 1) await publisher.nextVisit();
    expect(publisher.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      ...given.slice(0, 3),
    ]);
  });

  test('P06 validators are dropped when the address changes', async () => {
    await using publisher = await politePublisher((asked) =>
      asked.path === '/feed'
        ? { status: 301, headers: { location: '/new' } }
        : wellBehaved({ etag: ETAG })(asked),
    );
    await publisher.add();
    await publisher.visit();
    while ((await publisher.record()).url.endsWith('/feed')) await publisher.nextVisit();
    const before = publisher.asked.length;
    await publisher.nextVisit();
    expect(
      publisher.asked.slice(before).map(({ path, headers }) => [path, headers['if-none-match']]),
    ).toEqual([['/new', undefined]]);
  });

  test('P07 validators survive a restart', async () => {
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG, 'last-modified': MODIFIED }));
    await publisher.add();
    await publisher.visit();
    await publisher.restart();
    await publisher.nextVisit();
    expect(publisher.asked.map(conditionsOf)).toEqual([
      [undefined, undefined],
      [ETAG, MODIFIED],
    ]);
  });

  test.each([
    ['with validators', { etag: ETAG }],
    ['by its bytes alone', {}],
  ])('P07 an item dated ahead costs one whole document, when it is due: known %s', async (_how, headers) => {
    const due = '2026-03-02T14:00:00.000Z';
    const ahead = `<rss version="2.0"><channel><title>Herald</title><item><title>Embargoed report</title><guid>e</guid><pubDate>${new Date(due).toUTCString()}</pubDate></item></channel></rss>`;
    await using publisher = await politePublisher(wellBehaved(headers, ahead));
    await publisher.add('/feed', { kind: 'official' });
    await publisher.visit();
    const { lastNewAt } = await publisher.record();
    for (let visit = 0; visit < 20; visit += 1) await publisher.nextVisit();
    await publisher.restart();
    expect((await publisher.record()).lastNewAt).toBe(lastNewAt);
    for (let visit = 0; visit < 20; visit += 1) await publisher.nextVisit();
    expect((await publisher.record()).lastNewAt).toBe(due);
    const whole = publisher.asked.filter((one) => conditionsOf(one).every((said) => said === undefined));
    if ('etag' in headers)
      expect(whole.map(({ at }) => at.toISOString())).toEqual(['2026-03-02T10:00:00.000Z', due]);
  });

  test('P08 the validators of a document that could not be read are not kept', async () => {
    await using publisher = await politePublisher(() => ({
      headers: { etag: ETAG },
      body: '<html>Sign in</html>',
    }));
    await publisher.add();
    await publisher.visit();
    await publisher.nextVisit();
    expect(publisher.asked.map(conditionsOf)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('P23 one GET and nothing else: no HEAD, no cookie, no referrer, no query', async () => {
    await using publisher = await politePublisher((asked) =>
      wellBehaved({ etag: ETAG, 'set-cookie': 'id=1; Path=/' })(asked),
    );
    await publisher.add();
    await publisher.visit();
    await publisher.nextVisit();
    expect(publisher.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /feed',
      'GET /feed',
    ]);
    for (const { headers } of publisher.asked) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    }
  });

  test('P24 it says who asks, for how many where the operator wants that, and what it can read', async () => {
    const answer = wellBehaved({ etag: ETAG });
    await using publisher = await politePublisher(answer);
    await publisher.add();
    await publisher.visit();
    expect(publisher.asked[0]?.headers).toMatchObject({
      'user-agent': 'Readout/test (+https://readout.example)',
      'accept-encoding': 'gzip, br, deflate',
      accept: expect.stringMatching(
        /^application\/atom\+xml, application\/rss\+xml, application\/feed\+json/,
      ),
    });
    await using told = await politePublisher(answer, { followersOf: async () => 3 });
    await told.add();
    await told.visit();
    expect(told.asked[0]?.headers['user-agent']).toBe(
      'Readout/test (+https://readout.example; 3 subscribers)',
    );
  });

  test('P26 robots.txt is not asked for before a feed', async () => {
    await using publisher = await politePublisher(({ path }) =>
      path === '/robots.txt' ? { body: 'User-agent: *\nDisallow: /' } : { body: rssWith(1) },
    );
    await publisher.add();
    await publisher.visit();
    expect(publisher.asked.map(({ path }) => path)).toEqual(['/feed']);
  });
});

describe('when it is asked', () => {
  test('P09 a feed of the catalogue every ten minutes, one that users added hourly and oftener where it brings much', async () => {
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG }));
    await publisher.add('/feed', { kind: 'official' });
    await publisher.visit();
    expect(await publisher.nextVisit()).toBe(10);

    let items = 0;
    await using added = await politePublisher(() => {
      const body = rssWith((items += 2));
      return { body, headers: { etag: `"${items}"` } };
    });
    await added.add('/feed', { kind: 'unverified' });
    await added.visit();
    const waits: number[] = [];
    for (let visit = 0; visit < 8; visit += 1) waits.push(await added.nextVisit());
    expect(waits.slice(0, 6)).toEqual([60, 30, 20, 20, 20, 20]);
    await using quiet = await politePublisher(wellBehaved({ etag: ETAG }));
    await quiet.add('/feed', { kind: 'unverified' });
    await quiet.visit();
    await quiet.nextVisit();
    await quiet.nextVisit();
    expect(await quiet.nextVisit()).toBe(60);
  });

  test('P09 a feed that cannot be asked whether it has changed hourly, and an unchanged document costs no work', async () => {
    await using publisher = await politePublisher(() => ({ body: rssWith(3) }));
    await publisher.add('/feed', { kind: 'media' });
    await publisher.visit();
    expect(await publisher.nextVisit()).toBe(60);
    const before = await publisher.record();
    await publisher.nextVisit();
    expect(await publisher.record()).toMatchObject({
      bodyHash: before.bodyHash,
      lastNewAt: before.lastNewAt,
    });
  });

  test('P10 the wait goes on across a restart', async () => {
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG }));
    await publisher.add('/feed', { kind: 'unverified' });
    await publisher.visit();
    const due = (await publisher.record()).nextVisitAt;
    publisher.wait(1);
    await publisher.restart();
    expect(await publisher.visit()).toBe(0);
    expect((await publisher.record()).nextVisitAt).toBe(due);
  });

  test('P11 a minute too early is too early: nothing is rounded', async () => {
    await using publisher = await politePublisher(
      wellBehaved({ etag: ETAG, 'cache-control': 'max-age=3600' }),
    );
    await publisher.add();
    await publisher.visit();
    publisher.wait(59);
    expect(await publisher.visit()).toBe(0);
    publisher.wait(1);
    expect(await publisher.visit()).toBe(1);
  });

  test.each([
    ['P12', 'Cache-Control: max-age', { 'cache-control': 'public, max-age=2700' }, '', 45],
    [
      'P13',
      'Expires',
      { date: 'Mon, 02 Mar 2026 10:00:00 GMT', expires: 'Mon, 02 Mar 2026 10:30:00 GMT' },
      '',
      30,
    ],
    ['P14', 'the ttl of the document', {}, '<ttl>25</ttl>', 25],
  ])('%s %s is waited for, also after a 304', async (_code, _what, headers, channel, minutes) => {
    await using publisher = await politePublisher(
      wellBehaved({ etag: ETAG, ...headers }, rssWith(2, channel)),
    );
    await publisher.add();
    await publisher.visit();
    expect(await publisher.nextVisit()).toBe(minutes);
    expect(await publisher.nextVisit()).toBe(minutes);
  });

  test('P15 hours and days that the document skips are left out, also after a 304', async () => {
    const hours = [10, 11].map((hour) => `<hour>${hour}</hour>`).join('');
    await using publisher = await politePublisher(
      wellBehaved(
        { etag: ETAG },
        rssWith(1, `<skipHours>${hours}</skipHours><skipDays><day>Tuesday</day></skipDays>`),
      ),
    );
    await publisher.add();
    await publisher.visit();
    for (let visit = 0; visit < 200; visit += 1) await publisher.nextVisit();
    const later = publisher.asked.slice(1).map(({ at }) => at);
    expect(later.filter((at) => [10, 11].includes(at.getUTCHours()))).toEqual([]);
    // A whole skipped day has no visit but the one that comes after a day at the latest.
    expect(later.filter((at) => at.getUTCDay() === 2).length).toBeLessThanOrEqual(1);
    expect(later.at(-1)?.getTime()).toBeGreaterThan(Date.UTC(2026, 2, 4));
  });

  test.each([
    ['max-age of a year', { 'cache-control': 'max-age=31536000' }, '', 24 * 60],
    ['a ttl of a year', {}, '<ttl>525600</ttl>', 24 * 60],
    ['max-age=0', { 'cache-control': 'max-age=0' }, '', 10],
  ])(
    'P16 %s is a day at most, and never less than our own pace',
    async (_what, headers, channel, minutes) => {
      await using publisher = await politePublisher(
        wellBehaved({ etag: ETAG, ...headers }, rssWith(1, channel)),
      );
      await publisher.add();
      await publisher.visit();
      expect(await publisher.nextVisit()).toBe(minutes);
    },
  );

  test.each([
    ['P17', 429, { 'retry-after': '7200' }],
    ['P18', 429, { date: 'Mon, 02 Mar 2026 10:00:00 GMT', 'retry-after': 'Mon, 02 Mar 2026 12:00:00 GMT' }],
    ['P19', 503, { 'retry-after': '7200' }],
  ])('%s %i with Retry-After is waited out', async (_code, status, headers) => {
    await using publisher = await politePublisher(() => ({ status, headers }));
    await publisher.add();
    await publisher.visit();
    expect(await publisher.nextVisit()).toBe(120);
  });

  test.each([
    ['P17', 429],
    ['P19', 503],
  ])(
    '%s %i with Retry-After holds for the host’s feeds that come due later, also after a restart',
    async (_code, status) => {
      const answer = { status: 200, headers: {} };
      await using publisher = await politePublisher(({ path }) =>
        path === '/feed' && answer.status !== 200 ? answer : { headers: { etag: ETAG }, body: rssWith(1) },
      );
      await publisher.add('/feed');
      await publisher.visit();
      publisher.wait(5);
      const later = await publisher.add('/later');
      await publisher.visit();
      Object.assign(answer, { status, headers: { 'retry-after': '2400' } });
      await publisher.nextVisit();
      await publisher.restart();
      const before = publisher.asked.length;
      for (let minutes = 0; minutes < 39; minutes += 1) {
        publisher.wait(1);
        await publisher.visit();
      }
      expect(publisher.asked).toHaveLength(before);
      publisher.wait(1);
      answer.status = 200;
      expect(await publisher.visit()).toBe(2);
      expect(await publisher.record(later)).toMatchObject({ failuresInARow: 0 });
    },
  );

  test('P20 429 without a word doubles the wait up to a day, and is never tried again at once', async () => {
    await using publisher = await politePublisher(() => ({ status: 429 }));
    await publisher.add();
    await publisher.visit();
    const waits: number[] = [];
    for (let visit = 0; visit < 9; visit += 1) waits.push(await publisher.nextVisit());
    expect(waits).toEqual([20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
  });

  test('P25 one address is asked once for all, one connection to a host, jittered, never all on the hour', async () => {
    let throws = 0;
    const random = () => ((throws += 1) * 0.37) % 1;
    await using publisher = await politePublisher(wellBehaved({ etag: ETAG }), { random });
    for (const workspace of ['one', 'two', 'three']) await publisher.add('/shared', { workspace });
    const others = await Promise.all(Array.from({ length: 40 }, (_, feed) => publisher.add(`/${feed}`)));
    expect(await publisher.visit()).toBe(41);
    expect(publisher.asked.filter(({ path }) => path === '/shared')).toHaveLength(1);
    const minutes = await Promise.all(
      others.map(
        async (feed) =>
          (Date.parse((await publisher.record(feed)).nextVisitAt) - publisher.clock().getTime()) / 60_000,
      ),
    );
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(11);
    expect(new Set(minutes.map(Math.floor)).size).toBeGreaterThan(1);
    expect(new Set(minutes).size).toBeGreaterThan(30);
  });
});

describe('where it is asked', () => {
  test.each([301, 308])('P21 after %i three times over a day the new address is kept', async (status) => {
    await using publisher = await politePublisher(moving(status));
    await publisher.add();
    await publisher.visit();
    publisher.wait(12 * 60);
    await publisher.visit();
    expect((await publisher.record()).url).toBe(publisher.url('/feed'));
    publisher.wait(12 * 60);
    await publisher.visit();
    expect((await publisher.record()).url).toBe(publisher.url('/new'));
  });

  test.each([302, 307])('P21 after %i it is never kept', async (status) => {
    await using publisher = await politePublisher(moving(status));
    await publisher.add();
    await publisher.visit();
    for (let visit = 0; visit < 5; visit += 1) {
      publisher.wait(12 * 60);
      await publisher.visit();
    }
    expect((await publisher.record()).url).toBe(publisher.url('/feed'));
  });

  test('P21 a new address that may not be asked is not asked, however permanent the move is', async () => {
    await using publisher = await politePublisher(() => ({
      status: 301,
      headers: { location: 'http://10.0.0.1/feed' },
    }));
    await publisher.add();
    await publisher.visit();
    for (let visit = 0; visit < 4; visit += 1) {
      publisher.wait(12 * 60);
      await publisher.visit();
    }
    expect(await publisher.record()).toMatchObject({ url: publisher.url('/feed'), movedCount: 0 });
  });

  test('P22 a feed that is gone (410) is asked once a day from then on', async () => {
    await using publisher = await politePublisher(() => ({ status: 410 }));
    await publisher.add();
    await publisher.visit();
    expect(await publisher.nextVisit()).toBe(24 * 60);
  });

  test('P22 a feed that is not found (404) is gone after ten visits over a week, and found again when it is back', async () => {
    const answer = { status: 404 };
    await using publisher = await politePublisher(() => ({
      ...answer,
      headers: { etag: ETAG },
      body: rssWith(1),
    }));
    await publisher.add();
    await publisher.visit();
    const begun = publisher.clock().getTime();
    let wait = 0;
    while (wait < 24 * 60) wait = await publisher.nextVisit();
    const days = (publisher.clock().getTime() - begun) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(7);
    expect(days).toBeLessThan(9.5);
    expect(publisher.asked.length).toBeGreaterThan(10);
    answer.status = 200;
    await publisher.nextVisit();
    expect(await publisher.record()).toMatchObject({ failuresInARow: 0 });
    expect(await publisher.nextVisit()).toBe(10);
  });
});

describe('what a publisher’s server gets wrong', () => {
  test('F25 a page to sign in at is no feed, and the feed is read again once it is back', async () => {
    const answer = { body: '<!doctype html><title>Sign in</title><form>' };
    await using publisher = await politePublisher(() => answer);
    await publisher.add();
    await publisher.visit();
    expect(await publisher.record()).toMatchObject({ isFirstVisitDone: false, failuresInARow: 1 });
    answer.body = rssWith(1);
    await publisher.nextVisit();
    expect(await publisher.record()).toMatchObject({ isFirstVisitDone: true, failuresInARow: 0 });
  });

  test('F36 a body that changes under the same ETag is read whenever it is sent', async () => {
    let items = 0;
    await using publisher = await politePublisher(() => ({
      headers: { etag: ETAG },
      body: rssWith((items += 1)),
    }));
    await publisher.add();
    await publisher.visit();
    await publisher.nextVisit();
    expect((await publisher.record()).lastNewAt).toBe(publisher.clock().toISOString());
  });

  test('F37 the same body under ever new ETags is no news', async () => {
    await using publisher = await politePublisher(() => ({
      headers: { etag: `"${publisher.asked.length}"` },
      body: rssWith(1),
    }));
    await publisher.add();
    await publisher.visit();
    const { lastNewAt } = await publisher.record();
    for (let visit = 0; visit < 4; visit += 1) await publisher.nextVisit();
    expect((await publisher.record()).lastNewAt).toBe(lastNewAt);
    expect(publisher.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
      '"2"',
      '"3"',
      '"4"',
    ]);
  });

  test('F39 two hundred feeds of one host that does not answer hold up nobody, and are all asked in the end', async () => {
    await using publisher = await politePublisher(() => ({ status: 429 }));
    for (let feed = 0; feed < 200; feed += 1) await publisher.add(`/${feed}`);
    expect(await publisher.visit()).toBe(1);
    publisher.wait(10);
    expect(await publisher.visit()).toBe(1);
    expect(new Set(publisher.asked.map(({ path }) => path)).size).toBe(2);
  });

  test('F40 a feed that moves for good and comes back is followed there and back', async () => {
    const home = { path: '/feed' };
    await using publisher = await politePublisher(({ path }) =>
      path === home.path ? { body: rssWith(1) } : { status: 301, headers: { location: home.path } },
    );
    await publisher.add();
    await publisher.visit();
    for (const next of ['/new', '/feed']) {
      home.path = next;
      for (let visit = 0; visit < 3; visit += 1) {
        publisher.wait(12 * 60);
        await publisher.visit();
      }
      expect((await publisher.record()).url).toBe(publisher.url(next));
    }
  });
});
