import type { DeliveryState } from '#delivery/delivery.ts';

/** Each state of what is owed: a new one that is missing here does not compile. */
const STATES: Readonly<Record<DeliveryState, true>> = {
  pending: true,
  sending: true,
  unknown: true,
  held: true,
  sent: true,
  superseded: true,
  cancelled: true,
  expired: true,
  uncertain: true,
  dead: true,
};

export const EVERY_STATE = Object.keys(STATES) as readonly DeliveryState[];
