import type { DayItem } from './read-day.ts';

/** An item as readers saw it at one moment: its newest edition under its first edition's identity. */
export type Edition = {
  readonly guid: string;
  readonly link: string;
  readonly published: Date;
  readonly updated: Date;
  readonly newest: DayItem;
};

/** What stood in an outlet's feed at that moment, newest first. A new edition keeps guid, link and first date. */
export function editionsAt(items: readonly DayItem[], now: Date): readonly Edition[] {
  const standing = new Map<string, Edition>();
  const firstOf = new Map<string, string>();
  for (const item of items.filter(({ at }) => Date.parse(at) <= now.getTime())) {
    const guid = item.replaces ? (firstOf.get(item.replaces) ?? item.replaces) : item.id;
    firstOf.set(item.id, guid);
    const first = standing.get(guid);
    standing.set(guid, {
      guid,
      link: first?.link ?? addressOf(item),
      published: first?.published ?? new Date(item.at),
      updated: new Date(item.at),
      newest: item,
    });
  }
  return [...standing.values()].toSorted((a, b) => b.published.getTime() - a.published.getTime());
}

/** The top-level domain `.example` belongs to nobody (RFC 2606), so no link of a demo leads to a real site. */
const addressOf = ({ outlet, id, link }: DayItem): string =>
  `https://${outlet}.example/${(link ?? id).replace(/^\//, '')}`;
