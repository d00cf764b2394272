import type { DeliveryTally } from '#delivery/deliver-due.ts';
import type { Delivering } from '#delivery/delivering.ts';
import { deliverInOrder } from './wrong-order.ts';

/** In place of the delivery: who dies between the two posts the card again. */
export const deliverDue = (delivering: Delivering): Promise<DeliveryTally> =>
  deliverInOrder(delivering, async (send, mark) => {
    await mark((await send()) ? 'sent' : 'pending');
  });
