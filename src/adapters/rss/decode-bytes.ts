import { decodeUtf32 } from './decode-utf-32.ts';

/**
 * A document's bytes as text. In order: byte order mark, UTF-16 and UTF-32 by their pattern of NULs, the HTTP charset,
 * the XML declaration, strict UTF-8, else windows-1252. A charset that cannot be decoded, or a name nobody knows, passes
 * to the next; Latin-1, which servers name without looking, passes to UTF-8 where the bytes are UTF-8. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): string {
  const marked = charsetOfMark(bytes) ?? charsetOfNulPattern(bytes);
  if (marked !== undefined) return decodeMarked(bytes, marked);

  for (const charset of [charsetOfHeader(contentType), charsetOfDeclaration(bytes), 'utf-8']) {
    const text = charset === undefined ? undefined : decodeNamed(bytes, charset);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

type Marked = 'utf-8' | 'utf-16be' | 'utf-16le' | 'utf-32be' | 'utf-32le';

/** Names that publishers write and the Encoding Standard does not list. */
const CHARSET_OF_ALIAS: ReadonlyMap<string, string> = new Map([
  ['utf8mb3', 'utf-8'],
  ['utf8mb4', 'utf-8'],
  ['utf-8-sig', 'utf-8'],
  ['latin-1', 'iso-8859-1'],
  ['latin-2', 'iso-8859-2'],
  ['latin-5', 'iso-8859-9'],
  ['latin-9', 'iso-8859-15'],
  ['ansi', 'windows-1252'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['mac-roman', 'macintosh'],
  ['mac-cyrillic', 'x-mac-cyrillic'],
]);

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);

function charsetOfMark(bytes: Uint8Array): Marked | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0x00, 0x00, 0xfe, 0xff)) return 'utf-32be';
  if (startsWith(bytes, 0xff, 0xfe, 0x00, 0x00)) return 'utf-32le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return undefined;
}

/** XML 1.0, appendix F: a document begins with an ASCII mark or white space, whose NULs tell width and order. */
function charsetOfNulPattern(bytes: Uint8Array): Marked | undefined {
  if (bytes.length < 4) return undefined;
  switch ([...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('')) {
    case '000x':
      return 'utf-32be';
    case 'x000':
      return 'utf-32le';
    case '0x0x':
      return 'utf-16be';
    case 'x0x0':
      return 'utf-16le';
    default:
      return undefined;
  }
}

function decodeMarked(bytes: Uint8Array, charset: Marked): string {
  return charset === 'utf-32be' || charset === 'utf-32le'
    ? decodeUtf32(bytes, charset === 'utf-32le')
    : new TextDecoder(charset).decode(bytes);
}

const charsetOfHeader = (contentType: string | undefined): string | undefined =>
  narrow(/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]);

function charsetOfDeclaration(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  return narrow(/^\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1]);
}

/** Without NULs in it a document is in no wide charset, whatever is said: a reader of UTF-16 would make Chinese of it. */
const narrow = (charset: string | undefined): string | undefined =>
  charset !== undefined && /^(utf-?(16|32)|ucs-?[24]|unicode)/i.test(charset) ? undefined : charset;

function decodeNamed(bytes: Uint8Array, name: string): string | undefined {
  const written = name.toLowerCase().replaceAll('_', '-');
  const charset = CHARSET_OF_ALIAS.get(written) ?? name;
  const decoded = decodeStrictly(bytes, charset) ?? decodeStrictly(bytes, written);
  return decoded?.charset === 'windows-1252'
    ? (decodeStrictly(bytes, 'utf-8')?.text ?? decoded.text)
    : decoded?.text;
}

function decodeStrictly(
  bytes: Uint8Array,
  charset: string,
): { readonly charset: string; readonly text: string } | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    return { charset: decoder.encoding, text: decoder.decode(bytes) };
  } catch {
    return undefined;
  }
}
