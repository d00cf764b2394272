import type { Item } from '#article/item.ts';
import { isMarked, unmarked } from './marked-date.ts';
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
  /** As `markedDate` gives it; so is `updated`. */
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
 * `summary` is there only where it says more than the title, `text` only where the feed gives more than a lead. What has
 * no words at all is called by its address.
 */
export function toItem(raw: RawItem, sanitise?: Sanitise): Item {
  const outletName = present(plainLine(raw.outletName ?? ''));
  const title = titleOf(raw.title ?? '', outletName);
  const lead = present(plainText(twiceEscaped(raw.summary ?? '')));
  const html = twiceEscaped(raw.content ?? raw.summary ?? '');
  const text = raw.content === undefined ? undefined : present(plainText(html));
  const isLeadTheText = raw.content === undefined && (lead?.length ?? 0) > LONGEST_SUMMARY;
  const isWordless = lead === undefined && text === undefined;
  const authors = (raw.authors ?? []).map(authorName).filter((name) => name !== '');

  return withoutAbsent({
    title: title ?? (isWordless ? raw.link : undefined),
    link: raw.link,
    guid: present(raw.guid),
    published: unmarked(raw.published),
    updated: unmarked(raw.updated),
    isZoneDoubtful: isMarked(raw.published ?? raw.updated) || undefined,
    summary: isLeadTheText || saysNoMore(lead, title, outletName) ? undefined : lead,
    content: present(sanitise?.(html, raw.base)),
    text: isLeadTheText ? lead : text,
    authors: authors.length === 0 ? undefined : authors,
    image: (raw.enclosures ?? []).find(isImage)?.url,
    language: present(raw.language),
    outletName,
    outletLink: raw.outletLink,
  });
}

/** Aggregators append the outlet to the headline (“… - The Example Times”); it is no part of it. */
function titleOf(html: string, outletName: string | undefined): string | undefined {
  const line = plainLine(html);
  const ending = ` - ${outletName ?? ''}`;
  const isAppended = outletName !== undefined && line.endsWith(ending);
  return present(isAppended ? line.slice(0, -ending.length) : line);
}

/** Aggregators give the headline once more, with the outlet, for want of a lead. */
function saysNoMore(lead = '', title = '', outletName = ''): boolean {
  const [words, known] = [lead, `${title} ${outletName}`].map((line) => line.replace(/\s+/g, ' ').trim());
  return title !== '' && (words === title || words === known);
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
