import type { Command } from '#command/command.ts';
import { type Decision, decideOnFlood } from '#command/feed/decide-on-flood.ts';

/** `feed drop`: what the flood rule held back of an outlet is deleted, and never comes again. */
export const feedDrop: Command = {
  path: ['feed', 'drop'],
  pathInFrench: ['flux', 'écarter'],
  description: {
    en: 'Drop for good what was held back of an outlet (operator)',
    fr: 'Écarter pour de bon ce qui était retenu d’un média (opérateur)',
  },
  options: [
    {
      name: 'outlet',
      nameInFrench: 'média',
      description: {
        en: 'The outlet, as “feed health” names it',
        fr: 'Le média, comme « flux santé » le nomme',
      },
      kind: 'text',
      isRequired: true,
    },
  ],
  isChanging: true,
  run: (ask, desk) => decideOnFlood('feed drop', ask, desk, drop),
};

const drop: Decision = async (outlet, words, { ledger }) => ({
  kind: 'done',
  lines: [words.dropped(outlet.name, await ledger.articles.dropParked(outlet.id))],
});
