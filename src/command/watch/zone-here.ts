import type { Ask, Desk } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** What a channel counts in until somebody says otherwise. */
const UNSAID = 'UTC';

/**
 * In which zone the hours of a channel count. `said`: somebody has said so, or was asked; `elsewhere`: of another channel
 * that whoever asks sees, and that is as good here; `unsaid`: nobody has said anything.
 */
export type ZoneHere = { readonly kind: 'said' | 'elsewhere' | 'unsaid'; readonly zone: string };

/** The zone of the channel in which it is asked. Of a terminal it stands in the operator's settings. */
export async function zoneHere(ask: Ask, desk: Desk): Promise<ZoneHere> {
  const { channel } = ask;
  const { workspaces, subscriptions } = desk.ledger;
  const workspace = await workspaces.find(channel.workspace);
  const own = await subscriptions.findSettings(channel.id);
  const { zone } = await settingsOf(channel.id, workspace, subscriptions);
  const isSaid = own?.zone !== undefined || zone !== UNSAID || channel.platform === 'terminal';
  if (isSaid) return { kind: 'said', zone };

  const elsewhere = await zoneElsewhere(ask, desk);
  if (elsewhere === undefined) return { kind: 'unsaid', zone };
  // What counts in UTC already would come at another hour.
  const watches = await subscriptions.listByChannel(channel.id);
  const hasHours = own?.quiet !== undefined || watches.some(({ digest }) => digest !== undefined);
  return hasHours ? { kind: 'said', zone } : { kind: 'elsewhere', zone: elsewhere };
}

/** A zone that is more than UTC tells more. Its platform is asked of no channel that can tell nothing more. */
async function zoneElsewhere(ask: Ask, desk: Desk): Promise<string | undefined> {
  const { workspaces, subscriptions } = desk.ledger;
  let least: string | undefined;
  for (const channel of await workspaces.listChannels(ask.channel.workspace)) {
    const zone = (await subscriptions.findSettings(channel.id))?.zone;
    if (zone === undefined || zone === least) continue;
    if ((await standingIn(channel, ask, desk)) === 'sees-not') continue;
    if (zone !== UNSAID) return zone;
    least = zone;
  }
  return least;
}
