import { editionsAt } from './editions-at.ts';
import type { Publication } from './publication.ts';
import type { Day } from './read-day.ts';
import { CONTENT_TYPES, renderFeed } from './render-feed.ts';

/** The feeds of a day's outlets, each holding what its outlet had published by the hour. */
export function publishDay(day: Day): readonly Publication[] {
  return Object.entries(day.outlets).map(([id, outlet]) => {
    const items = day.items.filter((item) => item.outlet === id);
    const { format, ...known } = outlet;
    return {
      path: `/${id}/feed`,
      outlet: { outlet: id, ...known },
      contentType: CONTENT_TYPES[format],
      moments: items.map(({ at }) => new Date(at)),
      documentAt: (now) =>
        Buffer.from(renderFeed({ id, outlet, note: day.note }, editionsAt(items, now)), 'utf8'),
    };
  });
}
