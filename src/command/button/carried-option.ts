import type { Option } from '#command/command.ts';

/** What a button carries to its command: nobody types it. */
export const carriedOption = (name: string, nameInFrench: string): Option => ({
  name,
  nameInFrench,
  description: { en: 'What the button carries', fr: 'Ce que porte le bouton' },
  kind: 'text',
  isRequired: true,
});
