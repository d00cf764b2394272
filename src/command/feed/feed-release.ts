import type { Command } from '#command/command.ts';
import { type Decision, decideOnFlood, heldOutlet } from '#command/feed/decide-on-flood.ts';

/** `feed release`: what the flood rule held back of an outlet is carried as the news, or the archive, that it is. */
export const feedRelease: Command = {
  path: ['feed', 'release'],
  pathInFrench: ['flux', 'publier'],
  description: {
    en: 'Release what was held back of an outlet (operator)',
    fr: 'Publier ce qui était retenu d’un média (opérateur)',
  },
  options: [heldOutlet],
  isChanging: true,
  run: (ask, desk) => decideOnFlood('feed release', ask, desk, release),
};

const release: Decision = async (outlet, words, desk) => {
  const released = await desk.release?.(outlet.id);
  return released === undefined
    ? { kind: 'refused', lines: [words.releaseElsewhere] }
    : { kind: 'done', lines: [words.released(outlet.name, released.read, released.unread)] };
};
