import type { Item } from '#article/item.ts';
import { looksLikeHtml, plainLine, plainText } from './plain-text.ts';
import type { Sanitise } from './sanitise.ts';
import { webAddress } from './web-address.ts';

/** An address with the kind of thing it leads to. */
export type Enclosure = { readonly url?: string; readonly type?: string; readonly medium?: string };

/** What a feed says of one item, whatever its format: texts are HTML, dates ISO 8601, addresses absolute. */
export type RawItem = {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly guid?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly enclosures?: readonly Enclosure[] | undefined;
  readonly language?: string | undefined;
  /** The outlet an aggregator took it from. */
  readonly outletName?: string | undefined;
  readonly outletLink?: string | undefined;
  /** Where relative addresses in its texts start. */
  readonly base?: string | undefined;
};

/** A longer description is the article itself, not its lead. */
const LONGEST_SUMMARY = 1_000;
const LONGEST_AUTHOR = 200;

/**
 * An item as Readout keeps it: plain title and summary; its content too where something is given to make it harmless.
 * `text` is there only where the feed gives more than a lead. What has no words at all is called by its address.
 */
export function toItem(raw: RawItem, sanitise?: Sanitise): Item {
  const summary = present(plainText(twiceEscaped(raw.summary ?? '')));
  const html = twiceEscaped(raw.content ?? raw.summary ?? '');
  const isSummaryTheText = raw.content === undefined && (summary?.length ?? 0) > LONGEST_SUMMARY;
  const text = present(
    raw.content === undefined ? (isSummaryTheText ? summary : undefined) : plainText(html),
  );
  const isWordless = summary === undefined && text === undefined;
  const authors = (raw.authors ?? []).map(authorName).filter((name) => name !== '');

  return withoutAbsent({
    title: titleOf(raw) ?? (isWordless ? raw.link : undefined),
    link: raw.link,
    guid: present(raw.guid),
    published: raw.published,
    updated: raw.updated,
    summary: isSummaryTheText ? undefined : summary,
    content: present(sanitise?.(html, raw.base)),
    text,
    authors: authors.length === 0 ? undefined : authors,
    image: (raw.enclosures ?? []).find(isImage)?.url,
    language: present(raw.language),
    outletName: present(raw.outletName === undefined ? undefined : plainLine(raw.outletName)),
    outletLink: raw.outletLink,
  });
}

/** Aggregators append the outlet to the headline (“… - The Example Times”); it is no part of it. */
function titleOf({ title = '', outletName }: RawItem): string | undefined {
  const line = plainLine(title);
  const ending = outletName === undefined ? '' : ` - ${plainLine(outletName)}`;
  const isAppended = ending !== '' && line.endsWith(ending);
  return present(isAppended ? line.slice(0, -ending.length) : line);
}

/** Some feeds escape their HTML once too often, so that tags would stand in the text. */
function twiceEscaped(html: string): string {
  const isEscaped = /&lt;(?:\/?[a-z]|!--)/i.test(html) && !/<[a-z]/i.test(html);
  const once = isEscaped ? plainText(html) : html;
  return looksLikeHtml(once) ? once : html;
}

/** RSS authors are e-mail addresses with the name in parentheses; the address is not kept. */
function authorName(written: string): string {
  const line = plainLine(written.slice(0, LONGEST_AUTHOR));
  return /\(([^)]+)\)/.exec(line)?.[1]?.trim() ?? (/^\S+@\S+$/.test(line) ? '' : line);
}

function isImage({ url, type, medium }: Enclosure): boolean {
  if (webAddress(url) === undefined) return false;
  if (medium !== undefined || type !== undefined)
    return medium === 'image' || (type ?? '').startsWith('image/');
  return /\.(?:jpe?g|png|webp|gif|avif)$/i.test(URL.parse(url ?? '')?.pathname ?? '');
}

const present = (text: string | undefined): string | undefined =>
  text?.trim() === '' ? undefined : text?.trim();

type Loose<Type> = { readonly [Key in keyof Type]: Type[Key] | undefined };

function withoutAbsent(item: Loose<Item>): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}
