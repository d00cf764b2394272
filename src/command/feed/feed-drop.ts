import type { Command } from '#command/command.ts';
import { type Decision, decideOnFlood } from '#command/feed/decide-on-flood.ts';

/** `feed drop`: what the flood rule held back of an outlet is deleted, and never comes again. */
export const feedDrop: Command = {
  path: ['feed', 'drop'],
  description: 'Drop for good what was held back of an outlet (operator)',
  options: [
    { name: 'outlet', description: 'The outlet, as “feed health” names it', kind: 'text', isRequired: true },
  ],
  isChanging: true,
  run: (ask, desk) => decideOnFlood('feed drop', ask, desk, drop),
};

const drop: Decision = async (outlet, words, { ledger }) => ({
  kind: 'done',
  lines: [words.dropped(outlet.name, await ledger.articles.dropParked(outlet.id))],
});
