import { readDate } from './read-date.ts';

/** A document whose items can be served up to an hour; `dates` are those of its dated items, oldest first. */
export type CuttableDocument = {
  readonly dates: readonly Date[];
  /** The text without the items published after that moment; undated items always stand. */
  cutAt(now: Date): string;
};

type Block = { readonly text: string; readonly date: Date | undefined };

const ITEM = /<((?:[\w.-]+:)?(?:item|entry))(?=[\s>])[\s\S]*?<\/\1\s*>/gi;
const OPENED_ITEM = /<(?:[\w.-]+:)?(?:item|entry)(?=[\s>])/gi;
const DATE =
  /<(?:[\w.-]+:)?(?:pubDate|published|issued|created|date|updated|modified)(?:\s[^>]*)?>([\s\S]*?)<\//gi;

/** Makes a feed's text cuttable. One that cannot be taken apart stands as it is, from the start. */
export function makeCuttable(text: string): CuttableDocument {
  return text.trimStart().startsWith('{') ? cutJsonFeed(text) : cutXmlFeed(text);
}

function cutXmlFeed(text: string): CuttableDocument {
  const blocks = [...text.matchAll(ITEM)].map(([block]): Block => ({ text: block, date: dateOf(block) }));
  // An item that is never closed would be glued to its neighbour: such a document is served whole.
  if (blocks.length !== [...text.matchAll(OPENED_ITEM)].length) return asItStands(text);

  const gaps = splitAround(text, blocks);
  return {
    dates: datesOf(blocks),
    cutAt: (now) =>
      gaps.map((gap, index) => gap + (isOut(blocks[index], now) ? (blocks[index]?.text ?? '') : '')).join(''),
  };
}

function cutJsonFeed(text: string): CuttableDocument {
  const feed = parseJsonFeed(text);
  if (!feed) return asItStands(text);
  const blocks = feed.items.map((item): Block & { readonly item: JsonItem } => ({
    text: '',
    date: readDate(item.date_published ?? item.date_modified ?? ''),
    item,
  }));
  return {
    dates: datesOf(blocks),
    cutAt: (now) =>
      JSON.stringify({ ...feed, items: blocks.filter((block) => isOut(block, now)).map(({ item }) => item) }),
  };
}

type JsonItem = { readonly date_published?: string; readonly date_modified?: string };
type JsonFeed = { readonly items: readonly JsonItem[] };

function parseJsonFeed(text: string): JsonFeed | undefined {
  try {
    const feed = JSON.parse(text) as Partial<JsonFeed>;
    return Array.isArray(feed.items) && feed.items.every(isDatedByText) ? (feed as JsonFeed) : undefined;
  } catch {
    return undefined;
  }
}

/** A date that is no text cannot be read; the document then stands as it is. */
const isDatedByText = (item: Readonly<Record<string, unknown>> | null): boolean =>
  item !== null &&
  ['date_published', 'date_modified'].every((field) => ['string', 'undefined'].includes(typeof item[field]));

/** The pieces before, between and after the blocks: one more than there are blocks. */
function splitAround(text: string, blocks: readonly Block[]): readonly string[] {
  const gaps: string[] = [];
  let from = 0;
  for (const block of blocks) {
    const at = text.indexOf(block.text, from);
    gaps.push(text.slice(from, at));
    from = at + block.text.length;
  }
  return [...gaps, text.slice(from)];
}

/** The earliest date it carries: an item that was changed later was out from its first day on. */
function dateOf(block: string): Date | undefined {
  const dates = [...block.matchAll(DATE)].map(([, raw = '']) =>
    readDate(raw.replace(/<!\[CDATA\[|\]\]>/g, '')),
  );
  return dates.filter((date) => date !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

const isOut = (block: Block | undefined, now: Date): boolean =>
  block?.date === undefined || block.date.getTime() <= now.getTime();

const datesOf = (blocks: readonly Block[]): readonly Date[] =>
  blocks
    .map(({ date }) => date)
    .filter((date) => date !== undefined)
    .toSorted((a, b) => a.getTime() - b.getTime());

const asItStands = (text: string): CuttableDocument => ({ dates: [], cutAt: () => text });
