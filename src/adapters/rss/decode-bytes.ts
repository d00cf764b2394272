/**
 * A document's bytes as text. In order: byte order mark, UTF-16 by its pattern of NULs, the HTTP charset, the XML
 * declaration, strict UTF-8, else windows-1252. A charset that cannot be decoded, or a name nobody knows, passes to
 * the next. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): string {
  const marked = charsetOfMark(bytes) ?? charsetOfNulPattern(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);

  for (const charset of [charsetOfHeader(contentType), charsetOfDeclaration(bytes), 'utf-8']) {
    const text = charset === undefined ? undefined : decodeStrictly(bytes, charset);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return undefined;
}

/** XML 1.0, appendix F: without a mark, `<` and the byte after it tell the order of UTF-16. */
function charsetOfNulPattern(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0x00, 0x3c, 0x00)) return 'utf-16be';
  if (startsWith(bytes, 0x3c, 0x00) && bytes[3] === 0x00) return 'utf-16le';
  return undefined;
}

const charsetOfHeader = (contentType: string | undefined): string | undefined =>
  /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1];

function charsetOfDeclaration(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const charset = /^\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1];
  // The declaration was read as single bytes, so it cannot itself be in UTF-16.
  return charset !== undefined && /^(utf-?16|ucs-?2)/i.test(charset) ? undefined : charset;
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
