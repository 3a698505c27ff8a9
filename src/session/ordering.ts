import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { EntityIdentifier } from '../messages/facts.js';
import { findImaging } from '../population/catalogue/imaging.js';
import { findOrderable } from '../population/catalogue/laboratory.js';
import type { KnownOrder } from './cast.js';
import { keyOf } from './people.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

export interface OrderWish {
  readonly who?: string;
  readonly priority?: 'S' | 'R' | 'T';
}

/** The EHR places an order of the laboratory or of radiology, by the name that a ward uses. */
export async function placeOrder(
  session: Session,
  kind: 'laboratory' | 'imaging',
  name: string,
  wish: OrderWish = {},
): Promise<LiveExchange> {
  const guest = session.cast.guest(wish.who);
  const service = kind === 'laboratory' ? findOrderable(name) : findImaging(name);
  const order = { service, ...(wish.priority && { priority: wish.priority }) };
  const sent = (await session.act('ehr', { kind: 'place-order', patient: guest.patient, orders: [order] })).at(-1);
  if (sent === undefined) throw new HarnessError(`the order "${name}" was not sent`);
  session.cast.addOrder({ name, kind, guest, placer: placerOf(sent) });
  return sent;
}

/** The order as the EHR holds it now, with what the filler has told of it. */
export function orderAtEhr(session: Session, order: KnownOrder) {
  const { orders } = session.player('ehr').state(keyOf(order.guest.patient));
  const found = orders.find(
    ({ number }) => number.id === order.placer.id && number.namespace === order.placer.namespace,
  );
  if (found === undefined) throw new HarnessError(`the EHR does not hold the order "${order.name}"`);
  return found;
}

/** ORC-2 of the message that placed the order. */
function placerOf({ message }: LiveExchange): EntityIdentifier {
  return { id: message?.get('ORC-2.1') ?? '', namespace: message?.get('ORC-2.2') ?? '' };
}
