import type { Choice } from '#command/command.ts';

/** What answers an option that is changed either way. */
export const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', label: { en: 'yes', fr: 'oui' } },
  { value: 'no', label: { en: 'no', fr: 'non' } },
];
