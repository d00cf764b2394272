import type { Action } from '#channel/action.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { quoted } from '#command/quoted.ts';
import { standingIn } from '#command/standing.ts';
import { namedChannel } from '#command/watch/named-channel.ts';
import { placeWordsIn } from '#command/words/place-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** The channel that a watch is meant for, or why it cannot be that one. */
export type PlaceToWatch =
  | { readonly kind: 'place'; readonly channel: ChannelRef }
  | { readonly kind: 'none'; readonly reply: Reply };

/** The channel that is named behind `in`, which whoever asks has to manage; their own where none is. */
export async function placeToWatch(ask: Ask, desk: Desk): Promise<PlaceToWatch> {
  const written = (ask.options['in'] ?? '').trim();
  if (written === '') return { kind: 'place', channel: ask.channel };
  const words = placeWordsIn((await wordsFor(ask, desk)).language);
  const channel =
    (await namedChannel(written, ask, desk)) ?? (await knownChannel(written, ask.channel.workspace, desk));
  const standing = channel === undefined ? 'sees-not' : await standingIn(channel, ask, desk);
  if (channel === undefined || standing === 'sees-not') return none([words.noSuchChannel(written)]);
  return standing === 'manages' ? { kind: 'place', channel } : none([words.notYours(channel.name)]);
}

/** By the platform's id: no platform tells of a channel whose id stands on a button of ours. */
const knownChannel = async (
  address: string,
  workspace: WorkspaceId,
  { ledger }: Desk,
): Promise<ChannelRef | undefined> =>
  (await ledger.workspaces.listChannels(workspace)).find((known) => known.address === address);

const none = (lines: Reply['lines']): PlaceToWatch => ({
  kind: 'none',
  reply: { kind: 'refused', lines, option: 'in' },
});

/** What does the same wherever it is pressed. */
const EVERYWHERE = ['undo', 'story show'];
const WATCH_ADD = 'watch add ';

/**
 * A reply on another channel, as it stands where it was asked for: what watches goes there too, and what would act here
 * is left out.
 */
export function saidElsewhere(reply: Reply, { address }: ChannelRef): Reply {
  const { actions, ...said } = reply;
  const placed = (actions ?? []).flatMap((action): readonly Action[] => {
    const { command } = action;
    if (command.startsWith(WATCH_ADD))
      return [{ ...action, command: `${WATCH_ADD}in:${quoted(address)} ${command.slice(WATCH_ADD.length)}` }];
    return EVERYWHERE.some((one) => command.startsWith(`${one} `)) ? [action] : [];
  });
  return placed.length === 0 ? said : { ...said, actions: placed };
}
