import type { Platform } from '#channel/channel.ts';

/** How people call each platform. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  discord: 'Discord',
  slack: 'Slack',
  terminal: 'Terminal',
};
