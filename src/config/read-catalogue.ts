import { z } from 'zod';
import type { Complain, Problem } from '#config/problem.ts';
import type { Table, TableReader } from '#config/table-reader.ts';
import type { Feed } from '#feed/feed.ts';
import { feedIdOf } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { shownAddress } from '#feed/shown-address.ts';
import type { ActorId } from '#lexicon/actor.ts';

const language = z.string().regex(/^[a-z]{2,3}$/, 'must be a language code such as en');

const feedsShape = z.strictObject({
  outlets: z.record(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case with hyphens, such as le-monde'),
    z.strictObject({
      name: z.string().min(1),
      kind: z.enum(['official', 'wire', 'media', 'analysis']),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two capitals')
        .exactOptional(),
      owner: z.string().min(1),
      also_called: z.array(z.string().min(2)).min(1).exactOptional(),
      languages: z.array(language).min(1),
      state_controlled: z
        .object({ en: z.string().min(1) })
        .catchall(z.string().min(1))
        .exactOptional(),
      voice_of: z.string().min(1).exactOptional(),
      full_text: z.boolean().exactOptional(),
      feeds: z
        .array(
          z.strictObject({
            url: z.url({ protocol: /^https?$/ }),
            language: language.exactOptional(),
            seen_working: z.union([z.iso.date(), z.literal('never')]),
            evidence: z.string().min(1),
          }),
        )
        .exactOptional(),
    }),
  ),
});

/** The outlets and feeds of everyone. */
export type Catalogue = { readonly outlets: readonly Outlet[]; readonly feeds: readonly Feed[] };

/** `feeds.yaml`, checked; `actors` are those that an outlet may be the voice of. */
export function readCatalogue(
  read: TableReader,
  actors: ReadonlySet<string> | undefined,
  complain: Complain,
): Catalogue | undefined {
  const table = read('feeds.yaml', feedsShape);
  if (!table) return undefined;

  const entries = Object.entries(table.value.outlets);
  for (const [outlet, { voice_of: voice }] of entries) {
    if (voice && actors && !actors.has(voice))
      complain(unknownVoice(outlet, voice, table.whereIs('outlets', outlet, 'voice_of')));
  }
  const listings = entries.flatMap(([outlet, { feeds = [] }]) =>
    feeds.map(({ url }, index) => ({ outlet, url, index })),
  );
  checkTwins(listings, table, complain);
  return {
    outlets: entries.map(([outlet, fields]) => toOutlet(outlet as OutletId, fields)),
    feeds: entries.flatMap(([outlet, { feeds = [] }]) =>
      feeds.map((feed) => toFeed(outlet as OutletId, feed)),
    ),
  };
}

type OutletFields = z.infer<typeof feedsShape>['outlets'][string];

function toOutlet(id: OutletId, fields: OutletFields): Outlet {
  const {
    name,
    kind,
    owner,
    also_called: alsoCalled,
    languages,
    country,
    state_controlled: stateControlled,
    voice_of: voiceOf,
    full_text: allowsFullText,
  } = fields;
  return {
    id,
    name,
    kind,
    owner,
    languages,
    ...(alsoCalled && { alsoCalled }),
    ...(country && { country }),
    ...(stateControlled && { stateControlled }),
    ...(voiceOf && { voiceOf: voiceOf as ActorId }),
    ...(allowsFullText !== undefined && { allowsFullText }),
  };
}

const toFeed = (outlet: OutletId, { url, language }: NonNullable<OutletFields['feeds']>[number]): Feed => ({
  id: feedIdOf(url),
  url,
  outlet,
  ...(language && { language }),
});

/** Where a feed is listed. */
type Listing = { readonly outlet: string; readonly url: string; readonly index: number };

function checkTwins(
  listings: readonly Listing[],
  { whereIs }: Pick<Table<unknown>, 'whereIs'>,
  complain: Complain,
): void {
  const whereOf = ({ outlet, index }: Listing): string => whereIs('outlets', outlet, 'feeds', index);
  for (const [url, [first, ...twins]] of Map.groupBy(listings, ({ url }) => url)) {
    for (const twin of twins) {
      complain({
        where: whereOf(twin),
        message: `${shownAddress(url)} stands under ${twin.outlet}, and under ${first?.outlet} as well (${first && whereOf(first)}).`,
        remedy: 'A feed belongs to one outlet and is listed once; take the other out.',
      });
    }
  }
}

const unknownVoice = (outlet: string, actor: string, where: string): Problem => ({
  where,
  message: `${outlet} is the voice of “${actor}”, which is not in actors.yaml.`,
  remedy: 'Add the actor there, or correct its spelling.',
});
