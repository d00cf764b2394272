import type { Option } from '#command/command.ts';

/** A topic that the channel watches: by its name, anything that means the same, or its number in the list. */
export const watchedTopic: Option = {
  name: 'topic',
  nameInFrench: 'sujet',
  description: { en: 'Its name, or its number in the list', fr: 'Son nom, ou son numéro dans la liste' },
  kind: 'text',
  isRequired: true,
  suggests: 'watches',
};
