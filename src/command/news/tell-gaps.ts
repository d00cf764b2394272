import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { DAY_MS } from '#kernel/clock.ts';

/** An outlet that was not read for a while. ISO 8601, UTC. */
type Gap = { readonly outlet: string; readonly since: string; readonly until: string };

const NAMES_SHOWN = 3;

/** Which outlets were not read for a while within the last `days`, and are again: the longest gaps; no line where none. */
export async function tellGaps(
  { workspace }: ChannelRef,
  days: number,
  words: ReplyWords,
  { catalogue, ledger, clock }: Desk,
): Promise<readonly Phrase[]> {
  const outlets = catalogue.outletsFor(workspace);
  const nameOf = new Map(
    catalogue.feedsFor(workspace).map(({ id, outlet }) => [id, outlets.get(outlet)?.name ?? outlet]),
  );
  const from = new Date(clock().getTime() - days * DAY_MS).toISOString();
  const gaps = (await ledger.feeds.listAll()).flatMap(({ feed, vitals }): readonly Gap[] => {
    const outlet = nameOf.get(feed);
    const gap = vitals?.lastOutage;
    return outlet === undefined || gap === undefined || gap.until < from ? [] : [{ outlet, ...gap }];
  });
  if (gaps.length === 0) return [];

  const longest = gaps.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, NAMES_SHOWN);
  return [words.notReadBefore(longest, gaps.length - longest.length)];
}

const lengthOf = ({ since, until }: Gap): number => Date.parse(until) - Date.parse(since);
