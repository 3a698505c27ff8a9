import type { NewOrder, OrderCommand } from '../../simulators/ehr/commands.js';
import type { OrderDialect } from '../../simulators/exchange/send-order.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { EntityIdentifier } from '../messages/facts.js';
import { findImaging } from '../population/catalogue/imaging.js';
import { findOrderable } from '../population/catalogue/laboratory.js';
import type { KnownOrder } from './cast.js';
import { expectOrderState } from './order-state.js';
import { accepted } from './registration.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** What a scenario says about an order besides its name. */
export interface OrderWish extends Partial<Omit<NewOrder, 'number' | 'service'>> {
  readonly who?: string;
  /** ORM unless the scenario says otherwise. */
  readonly dialect?: OrderDialect;
  /** A service under a local code that no catalogue has: the department has to refuse it. */
  readonly unlisted?: boolean;
}

type Kind = 'laboratory' | 'imaging';

/** The EHR places an order of the laboratory or of radiology, by the name that a ward uses. */
export function placeOrder(session: Session, kind: Kind, name: string, wish: OrderWish = {}): Promise<LiveExchange> {
  return placeRequisition(session, kind, [{ ...wish, name }], wish);
}

/** The EHR places several orders in one message, under one placer group number (ORC-4) where there are two or more. */
export async function placeRequisition(
  session: Session,
  kind: Kind,
  lines: readonly (OrderWish & { readonly name: string })[],
  { who, dialect }: Pick<OrderWish, 'who' | 'dialect'> = {},
): Promise<LiveExchange> {
  const guest = session.cast.guest(who);
  const orders = lines.map((line) => newOrder(kind, line));
  const command = { kind: 'place-order', patient: guest.patient, orders, ...(dialect && { dialect }) } as const;
  const sent = (await session.act('ehr', command)).at(-1);
  if (sent === undefined) throw new HarnessError('the order was not sent');
  for (const [index, { name }] of lines.entries()) {
    session.cast.addOrder({ name, kind, guest, placer: placerOf(sent, index + 1) });
  }
  return sent;
}

/** A precondition: the order was placed, and the EHR has heard that the department has accepted it. */
export async function placed(session: Session, kind: Kind, name: string, wish: OrderWish = {}): Promise<KnownOrder> {
  await accepted(session, placeOrder(session, kind, name, wish));
  const order = session.cast.order(name);
  await expectOrderState(session, order, 'accepted');
  return order;
}

/** Requests that say nothing but themselves. */
export type Asking = Exclude<OrderCommand['kind'], 'place-order' | 'change-order' | 'replace-order'>;

/** The EHR asks to cancel, discontinue, hold or release an order. */
export async function askAbout(session: Session, kind: Asking, order: KnownOrder, reason?: string): Promise<void> {
  const { patient } = order.guest;
  await session.act('ehr', { kind, patient, order: order.placer, ...(reason !== undefined && { reason }) });
}

/** The EHR asks for another priority, time or service (XO). */
export async function change(session: Session, order: KnownOrder, changes: Partial<NewOrder>): Promise<void> {
  await session.act('ehr', { kind: 'change-order', patient: order.guest.patient, order: order.placer, changes });
}

/** The EHR puts a new order in the place of one that it has placed (RP with RO). */
export async function replace(session: Session, order: KnownOrder, name: string): Promise<void> {
  const { guest, kind, placer } = order;
  if (kind === 'medication') throw new HarnessError(`"${order.name}" is a medicine: it is replaced as a prescription`);
  const replacement = newOrder(kind, { name });
  const [sent] = await session.act('ehr', {
    kind: 'replace-order',
    patient: guest.patient,
    order: placer,
    replacement,
  });
  if (sent === undefined) throw new HarnessError('the replacement was not sent');
  session.cast.addOrder({ name, kind, guest, placer: placerOf(sent, 2) });
}

/** A time of the scenario, `ms` nominal milliseconds from now. */
export function fromNow(session: Session, ms: number): Date {
  return new Date(session.scene.clock.now().getTime() + ms);
}

function newOrder(
  kind: Kind,
  { name, who: _who, dialect: _dialect, unlisted, ...facts }: OrderWish & { name: string },
) {
  return { ...facts, service: unlisted ? unlistedService(name) : serviceOf(kind, name) };
}

function serviceOf(kind: Kind, name: string): NewOrder['service'] {
  return kind === 'laboratory' ? findOrderable(name) : findImaging(name);
}

function unlistedService(name: string): NewOrder['service'] {
  return {
    code: name
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .slice(0, 12),
    text: name,
    system: 'L',
  };
}

/** ORC-2 of the nth order of the message, 1-based. */
function placerOf({ message }: LiveExchange, nth: number): EntityIdentifier {
  return { id: message?.get(`ORC[${nth}]-2.1`) ?? '', namespace: message?.get(`ORC[${nth}]-2.2`) ?? '' };
}
