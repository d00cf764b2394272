import type { Command } from '#command/command.ts';
import { newsOf } from '#command/news/news-of.ts';

const DAYS = 7;

/** `news latest [topic]`: what happened this week, by headline and status. */
export const newsLatest: Command = {
  path: ['news', 'latest'],
  description: 'The newest stories of seven days, all or on a topic',
  options: [{ name: 'topic', description: 'Such as: Macron Putin call', kind: 'text', isRequired: false }],
  isChanging: false,
  run: (ask, desk) => newsOf(ask.options['topic'], DAYS, ask, desk),
};
