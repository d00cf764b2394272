const BYTE_ORDER_MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * A feed document's text, by byte order mark, declaration, then UTF-8; its declaration then says UTF-8.
 * Undefined when the declared encoding is unknown or the bytes are not in it.
 */
export function decodeDocument(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.replace(/^(\s*<\?xml[^>]*?encoding\s*=\s*["'])[^"']+/i, '$1UTF-8');
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const mark = BYTE_ORDER_MARKS.find(([, signs]) => signs.every((sign, index) => bytes[index] === sign));
  if (mark) return mark[0];
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1] ?? 'utf-8';
}
