import type { Message } from '../hl7/message.js';
import { type Answer, answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Envelope } from './facts.js';
import { orcAndObr } from './observation-request.js';
import type { ImagingOrder } from './omi-o23.js';
import { orderNotes } from './order-notes.js';
import { ipc } from './segments/ipc.js';

export interface ImagingAnswer extends Answer {
  readonly orders: readonly ImagingOrder[];
}

/** Answer to OMI^O23. From 2.5. */
export function oriO24(envelope: Envelope, facts: ImagingAnswer): Message {
  const groups = facts.orders.flatMap((order, index) => [
    ...orcAndObr(envelope, order, index + 1, 'ipc'),
    ...orderNotes(order),
    ipc(order.imaging),
  ]);
  return compose(envelope, 'ORI', 'O24', [...answerOpening(envelope, facts), ...groups], facts);
}
