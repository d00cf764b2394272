import { describe, expect, test } from 'vitest';
import { decodeBytes } from '#adapters/rss/decode-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), !isBigEndian);
  return bytes;
};

const utf32 = (text: string, isBigEndian: boolean) =>
  Array.from(text).flatMap((character) => {
    const code = character.charCodeAt(0);
    return isBigEndian ? [0, 0, 0, code] : [code, 0, 0, 0];
  });

describe('the charset of a document', () => {
  test('is that of its byte order mark, whatever else is said', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('<a>é</a>'));
    expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1')).toBe('<a>é</a>');
    expect(decodeBytes(Uint8Array.of(0xff, 0xfe, ...utf16('<a>é</a>', false)))).toBe('<a>é</a>');
    expect(decodeBytes(Uint8Array.of(0xfe, 0xff, ...utf16('<a>é</a>', true)))).toBe('<a>é</a>');
  });

  test('is UTF-16 where NULs stand between the characters', () => {
    expect(decodeBytes(utf16('<?xml version="1.0"?><a>é</a>', false))).toContain('<a>é</a>');
    expect(decodeBytes(utf16('<?xml version="1.0"?><a>é</a>', true))).toContain('<a>é</a>');
  });

  test('is UTF-32 by its mark or its NULs, which no decoder of the platform reads', () => {
    expect(decodeBytes(Uint8Array.from(utf32('<a>é</a>', true)))).toBe('<a>é</a>');
    expect(decodeBytes(Uint8Array.from(utf32('<a>é</a>', false)))).toBe('<a>é</a>');
    expect(decodeBytes(Uint8Array.of(0xff, 0xfe, 0, 0, ...utf32('<a/>', false)))).toContain('<a/>');
    expect(decodeBytes(Uint8Array.of(0, 0, 0, 0x3c, 0, 0x11, 0, 0))).toBe('<\ufffd');
  });

  test.each([
    ['koi8-u', [0xa4], 'є'],
    ['gb2312', [0xc4, 0xe3], '你'],
    ['gb18030', [0xc4, 0xe3], '你'],
    ['big5', [0xa7, 0x41], '你'],
    ['shift_jis', [0x93, 0xfa], '日'],
    ['euc-jp', [0xc6, 0xfc], '日'],
    ['euc-kr', [0xc7, 0xd1], '한'],
    ['windows-1250', [0xb9], 'ą'],
    ['windows-1253', [0xe1], 'α'],
    ['windows-1256', [0xc8], 'ب'],
    ['iso-8859-2', [0xb1], 'ą'],
    ['iso-8859-5', [0xd0], 'а'],
    ['iso-8859-15', [0xa4], '€'],
    ['ibm866', [0xa0], 'а'],
    ['cp1251', [0xe0], 'а'],
    ['CP949', [0xc7, 0xd1], '한'],
    ['Latin-2', [0xb1], 'ą'],
    ['iso_8859_2', [0xb1], 'ą'],
    ['mac-cyrillic', [0xe0], 'а'],
  ])('is known by the name %s', (name, bytes, character) => {
    expect(decodeBytes(Uint8Array.from(bytes), `text/xml; charset=${name}`)).toBe(character);
  });

  test('is UTF-8 where a server says Latin-1 without having looked', () => {
    expect(decodeBytes(utf8('Élysée'), 'text/xml; charset=ISO-8859-1')).toBe('Élysée');
    expect(decodeBytes(latin('\xc9lys\xe9e'), 'text/xml; charset=ISO-8859-1')).toBe('Élysée');
  });

  test('is no wide one where no NUL stands in the document', () => {
    expect(decodeBytes(utf8('<a>né</a>'), 'text/xml; charset=utf-16le')).toBe('<a>né</a>');
  });

  test('is that of HTTP before that of the declaration', () => {
    const bytes = latin('<?xml version="1.0" encoding="koi8-r"?><a>\xe9</a>');
    expect(decodeBytes(bytes, 'application/xml; charset="ISO-8859-1"')).toContain('<a>é</a>');
  });

  test('is that of the declaration where HTTP says nothing', () => {
    const bytes = latin('<?xml version="1.0" encoding="windows-1251"?><a>\xcf\xf0\xe8\xe2\xe5\xf2</a>');
    expect(decodeBytes(bytes, 'application/rss+xml')).toContain('<a>Привет</a>');
  });

  test('passes to the next where a declared one is wrong or unknown', () => {
    expect(decodeBytes(utf8('<?xml version="1.0" encoding="utf8mb4"?><a>é</a>'))).toContain('<a>é</a>');
    expect(decodeBytes(utf8('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'))).toContain('<a>é</a>');
    expect(decodeBytes(latin('<a>\xe9 \x80</a>'), 'text/xml; charset=utf-8')).toBe('<a>é €</a>');
  });

  test('is UTF-8 where nothing is said and the bytes are UTF-8, else windows-1252', () => {
    expect(decodeBytes(utf8('Élysée'))).toBe('Élysée');
    expect(decodeBytes(latin('\x93quoted\x94'))).toBe('“quoted”');
  });
});
