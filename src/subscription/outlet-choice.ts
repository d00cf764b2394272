import type { OutletId } from '#feed/outlet.ts';

/** Reports of which outlets count for a watch: of these only, or of all but these. */
export type OutletChoice = { readonly are: 'only' | 'left-out'; readonly outlets: readonly OutletId[] };

/** Whether a report of this outlet counts; without a choice every one does. */
export const countsFrom = (outlet: OutletId, choice: OutletChoice | undefined): boolean =>
  choice === undefined || choice.outlets.includes(outlet) === (choice.are === 'only');
