import type { Option } from '#command/command.ts';

/** How a story is named: by its short name, or by a link to its card. */
export const storyOption: Option = {
  name: 'story',
  nameInFrench: 'dossier',
  description: {
    en: 'Its short name, such as R-7K2Q, or a link to its card',
    fr: 'Son nom court, par exemple R-7K2Q, ou un lien vers sa fiche',
  },
  kind: 'text',
  isRequired: true,
  suggests: 'stories',
};

/** The same for look-ups: at a card, or in its thread, it need not be named. */
export const cardOption: Option = { ...storyOption, isRequired: false, isOfCard: true };
