import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The four shapes in which an outlet of a day may publish. */
export type DayFormat = 'rss' | 'atom' | 'rdf' | 'json';

/** An outlet of a day: the fields of `config/feeds.yaml`, and the shape of its feed. */
export type DayOutlet = {
  readonly name: string;
  readonly kind: string;
  readonly owner: string;
  readonly country?: string;
  readonly languages: readonly string[];
  readonly format: DayFormat;
  readonly voice_of?: string;
  readonly state_controlled?: { readonly en: string } & Readonly<Record<string, string>>;
};

/** What an outlet published at one moment; `replaces` names the item of which it is a new edition. */
export type DayItem = {
  readonly at: string;
  readonly outlet: string;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly content?: string;
  /** The address's path; the id where absent. */
  readonly link?: string;
  readonly author?: string;
  readonly replaces?: string;
};

/** A day of news, made up for a demo or a test. `starts` is when a first visit is meant to happen. */
export type Day = {
  readonly note: string;
  readonly starts?: string;
  readonly outlets: Readonly<Record<string, DayOutlet>>;
  readonly items: readonly DayItem[];
};

/** Reads a day from YAML. Throws when an item names an outlet or an earlier item that is not there. */
export function readDay(file: string): Day {
  const day = parse(readFileSync(file, 'utf8')) as Day;
  const known = new Set<string>();
  for (const item of day.items) {
    if (!day.outlets[item.outlet]) throw new Error(`${item.id}: there is no outlet ${item.outlet}`);
    if (Number.isNaN(Date.parse(item.at))) throw new Error(`${item.id}: ${item.at} is no date`);
    if (item.replaces && !known.has(item.replaces))
      throw new Error(`${item.id} replaces ${item.replaces}, which is not before it`);
    if (known.has(item.id)) throw new Error(`${item.id} stands twice`);
    known.add(item.id);
  }
  return day;
}
