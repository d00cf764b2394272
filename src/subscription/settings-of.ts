import type { Workspace } from '#channel/channel.ts';
import type { ChannelId } from '#kernel/id.ts';
import { type ChannelSettings, calmSettings } from '#subscription/channel-settings.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** How a channel wants to be told, with its workspace's zone and policy where it has none of its own. */
export async function settingsOf(
  channel: ChannelId,
  workspace: Pick<Workspace, 'zone' | 'whenUncertain'> | undefined,
  subscriptions: SubscriptionStore,
): Promise<ChannelSettings & Required<Pick<ChannelSettings, 'zone' | 'whenUncertain'>>> {
  const settings = (await subscriptions.findSettings(channel)) ?? calmSettings(channel);
  return {
    ...settings,
    zone: settings.zone ?? workspace?.zone ?? 'UTC',
    whenUncertain: settings.whenUncertain ?? workspace?.whenUncertain ?? 'repeat',
  };
}
