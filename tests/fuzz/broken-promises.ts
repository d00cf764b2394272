import type { Item, ParsedFeed, Unreadable } from '#article/item.ts';

const INSTANT = /^(?:19[7-9]\d|2[01]\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/;
const RUNS = /^<(?:script|style|iframe|object|embed|svg|form)\b/i;
const LOADS = /\s(?:href|src)="(?!https?:\/\/)/i;

/** What a parser promises of whatever it reads and did not keep, in words; empty where all is kept. */
export function brokenPromises(read: ParsedFeed | Unreadable): readonly string[] {
  if ('error' in read) return read.error.message === '' ? ['an error without words'] : [];
  return read.items.flatMap((item) => [...brokenIn(item)]);
}

function* brokenIn(item: Item): Generator<string> {
  for (const [field, value] of Object.entries(item)) {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!texts.every((text) => typeof text === 'string' && text.trim() !== '')) yield `${field} is no text`;
  }
  if (/\n/.test(item.title ?? '')) yield 'the title has more than one line';
  for (const field of ['link', 'image'] as const) {
    if (!/^https?:\/\//.test(item[field] ?? 'https://')) yield `${field} is no web address`;
  }
  for (const field of ['published', 'updated'] as const) {
    const date = item[field];
    if (date !== undefined && !INSTANT.test(date)) yield `${field} is no instant: ${date}`;
  }
  const harmful = (item.content?.match(/<[^>]*>/g) ?? []).filter(isHarmful);
  for (const tag of harmful) yield `the content could run: ${tag.slice(0, 200)}`;
}

/** Inside a tag alone: in a text, or in a value that is quoted, the same words harm nobody. */
function isHarmful(tag: string): boolean {
  const names = tag.replace(/"[^"]*"/g, '""');
  return RUNS.test(tag) || /\son\w+=/i.test(names) || LOADS.test(tag);
}
