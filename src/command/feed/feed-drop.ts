import type { Command } from '#command/command.ts';
import { type Decision, decideOnFlood, heldOutlet } from '#command/feed/decide-on-flood.ts';

/** `feed drop`: what the flood rule held back of an outlet is deleted, and never comes again. */
export const feedDrop: Command = {
  path: ['feed', 'drop'],
  pathInFrench: ['flux', 'écarter'],
  description: {
    en: 'Drop for good what was held back of an outlet (operator)',
    fr: 'Écarter pour de bon ce qui était retenu d’un média (opérateur)',
  },
  options: [heldOutlet],
  isChanging: true,
  run: (ask, desk) => decideOnFlood('feed drop', ask, desk, drop),
};

const drop: Decision = async (outlet, words, { ledger }) => ({
  kind: 'done',
  lines: [words.dropped(outlet.name, await ledger.articles.dropParked(outlet.id))],
});
