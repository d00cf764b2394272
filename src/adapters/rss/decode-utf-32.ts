const REPLACEMENT = 0xfffd;
const PIECE = 4_096;

/** Text in UTF-32, which no `TextDecoder` reads. What is no character becomes U+FFFD; a mark at the start is kept. */
export function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codes = Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    characterOf(view.getUint32(index * 4, isLittleEndian)),
  );
  let text = '';
  for (let start = 0; start < codes.length; start += PIECE) {
    text += String.fromCodePoint(...codes.slice(start, start + PIECE));
  }
  return text;
}

function characterOf(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0x10ffff || isSurrogate ? REPLACEMENT : code;
}
