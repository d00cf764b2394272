import { pageOption } from '#command/button/page-option.ts';
import type { Command } from '#command/command.ts';
import { newsOf } from '#command/news/news-of.ts';

const DAYS = 7;

/** `news latest [topic]`: what happened this week, by headline and status. */
export const newsLatest: Command = {
  path: ['news', 'latest'],
  pathInFrench: ['actus', 'dernières'],
  description: {
    en: 'The newest stories of seven days, all or on a topic',
    fr: 'Les derniers dossiers de sept jours, tous ou sur un sujet',
  },
  options: [
    {
      name: 'topic',
      nameInFrench: 'sujet',
      description: { en: 'Such as: Macron Putin call', fr: 'Par exemple : appel Macron Poutine' },
      kind: 'text',
      isRequired: false,
      suggests: 'topics',
    },
    pageOption({ en: 'Ten stories each', fr: 'Dix dossiers chacune' }),
  ],
  isChanging: false,
  isShareable: true,
  run: (ask, desk) => newsOf(newsLatest, DAYS, ask, desk),
};
