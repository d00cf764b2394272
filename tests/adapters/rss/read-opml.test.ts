import { describe, expect, test } from 'vitest';
import { readOpml } from '#adapters/rss/read-opml.ts';
import { writeOpml } from '#feed/write-opml.ts';

const read = (text: string) => readOpml({ bytes: new TextEncoder().encode(text) });

describe('a list of feeds', () => {
  test('is read in its order, from folders within folders, with or without titles', () => {
    expect(
      read(`<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
        <outline text="World"><outline text="Far"><outline type="rss" text="Harbour &amp; Co" xmlUrl="https://a.example/f?x=1&amp;y=2"/></outline></outline>
        <outline title="Gazette" xmlUrl=" https://b.example/feed "/>
        <outline type="rss" url="https://c.example/feed"/>
        <outline text="A page" type="link" url="https://d.example/"/>
        <outline text="Nothing"/>
      </body></opml>`),
    ).toEqual([
      { url: 'https://a.example/f?x=1&y=2', title: 'Harbour & Co' },
      { url: 'https://b.example/feed', title: 'Gazette' },
      { url: 'https://c.example/feed' },
    ]);
  });

  test('is read however its names are written, and as far as it is whole', () => {
    expect(read('<OPML><BODY><Outline XMLURL="https://a.example/f"/><outline xmlUrl="https://b.exa')).toEqual(
      [{ url: 'https://a.example/f' }],
    );
  });

  test('expands no entity of its own, and asks for none from elsewhere', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "https://a.example/"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <opml><body><outline xmlUrl="&b;"/><outline xmlUrl="https://b.example/&c;"/></body></opml>`;
    const listed = JSON.stringify(read(bomb));
    expect(listed).not.toContain('a.example');
    expect(listed).not.toContain('root:');
  });

  test('that is very deep or very long is read within its limits', () => {
    const deep = `<opml><body>${'<outline>'.repeat(20_000)}<outline xmlUrl="https://a.example/f"/>`;
    expect(read(deep)?.length).toBeLessThanOrEqual(1);
    const long = `<opml><body>${'<outline xmlUrl="https://a.example/f"/>'.repeat(3_000)}</body></opml>`;
    expect(read(long)).toHaveLength(2_000);
    expect(read(`<opml>${' '.repeat(3 * 1024 * 1024)}</opml>`)).toBeUndefined();
  });

  test.each(['', 'not a list', '<rss><channel/></rss>', '{"opml":true}', '<html><body/></html>'])(
    'is not “%s”',
    (text) => expect(read(text)).toBeUndefined(),
  );
});

test('a list that is written can be read again, whatever stands in a title', () => {
  const feeds = [
    { url: 'https://a.example/f?x=1&y=2', title: '"Tom" & <Co> ’ \u0000\u0007' },
    { url: "https://b.example/o'neil", title: 'Порт\nновости 🕊 \ud800' },
    { url: 'https://c.example/feed' },
  ];
  expect(read(writeOpml(feeds, 'Mine & <yours>'))).toEqual([
    { url: 'https://a.example/f?x=1&y=2', title: '"Tom" & <Co> ’' },
    { url: "https://b.example/o'neil", title: 'Порт\nновости 🕊' },
    { url: 'https://c.example/feed', title: 'https://c.example/feed' },
  ]);
});
