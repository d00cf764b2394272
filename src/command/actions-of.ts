import type { Action } from '#channel/action.ts';
import type { Reply } from '#command/command.ts';

/** All that can be done about a reply, in the order in which it is offered: the way on first. */
export const actionsOf = ({ actions = [], pages = {} }: Reply): readonly Action[] => [
  ...[pages.previous, pages.next].filter((page) => page !== undefined),
  ...actions,
];
