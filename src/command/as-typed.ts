import type { Platform } from '#channel/channel.ts';

/** A command with what follows it, as every platform's buttons carry it. */
export const commandLine = (path: readonly string[], following: string): string =>
  [...path, ...(following === '' ? [] : [following])].join(' ');

/**
 * How a command is typed where somebody is: `/readout watch add Iran` on Slack, which gives us one command, and
 * `/watch add Iran` on Discord, where those of one word stand below `/readout`. In a terminal it stands for itself.
 */
export function asTyped(path: readonly string[], following: string, platform: Platform): string {
  const line = commandLine(path, following);
  switch (platform) {
    case 'terminal':
      return line;
    case 'slack':
      return `/readout ${line}`;
    case 'discord':
      return path.length === 1 ? `/readout ${line}` : `/${line}`;
  }
}
