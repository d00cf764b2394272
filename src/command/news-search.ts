import type { Command } from '#command/command.ts';
import { newsOf } from '#command/news-of.ts';

const DAYS = 30;

/** `news search words`: stories of the last month on anything, watched or not. */
export const newsSearch: Command = {
  path: ['news', 'search'],
  description: 'Stories of thirty days on any topic, watched or not',
  options: [{ name: 'words', description: 'Names, an event, other words', kind: 'text', isRequired: true }],
  isChanging: false,
  run: (ask, desk) => newsOf(ask.options['words'] ?? '', DAYS, ask, desk),
};
