import { describe, expect, test } from 'vitest';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { Item, ParsedFeed } from '#article/item.ts';

const URL_OF_FEED = 'https://news.example/feeds/world.xml';

async function read(text: string, url = URL_OF_FEED): Promise<ParsedFeed> {
  const parsed = await rssFeedParser.parse({ bytes: new TextEncoder().encode(text), url, withMarkup: true });
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed;
}

async function errorOf(text: string): Promise<string> {
  const parsed = await rssFeedParser.parse({ bytes: new TextEncoder().encode(text) });
  return 'error' in parsed ? parsed.error.kind : 'read';
}

const rss = (items: string, header = '<title>World</title>') =>
  `<rss version="2.0"><channel>${header}${items}</channel></rss>`;
const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>World</title>${entries}</feed>`;
const firstOfRss = async (fields: string): Promise<Item | undefined> =>
  (await read(rss(`<item>${fields}</item>`))).items[0];
const firstOfAtom = async (fields: string): Promise<Item | undefined> =>
  (await read(atom(`<entry>${fields}</entry>`))).items[0];

describe('the dialects', () => {
  test('RSS 2.0 gives its fields', async () => {
    const parsed = await read(
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>World &amp; region</title><link>https://news.example/</link><language>en-GB</language>
        <ttl>15</ttl><skipHours><hour>1</hour><hour>24</hour></skipHours>
        <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
        <item><title>Envoys meet</title><link>https://news.example/1</link><guid isPermaLink="false">n-1</guid>
        <pubDate>Mon, 02 Mar 2026 10:15:00 GMT</pubDate><dc:creator>A. Writer</dc:creator>
        <description>They met.</description><content:encoded><![CDATA[<p>They met.</p><p>For long.</p>]]></content:encoded>
        <enclosure url="https://news.example/1.jpg" type="image/jpeg" length="1"/></item></channel></rss>`,
    );
    expect(parsed).toEqual({
      kind: 'rss',
      feed: {
        title: 'World & region',
        link: 'https://news.example/',
        language: 'en-GB',
        ttlMinutes: 15,
        skipHours: [1, 0],
        skipDays: [6, 0],
      },
      items: [
        {
          title: 'Envoys meet',
          link: 'https://news.example/1',
          guid: 'n-1',
          published: '2026-03-02T10:15:00.000Z',
          summary: 'They met.',
          content: '<p>They met.</p><p>For long.</p>',
          text: 'They met.\nFor long.',
          authors: ['A. Writer'],
          image: 'https://news.example/1.jpg',
        },
      ],
      problems: [],
    });
  });

  test('RSS 1.0 (RDF) gives items that stand beside the channel, with their address as guid', async () => {
    const parsed = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>World</title></channel>
        <item rdf:about="https://news.example/1"><title>Envoys meet</title><d:date>2026-03-02T10:15:00Z</d:date>
        </item></rdf:RDF>`,
    );
    expect(parsed.kind).toBe('rdf');
    expect(parsed.items).toEqual([
      {
        title: 'Envoys meet',
        link: 'https://news.example/1',
        guid: 'https://news.example/1',
        published: '2026-03-02T10:15:00.000Z',
      },
    ]);
  });

  test('Atom gives published and updated apart, and the link to the item itself', async () => {
    const item = await firstOfAtom(
      `<id>tag:news.example,2026:1</id><title>Envoys meet</title><updated>2026-03-02T11:00:00Z</updated>
       <link rel="self" href="/1.atom"/><link rel="alternate" type="text/html" href="/1"/>
       <author><name>A. Writer</name></author><summary>They met.</summary>`,
    );
    expect(item).toEqual({
      title: 'Envoys meet',
      link: 'https://news.example/1',
      guid: 'tag:news.example,2026:1',
      updated: '2026-03-02T11:00:00.000Z',
      summary: 'They met.',
      content: 'They met.',
      authors: ['A. Writer'],
    });
  });

  test('Atom under a prefix is Atom', async () => {
    const parsed = await read(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Envoys meet</a:title></a:entry></a:feed>',
    );
    expect(parsed.kind).toBe('atom');
    expect(parsed.items).toEqual([{ title: 'Envoys meet' }]);
  });

  test('JSON Feed gives its fields, and takes a wrong type for absent', async () => {
    const parsed = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'World',
        items: [
          {
            id: 7,
            url: '/1',
            title: 'R&D <deal>',
            content_html: '<p>They met.</p>',
            date_published: '2026-03-02',
          },
          { id: 'n-2', title: ['no', 'title'], content_text: 'a < b', date_published: 'soon' },
          'no item',
        ],
      }),
    );
    expect(parsed).toMatchObject({
      kind: 'json',
      items: [
        { guid: '7', link: 'https://news.example/1', title: 'R&D <deal>', text: 'They met.' },
        { guid: 'n-2', text: 'a < b' },
      ],
      problems: ['The date “soon” could not be read.'],
    });
    expect(parsed.items).toHaveLength(2);
    expect(parsed.items[1]).not.toHaveProperty('title');
  });
});

describe('broken documents', () => {
  test('with a raw ampersand and undeclared entities are read', async () => {
    const parsed = await read(
      rss('<item><title>Fish & chips&nbsp;&#8211; R&eacute;union &#9999999;</title></item>'),
    );
    expect(parsed.items[0]?.title).toBe('Fish & chips – Réunion \ufffd');
    expect(parsed.problems).toEqual(['The document has a raw ampersand.']);
  });

  test('that are cut off give their whole items', async () => {
    const whole = '<item><title>One</title></item><item><title>Two</title></item>';
    const parsed = await read(`<rss version="2.0"><channel>${whole}<item><title>Thr`);
    expect(parsed.items.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(parsed.problems).toEqual(['The document is cut off; what is whole was read.']);
  });

  test('with junk around the root are read', async () => {
    const parsed = await read(
      `\n\n<?xml version="1.0"?><!-- a comment -->${rss('<item><title>One</title></item>')}junk`,
    );
    expect(parsed.items).toHaveLength(1);
  });

  test('with undeclared prefixes, odd case and no version are read', async () => {
    const parsed = await read(
      '<RSS><Channel><Item><Title>One</Title><PubDate>2026-03-02</PubDate><dc:creator>A. Writer</dc:creator></Item></Channel></RSS>',
    );
    expect(parsed.items).toEqual([
      { title: 'One', published: '2026-03-02T00:00:00.000Z', authors: ['A. Writer'] },
    ]);
  });

  test('with an unreadable date lose the date and say so', async () => {
    const parsed = await read(atom('<entry><title>One</title><published>some day</published></entry>'));
    expect(parsed.items).toEqual([{ title: 'One' }]);
    expect(parsed.problems).toEqual(['The date “some day” could not be read.']);
  });

  test('that expand entities do not', async () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const text = `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const parsed = await read(text + rss('<item><title>x &l9; &f;</title></item>'));
    expect(parsed.items[0]?.title).toBe('x &l9; &f;');
  });

  test('with names of the language in place of fields harm nothing', async () => {
    const parsed = await read(
      rss(
        '<item><__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor><title>One</title></item>',
      ),
    );
    expect(parsed.items).toEqual([{ title: 'One' }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('nested without end, or with marks opened without end, are read in good time', async () => {
    const deep = `<item><description>${'<b>'.repeat(50_000)}x</description><title>Two</title></item>`;
    expect((await read(rss(`<item><title>One</title></item>${deep}`))).items[0]?.title).toBe('One');
    const endless = await read(
      `<rss><channel><item><title>One</title></item>${'<a xmlns:b="c">'.repeat(500_000)}`,
    );
    expect(endless.items).toHaveLength(1);
    expect(
      (await read(rss('<item><title>One</title></item>') + '<![CDATA['.repeat(200_000))).items,
    ).toHaveLength(1);
  });

  test('with more than a thousand items give the first thousand', async () => {
    const parsed = await read(rss('<item><title>One</title></item>'.repeat(1_001)));
    expect(parsed.items).toHaveLength(1_000);
    expect(parsed.problems).toEqual(['Only the first 1000 of 1001 items were read.']);
  });
});

describe('what is no feed', () => {
  test.each([
    ['<!doctype html><html><body>Please accept cookies</body></html>', 'not-a-feed'],
    ['', 'not-a-feed'],
    ['just words', 'not-a-feed'],
    ['{"items":[{"id":1}]}', 'not-a-feed'],
    ['{"version":"https://jsonfeed.org/version/1", "items":[', 'malformed'],
  ])('“%s” is %s', async (text, kind) => {
    expect(await errorOf(text)).toBe(kind);
  });

  test('more than 10 MiB is too large', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await rssFeedParser.parse({ bytes })).toMatchObject({ error: { kind: 'too-large' } });
  });

  test('an empty feed is a feed without items', async () => {
    expect((await read('<feed xmlns="http://www.w3.org/2005/Atom"/>')).items).toEqual([]);
    expect((await read('<rss version="2.0"><channel/></rss>')).items).toEqual([]);
  });
});

describe('texts', () => {
  test('a title with markup inside is one plain line', async () => {
    expect((await firstOfRss('<title>A <b>bold</b>\n move</title>'))?.title).toBe('A bold move');
    expect((await firstOfAtom('<title type="html">A &lt;i>bold&lt;/i> move</title>'))?.title).toBe(
      'A bold move',
    );
    expect(
      (
        await firstOfAtom(
          '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>bold</i> move</div></title>',
        )
      )?.title,
    ).toBe('A bold move');
  });

  test('signs of comparison are no markup', async () => {
    expect((await firstOfRss('<title>Growth &lt; 2 and debt &gt; 3</title>'))?.title).toBe(
      'Growth < 2 and debt > 3',
    );
    expect((await firstOfAtom('<title type="text">x &lt;y and z&gt; w</title>'))?.title).toBe(
      'x <y and z> w',
    );
  });

  test('references escaped twice are read', async () => {
    expect((await firstOfRss('<title>Envoy&amp;#8217;s visit</title>'))?.title).toBe('Envoy’s visit');
    const item = await firstOfRss('<description>&amp;lt;p&amp;gt;They met.&amp;lt;/p&amp;gt;</description>');
    expect(item?.summary).toBe('They met.');
  });

  test('base64 content is decoded', async () => {
    const encoded = Buffer.from('<p>They met.</p>').toString('base64');
    expect((await firstOfAtom(`<content type="application/octet-stream">${encoded}</content>`))?.text).toBe(
      'They met.',
    );
  });

  test('content keeps its markup and loses what runs or loads', async () => {
    const html = `<p onclick="x()">They <a href="javascript:x()">met</a> <a href="/2">here</a>.</p><script>x()</script>
      <iframe src="https://evil.example"></iframe><svg onload="x()"></svg><img src="pic.jpg" alt="p">`;
    const item = await firstOfRss(
      `<encoded xmlns="http://purl.org/rss/1.0/modules/content/"><![CDATA[${html}]]></encoded>`,
    );
    expect(item?.content).not.toMatch(/onclick|javascript|script|iframe|svg|onload/);
    expect(item?.content).toContain('<a href="https://news.example/2">here</a>');
    expect(item?.content).toContain('src="https://news.example/feeds/pic.jpg"');
    expect(item?.text).toBe('They met here.');
  });

  test('a description as long as an article is its text, not its lead', async () => {
    const item = await firstOfRss(`<description>${'They met again. '.repeat(100)}</description>`);
    expect(item).not.toHaveProperty('summary');
    expect(item?.text?.length).toBeGreaterThan(1_000);
  });

  test('an overlong text of tags alone gives no summary, wherever in a tag the cut falls', async () => {
    for (const tag of ['<div>', '<p>', '<b>', '<em>', '<span>', '</div>', '</p>']) {
      const tags = tag.repeat(40_000);
      expect(
        (await firstOfRss(`<title>Envoys meet</title><description><![CDATA[${tags}]]></description>`))
          ?.summary,
      ).toBe(undefined);
    }
  });

  test('an overlong text is cut and named', async () => {
    const parsed = await read(rss(`<item><description>${'x'.repeat(70_000)}</description></item>`));
    expect(parsed.problems).toEqual(['A description is longer than 65536 characters and was cut.']);
  });
});

describe('addresses', () => {
  test('relative ones start from xml:base, else from where the feed was read', async () => {
    const parsed = await read(
      atom('<entry xml:base="2026/"><link href="1"/></entry>', 'xml:base="https://archive.example/news/"'),
    );
    expect(parsed.items[0]?.link).toBe('https://archive.example/news/2026/1');
    expect((await firstOfRss('<link>/1</link>'))?.link).toBe('https://news.example/1');
  });

  test('only web addresses count', async () => {
    expect(await firstOfRss('<title>One</title><link>javascript:alert(1)</link>')).not.toHaveProperty('link');
  });

  test('a guid is the link where there is none, unless it says it is not', async () => {
    expect((await firstOfRss('<guid>https://news.example/1</guid>'))?.link).toBe('https://news.example/1');
    expect(await firstOfRss('<guid isPermaLink="false">https://news.example/1</guid>')).not.toHaveProperty(
      'link',
    );
  });

  test('an empty guid is none', async () => {
    expect(await firstOfRss('<title>One</title><guid> </guid>')).toEqual({ title: 'One' });
  });

  test('pictures are found in media groups, and sounds are no pictures', async () => {
    const media = 'xmlns:m="http://search.yahoo.com/mrss/"';
    expect(
      (
        await firstOfRss(
          `<m:group ${media}><m:content url="https://news.example/1.png" medium="image"/></m:group>`,
        )
      )?.image,
    ).toBe('https://news.example/1.png');
    expect(
      await firstOfRss('<title>One</title><enclosure url="https://news.example/1.mp3" type="audio/mpeg"/>'),
    ).not.toHaveProperty('image');
  });
});

describe('people', () => {
  test('an author’s e-mail address is not kept', async () => {
    expect((await firstOfRss('<author>desk@news.example (A. Writer)</author>'))?.authors).toEqual([
      'A. Writer',
    ]);
    expect(await firstOfRss('<title>One</title><author>desk@news.example</author>')).not.toHaveProperty(
      'authors',
    );
  });

  test('an aggregator’s headline is given back without the outlet, which is named apart', async () => {
    const item = await firstOfRss(
      '<title>Envoys meet - The Example Times</title><source url="https://times.example">The Example Times</source>',
    );
    expect(item).toEqual({
      title: 'Envoys meet',
      outletName: 'The Example Times',
      outletLink: 'https://times.example/',
    });
  });

  test('a lead that says the headline again is none', async () => {
    const source = '<source url="https://times.example">The Example Times</source>';
    const again =
      '&lt;a href="/1"&gt;Envoys  meet&lt;/a&gt;&amp;nbsp;&lt;font&gt;The Example Times&lt;/font&gt;';
    const item = await firstOfRss(
      `<title>Envoys meet - The Example Times</title>${source}<description>${again}</description>`,
    );
    expect(item).toMatchObject({ title: 'Envoys meet' });
    expect(item).not.toHaveProperty('summary');
    expect(await firstOfRss('<title>Talks</title><description>Talks</description>')).not.toHaveProperty(
      'summary',
    );
    expect(await firstOfRss('<title>Talks</title><description>Talks end</description>')).toHaveProperty(
      'summary',
      'Talks end',
    );
  });

  test('the language stands with the feed or the item', async () => {
    const parsed = await read(atom('<entry xml:lang="uk"><title>Зустріч</title></entry>', 'xml:lang="en"'));
    expect(parsed).toMatchObject({ feed: { language: 'en' }, items: [{ language: 'uk' }] });
  });
});

const itemIn = (zone: string): string =>
  `<item><title>On ${zone}</title><pubDate>Mon, 02 Mar 2026 10:15:00 ${zone}</pubDate></item>`;

test('an item says where the zone of its date is not sure, and its date is ISO 8601 all the same', async () => {
  const text = `<rss version="2.0"><channel><title>News</title>${itemIn('IST')}${itemIn('GMT')}</channel></rss>`;
  const parsed = await rssFeedParser.parse({ bytes: new TextEncoder().encode(text) });
  const published = '2026-03-02T10:15:00.000Z';
  expect('items' in parsed && parsed.items).toEqual([
    { title: 'On IST', published, isZoneDoubtful: true },
    { title: 'On GMT', published },
  ]);
});
