import { readVersion } from '#config/read-version.ts';
import type { Settings } from '#config/settings.ts';

/** Who we say we are to publishers, and where they can read about us. */
export const userAgentOf = ({ feeds }: Settings): string =>
  `Readout/${readVersion()} (+${feeds.projectAddress})`;
