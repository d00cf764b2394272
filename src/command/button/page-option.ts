import type { Option } from '#command/command.ts';
import type { Wording } from '#command/wording.ts';

/** `page:2` of a long list, for those who type; buttons carry a cursor. `description` says how much a page holds. */
export const pageOption = (description: Wording): Option => ({
  name: 'page',
  nameInFrench: 'page',
  description,
  kind: 'number',
  isRequired: false,
});
