import type { Phrase } from '#card/phrase.ts';
import { isOperators } from '#channel/operator-channel.ts';
import { PLATFORM_NAMES } from '#channel/platform-names.ts';
import type { Ask, Desk } from '#command/command.ts';
import { type Standing, standingIn } from '#command/standing.ts';
import type { DeliveryWords } from '#command/words/delivery-words.ts';
import type { Stop } from '#delivery/stop.ts';

/** Something that is stopped now, by the name that people know. */
export type SeenStop = { readonly stop: Stop; readonly name: string };

/**
 * What is stopped, as far as whoever asks may know: their platform, and the channels in which they have one of these
 * standings; the operator hears of all.
 */
export async function stopsSeenBy(
  ask: Ask,
  desk: Desk,
  standings: readonly Standing[] = ['manages', 'takes-part', 'sees'],
): Promise<readonly SeenStop[]> {
  const { channel } = ask;
  const { ledger, clock } = desk;
  const isOperator = await isOperators(channel, ledger.workspaces);
  const now = clock().toISOString();
  const seen: SeenStop[] = [];
  for (const stop of await ledger.stops.list()) {
    if (stop.kind === 'busy' && stop.until <= now) continue;
    if (stop.platform !== undefined) {
      if (isOperator || stop.platform === channel.platform)
        seen.push({ stop, name: PLATFORM_NAMES[stop.platform] });
      continue;
    }
    const stopped = await ledger.workspaces.findChannel(stop.channel);
    if (stopped === undefined) continue;
    if (isOperator || standings.includes(await standingIn(stopped, ask, desk)))
      seen.push({ stop, name: stopped.name });
  }
  return seen;
}

/** A line for each. */
export const tellStops = (stops: readonly SeenStop[], words: DeliveryWords): readonly Phrase[] =>
  stops.map(({ stop: { kind, since, until, reason }, name }) =>
    kind === 'busy' ? words.isBusy(name, until) : words.stopped(name, since, until, reason),
  );
