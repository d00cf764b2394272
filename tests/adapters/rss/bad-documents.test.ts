import { describe, expect, test } from 'vitest';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { FeedDocument, Item, ParsedFeed } from '#article/item.ts';

const URL_OF_FEED = 'https://news.example/feeds/world.xml';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const item = (title: string, rest = ''): string => `<item><title>${title}</title>${rest}</item>`;
const rss = (body: string, before = ''): string =>
  `${before}<rss version="2.0"><channel><title>World</title>${body}</channel></rss>`;

async function read(text: string | Uint8Array, said: Partial<FeedDocument> = {}): Promise<ParsedFeed> {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const parsed = await rssFeedParser.parse({ bytes, url: URL_OF_FEED, withMarkup: true, ...said });
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed;
}

async function titlesIn(text: string | Uint8Array, contentType?: string): Promise<readonly unknown[]> {
  const { items } = await read(text, contentType === undefined ? {} : { contentType });
  return items.map(({ title }) => title);
}

const firstOf = async (body: string): Promise<Item | undefined> => (await read(rss(body))).items[0];

/** Reading may take this long on a machine that does much else; what multiplies takes minutes. */
const IN_GOOD_TIME_MS = 10_000;

async function timed<Value>(work: Promise<Value>): Promise<Value> {
  const start = performance.now();
  const value = await work;
  expect(performance.now() - start).toBeLessThan(IN_GOOD_TIME_MS);
  return value;
}

describe('bytes', () => {
  const declared = (charset: string, title: string): string =>
    rss(item(title), `<?xml version="1.0" encoding="${charset}"?>`);

  test('X01 reads windows-1252 that declares itself UTF-8', async () => {
    expect(await titlesIn(latin(declared('utf-8', 'D\xe9tente')))).toEqual(['Détente']);
  });

  test('X02 reads UTF-8 that declares itself windows-1252, and its quotation marks', async () => {
    expect(await titlesIn(declared('windows-1252', 'Détente'))).toEqual(['Détente']);
    expect(await titlesIn(latin(declared('windows-1252', '\x93D\xe9tente\x94')))).toEqual(['“Détente”']);
  });

  test.each([
    ['little', false, true],
    ['little', false, false],
    ['big', true, true],
    ['big', true, false],
  ])('X03 reads UTF-16, %s end first, with and without a mark', async (_, isBigEndian, isMarked) => {
    const text = `${isMarked ? '\ufeff' : ''}${declared('utf-16', 'Détente')}`;
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
    expect(await titlesIn(new Uint8Array(view.buffer))).toEqual(['Détente']);
  });

  test.each([
    ['koi8-r', '\xed\xc9\xd2', 'Мир'],
    ['GB2312', '\xba\xcd\xc6\xbd', '和平'],
    ['Shift_JIS', '\x95\xbd\x98\x61', '平和'],
    ['euc-kr', '\xc6\xf2\xc8\xad', '평화'],
  ])('X04 reads %s', async (charset, bytes, title) => {
    expect(await titlesIn(latin(declared(charset, bytes)))).toEqual([title]);
  });

  test('X05 believes the server before the document, unless the bytes say that it is wrong', async () => {
    const russian = latin(declared('koi8-r', '\xcc\xe8\xf0'));
    expect(await titlesIn(russian, 'application/xml; charset=windows-1251')).toEqual(['Мир']);
    expect(await titlesIn(declared('utf-8', 'Détente'), 'text/xml; charset=iso-8859-1')).toEqual(['Détente']);
    expect(
      await titlesIn(latin(declared('windows-1251', '\xcc\xe8\xf0')), 'text/xml; charset=utf-8'),
    ).toEqual(['Мир']);
  });

  test('X06 reads a charset that nobody knows', async () => {
    expect(await titlesIn(declared('utf8mb4', 'Détente'))).toEqual(['Détente']);
    expect(await titlesIn(declared('x-nobody', 'Détente'), 'text/xml; charset=none')).toEqual(['Détente']);
  });

  test('X07 reads a document behind a mark and blank lines', async () => {
    expect(await titlesIn(`\ufeff\n \r\n\ufeff${declared('utf-8', 'One')}`)).toEqual(['One']);
  });
});

describe('marks that are not XML', () => {
  test('X08 reads a document with junk behind its root', async () => {
    expect(await titlesIn(`${rss(item('One'))}<script>x()</script> & <br> </html>`)).toEqual(['One']);
  });

  test('X09 reads a raw ampersand, and says so', async () => {
    const parsed = await read(rss(item('AT&T & others', '<link>https://news.example/?a=1&b=2</link>')));
    expect(parsed.items[0]).toEqual({ title: 'AT&T & others', link: 'https://news.example/?a=1&b=2' });
    expect(parsed.problems).toEqual(['The document has a raw ampersand.']);
  });

  test('X10 reads the references of HTML that no DTD declares', async () => {
    expect(await titlesIn(rss(item('One&nbsp;two &hellip;')))).toEqual(['One two …']);
  });

  test('X11 reads references to no character', async () => {
    const [title] = await titlesIn(rss(item('a&#0;b&#x110000;c&#xD800;d')));
    expect(title).toMatch(/^a.?b.?c.?d$/u);
  });

  test('X12 takes control characters out', async () => {
    const [title] = await titlesIn(rss(item('a\u0000b\u0001c\u000bd\u001fe')));
    expect(title).toBe('abcde');
  });

  test('X13 reads half a character', async () => {
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[{"id":"1","title":"a\\ud800b"}]}';
    const [title] = await titlesIn(json);
    expect(String(title).isWellFormed()).toBe(true);
  });
});

describe('entities and references that multiply', () => {
  test('X14 expands no billion laughs', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    );
    const before = `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>`;
    expect(await timed(titlesIn(rss(item('x &l9;'), before)))).toEqual(['x &l9;']);
  });

  test('X15 expands no entity of 50 kB twenty thousand times', async () => {
    const before = `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50_000)}"><!ENTITY b "${'b'.repeat(400)}">]>`;
    const found = await timed(
      read(rss(item('One', `<description>${'&a;&b;'.repeat(20_000)}</description>`), before)),
    );
    expect(found.items).toHaveLength(1);
    expect(JSON.stringify(found).length).toBeLessThan(300_000);
  });

  test.each(['file:///etc/passwd', 'http://127.0.0.1:9/x'])(
    'X16 asks nobody for the entity %s',
    async (address) => {
      expect(await titlesIn(rss(item('x &e;'), `<!DOCTYPE rss [<!ENTITY e SYSTEM "${address}">]>`))).toEqual([
        'x &e;',
      ]);
    },
  );

  test('X17 asks nobody for a DTD', async () => {
    const before = '<!DOCTYPE rss PUBLIC "-//x//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">';
    expect(await titlesIn(rss(item('One'), before))).toEqual(['One']);
  });

  test('X18 expands no parameter entity', async () => {
    const before = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p; <!ENTITY e "%p;">]>';
    expect(await titlesIn(rss(item('x &e;'), before))).toEqual(['x &e;']);
  });

  test('X19 reads half a million numeric references', async () => {
    const parsed = await timed(
      read(rss(item('One', `<description>${'&#65;'.repeat(500_000)}</description>`))),
    );
    expect(parsed.items).toHaveLength(1);
  });
});

describe('size and depth', () => {
  test('X20 reads past tags nested fifty thousand deep', async () => {
    const deep = `<item><description>${'<b>'.repeat(50_000)}x</description></item>`;
    expect((await timed(titlesIn(rss(item('One') + deep))))[0]).toBe('One');
  });

  test('X21 reads a hundred thousand attributes', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ');
    expect(await timed(titlesIn(rss(`<item ${many}><title>One</title></item>`)))).toEqual(['One']);
  });

  test('X22 cuts a text of nine megabytes, and refuses one of twenty', async () => {
    const long = (megabytes: number) =>
      rss(item('One', `<description>${'x'.repeat(megabytes * 2 ** 20)}</description>`));
    const parsed = await timed(read(long(9)));
    expect(parsed.items[0]?.title).toBe('One');
    expect(parsed.problems).toEqual(['A description is longer than 65536 characters and was cut.']);
    const refused = await rssFeedParser.parse({ bytes: bytesOf(long(20)) });
    expect(refused).toMatchObject({ error: { kind: 'too-large' } });
  });

  test('X35 reads the first thousand of fifty thousand items', async () => {
    const parsed = await timed(read(rss(item('One').repeat(50_000))));
    expect(parsed.items).toHaveLength(1_000);
    expect(parsed.problems).toEqual(['Only the first 1000 of 50000 items were read.']);
  });

  test('X41 reads past a hundred thousand processing instructions', async () => {
    expect(await timed(titlesIn(rss('<?a b?>'.repeat(100_000) + item('One'))))).toEqual(['One']);
  });

  test('X42 reads past a comment of five megabytes', async () => {
    expect(await timed(titlesIn(rss(`<!--${'-'.repeat(5 * 2 ** 20)}-->${item('One')}`)))).toEqual(['One']);
  });
});

describe('structure', () => {
  test('X23 takes the names of the language for names', async () => {
    const odd =
      '<__proto__ polluted="1"><polluted>1</polluted></__proto__><constructor constructor="x" __proto__="y"/>';
    expect(await firstOf(item('One', odd))).toEqual({ title: 'One' });
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
  });

  test('X24 reads prefixes that are not declared', async () => {
    expect(await firstOf(item('One', '<dc:creator>A. Writer</dc:creator><x:y/>'))).toEqual({
      title: 'One',
      authors: ['A. Writer'],
    });
  });

  test('X25 reads what stands before CDATA without an end', async () => {
    expect(await titlesIn(`<rss version="2.0"><channel>${item('One')}<item><title><![CDATA[Two`)).toEqual([
      'One',
    ]);
  });

  test('X26 gives the whole items of a document cut off anywhere', async () => {
    const whole = rss(
      item('One') + item('Two &amp; three', '<description><![CDATA[x]]></description>') + item('Four'),
    );
    for (let length = whole.indexOf('</item>') + 7; length < whole.length; length += 1) {
      const titles = await titlesIn(whole.slice(0, length));
      expect(['One', 'Two & three', 'Four'].slice(0, titles.length)).toEqual(titles);
      expect(titles.length).toBeGreaterThan(0);
    }
  });

  test('X28 reads Atom inside RSS, and RSS inside Atom', async () => {
    const inRss =
      '<atom:link rel="alternate" href="https://news.example/1"/><atom:updated>2026-03-02T10:15:00Z</atom:updated>';
    expect(await firstOf(item('One', inRss))).toMatchObject({
      link: 'https://news.example/1',
      updated: '2026-03-02T10:15:00.000Z',
    });
    const inAtom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>World</title>${item('One')}</feed>`;
    expect(await titlesIn(inAtom)).toEqual(['One']);
  });

  test.each([
    ['RSS 0.91', '<rss version="0.91"><channel><item><title>One</title></item></channel></rss>', 'rss'],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>One</title></item></rdf:RDF>',
      'rdf',
    ],
  ])('X29 reads %s', async (_, text, kind) => {
    expect(await read(text)).toMatchObject({ kind, items: [{ title: 'One' }] });
  });

  test('X30 reads Atom 0.3', async () => {
    const entry =
      '<entry><title mode="escaped">One &amp;amp; two</title><issued>2026-03-02T10:15:00Z</issued><modified>2026-03-02T11:15:00Z</modified></entry>';
    const parsed = await read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#">${entry}</feed>`);
    expect(parsed.items).toEqual([
      { title: 'One & two', published: '2026-03-02T10:15:00.000Z', updated: '2026-03-02T11:15:00.000Z' },
    ]);
  });

  test('X33 calls a feed without a title by its address', async () => {
    const { feed } = await read('<rss><channel><link>https://news.example/</link></channel></rss>');
    expect(feed.title).toBe('https://news.example/');
    expect((await read('<rss><channel/></rss>')).feed).toEqual({});
  });

  test('X34 reads a feed without items', async () => {
    expect((await read(rss(''))).items).toEqual([]);
  });
});

describe('JSON', () => {
  test('X31 takes fields of wrong types for absent', async () => {
    const odd = {
      id: [1],
      title: { a: 1 },
      url: 4,
      date_published: true,
      authors: 'x',
      content_html: '<p>They met.</p>',
    };
    const document = { version: 'https://jsonfeed.org/version/1.1', title: 3, items: [odd, null, 7] };
    expect((await read(JSON.stringify(document))).items).toEqual([
      { content: '<p>They met.</p>', text: 'They met.' },
    ]);
  });

  test('X32 reads JSON that is sent as a page', async () => {
    const document = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'World',
      items: [{ id: '1', title: 'One' }],
    };
    expect(await titlesIn(JSON.stringify(document), 'text/html; charset=utf-8')).toEqual(['One']);
  });
});

describe('texts and addresses', () => {
  test('X27 reads HTML that was escaped twice', async () => {
    const found = await firstOf(
      item('One &amp;amp; two', '<description>&amp;lt;b&amp;gt;They met.&amp;lt;/b&amp;gt;</description>'),
    );
    expect(found).toMatchObject({ title: 'One & two', summary: 'They met.' });
  });

  test('X36 reads a title with markup inside', async () => {
    expect(await titlesIn(rss(item('One <b>and <i>two</i></b><br/>three')))).toEqual(['One and two three']);
  });

  test('X37 takes out what runs or loads', async () => {
    const html =
      '<p onclick="x()" style="x">They met.</p><script>x()</script><style>x</style><iframe src="https://x.example"></iframe><svg><script>x()</script></svg><object data="x"></object><form action="x"><input></form>';
    const found = await firstOf(item('One', `<description><![CDATA[${html}]]></description>`));
    expect(found).toEqual({ title: 'One', summary: 'They met.', content: '<p>They met.</p>' });
  });

  test('X38 takes no address but those of the web', async () => {
    const links = [
      'javascript:x()',
      'data:text/html,x',
      'JaVaScRiPt:x()',
      'file:///etc/passwd',
      'vbscript:x',
    ];
    for (const link of links) {
      const html = `&lt;a href="${link}"&gt;here&lt;/a&gt;`;
      const found = await firstOf(item('One', `<link>${link}</link><description>${html}</description>`));
      expect(found).toEqual({ title: 'One', summary: 'here', content: '<a>here</a>' });
    }
  });

  test('X39 starts relative addresses from xml:base', async () => {
    const entry = '<entry xml:base="march/"><title>One</title><link href="1"/></entry>';
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://archive.example/2026/">${entry}</feed>`;
    expect((await read(text)).items[0]?.link).toBe('https://archive.example/2026/march/1');
  });

  test('X40 takes an enclosure without an address for none', async () => {
    expect(await firstOf(item('One', '<enclosure type="image/jpeg"/><enclosure url=""/>'))).toEqual({
      title: 'One',
    });
  });
});
