import { describe, expect, test } from 'vitest';
import { type PageBytes, readabilityPageReader } from '#adapters/page/readability-page-reader.ts';

const PARAGRAPHS = [
  'The two ministers spoke for an hour, the ministry of Arvania said in a note on Monday, and agreed to speak again.',
  'They went through the exchange of letters of last week, point by point, and left the question of fees to experts.',
  'A second call is planned for Thursday, the note says, and will include the envoys of both countries as well.',
];
const page = (body: string) =>
  `<!doctype html><html><head><title>Ministers speak</title></head><body>${body}</body></html>`;
const ARTICLE = `<article><h1>Ministers speak</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`;

function reading(html: string | Uint8Array, contentType = 'text/html; charset=utf-8') {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const fetched: PageBytes = { kind: 'read', bytes, contentType, url: 'https://news.example/1' };
  return readabilityPageReader(async () => fetched).read('https://news.example/1');
}

describe('a page', () => {
  test('gives the article’s text, a line for each paragraph, without what stands around it', async () => {
    const around = '<nav><a href="/">Home</a><a href="/world">World</a></nav>';
    const seen = await reading(page(`${around}${ARTICLE}<script>track()</script><footer>Cookies</footer>`));
    expect(seen).toMatchObject({ kind: 'read', title: 'Ministers speak' });
    expect(seen.kind === 'read' && seen.text.split('\n').slice(-3)).toEqual(PARAGRAPHS);
  });

  test('is read in the charset it names', async () => {
    const html = page(`<meta charset="windows-1251">${ARTICLE}`).replace(
      'point by point',
      '\xcf\xf0\xe8\xe2\xe5\xf2',
    );
    const bytes = Uint8Array.from(html, (character) => character.charCodeAt(0));
    expect(await reading(bytes, 'text/html')).toMatchObject({ text: expect.stringContaining('Привет') });
  });

  test('that names no charset is UTF-8 where it can be, else windows-1252', async () => {
    const bytes = Uint8Array.from(page(ARTICLE.replace('fees', 'caf\u00e9')), (sign) => sign.charCodeAt(0));
    expect(await reading(bytes, 'text/html')).toMatchObject({ text: expect.stringContaining('café') });
    const utf8 = new TextEncoder().encode(page(ARTICLE.replace('fees', 'café')));
    expect(await reading(utf8, 'text/html')).toMatchObject({ text: expect.stringContaining('café') });
  });

  test('in UTF-16 is read by its byte order mark', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${page(ARTICLE)}`, 'utf16le'));
    expect(await reading(bytes, 'text/html')).toMatchObject({ kind: 'read' });
  });

  test.each([
    ['too large', '<p>word</p>'.repeat(300_000)],
    ['of too many elements', '<p>word</p>'.repeat(15_000)],
    ['of nothing but open tags', '<div>'.repeat(200_000)],
    ['nested too deeply', '<div>'.repeat(5_000)],
  ])('%s is not taken apart', async (_what, html) => {
    expect(await reading(html)).toMatchObject({ kind: 'failed', detail: expect.stringMatching(/too/) });
  });

  test('without an article says so', async () => {
    expect(await reading(page(''))).toEqual({ kind: 'failed', detail: 'No article was found on its page.' });
    expect(await reading('')).toMatchObject({ kind: 'failed' });
  });

  test('that is no web page is not read', async () => {
    expect(await reading('%PDF-1.7', 'application/pdf')).toEqual({
      kind: 'failed',
      detail: 'Its address leads to no web page.',
    });
  });

  test('that could not be fetched says why', async () => {
    const reader = readabilityPageReader(async () => ({
      kind: 'failed',
      detail: 'It did not answer in time.',
    }));
    expect(await reader.read('https://news.example/1')).toEqual({
      kind: 'failed',
      detail: 'It did not answer in time.',
    });
  });
});
