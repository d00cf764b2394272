import { namesOfChannels, readPlace, withIds } from '#adapters/slack/asking/named-place.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { SlackDirectory } from '#adapters/slack/slack-directory.ts';

/** An event as it is understood; `elsewhere`: its words ask for this other channel, without its name. */
export type PlacedEvent = {
  readonly event: SlackEvent;
  readonly elsewhere?: { readonly channel: string; readonly words: string };
};

/**
 * Finds the channels that typed words name: by Slack's own writing or by “#desk” alone. One that stands behind a command
 * is where it is meant for; the channel in which it was typed needs no name. A name is none of a channel that this person
 * does not see: nobody learns by trying names which private ones there are.
 */
export async function findPlace(event: SlackEvent, directory: SlackDirectory): Promise<PlacedEvent> {
  const { asked, channels } = event;
  // Only what was typed names any; a button carries a command that was understood before.
  if (asked.kind !== 'words' || channels === undefined) return { event };
  const names = namesOfChannels(asked.words);
  const ids = names.length === 0 ? NONE : await seenByName(names, event.user, directory);
  const named = [...channels, ...ids.values()];
  const words = withIds(asked.words, ids);
  const place = readPlace(words, named);
  if (place === undefined) return { event: { ...event, channels: named, asked: { ...asked, words } } };
  if (place.place !== event.channel)
    return { event, elsewhere: { channel: place.place, words: place.words } };
  return { event: { ...event, channels, asked: { ...asked, words: place.words } } };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Those of the names that are channels which this person sees, as Slack's ids. */
async function seenByName(
  names: readonly string[],
  person: string,
  directory: SlackDirectory,
): Promise<ReadonlyMap<string, string>> {
  const ids = await directory.channelsByName();
  const seen = new Map<string, string>();
  for (const name of names) {
    const id = ids.get(name);
    if (id !== undefined && (await directory.sight(person, id)) === 'sees') seen.set(name, id);
  }
  return seen;
}
