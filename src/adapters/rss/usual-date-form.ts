type Rewriting = readonly [pattern: RegExp, usual: string];

/** What most feeds write (RFC 822, with four digits for the year) is not looked at any further. */
const MOST_USUAL = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|[a-z]{1,5})$/i;
/** Dates in Korean name no zone, and Korea has one. */
const KOREAN = /[년월일]|오[전후]/;
const HAS_ZONE = /(?:Z|UTC|GMT|KST|[+-]\d{2}:?\d{2})$/i;

const REWRITINGS: readonly Rewriting[] = [
  // Comments (RFC 822, 3.4.3) and the zone's name behind its offset.
  [/\([^)]*\)|\[[^\]]*\]/g, ' '],
  // Hours, minutes and seconds with their words: 11時23分17秒, 11시 23분.
  [/(\d{1,2})\s?[時时시]\s?(\d{1,2})\s?[分분](?:\s?(\d{1,2})\s?[秒초])?/g, '$1:$2:$3 '],
  [/:(?=\s)/g, ' '],
  // 10h30, as in French.
  [/(?<![\d:])(\d{1,2})\s?h\s?(\d{2})(?!\d)/gi, '$1:$2'],
  // Hours without minutes: 5 p.m., 12 noon.
  [/(?<![\d:.-])(\d{1,2})\s?([ap])\.?\s?m\b\.?/gi, '$1:00 $2m'],
  [/(?<![\d:.-])12\s?noon\b/gi, '12:00'],
  // The half of the day before the hour, as in Korean, Chinese and Japanese.
  [/(?:오전|上午|午前)\s*(\d{1,2}:\d{2}(?::\d{2})?)/g, '$1 am'],
  [/(?:오후|下午|午後)\s*(\d{1,2}:\d{2}(?::\d{2})?)/g, '$1 pm'],
  // “in” before the month, which Hebrew writes in one word with it.
  [/(?<=\d\s)ב(?=\p{Script=Hebrew})/gu, ''],
  // ISO 8601, basic form, in whole or of the time alone.
  [/^(\d{4})(\d{2})(\d{2})(?:T(?=\d)|(?=$|\d{4}))/i, '$1-$2-$3T'],
  [/(?<=-\d{2})T(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(?=$|Z|[+-])/i, 'T$1:$2:$3'],
  [/:(?=$|[Z+-])/gi, ''],
  [/(?<=\d)T(?=\d|$)/i, ' '],
];

/** A date in one of its rarer forms, written in a usual one; any other is given back with its white space tidied. */
export function usualDateForm(raw: string): string {
  if (MOST_USUAL.test(raw)) return raw;
  const digits = raw
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s+/g, ' ')
    .trim();
  const usual = REWRITINGS.reduce(
    (written, [pattern, form]) => written.replace(pattern, form),
    digits,
  ).trim();
  return KOREAN.test(raw) && !HAS_ZONE.test(usual) ? `${usual} +0900` : usual;
}

/** Decimal digits of all scripts stand in Unicode in runs of ten. */
function asciiDigit(digit: string): string {
  if (/\d/.test(digit)) return digit;
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return String(code - zero);
}
