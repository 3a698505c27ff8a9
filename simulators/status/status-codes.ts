import type { OrderStatus, ResultStatus } from '../../src/messages/facts.js';
import type { OrderState } from './order-status.js';

/** What a filler writes into ORC-5 (table 0038) and OBR-25 (table 0123) for an order in this state. */
interface Codes {
  readonly order?: OrderStatus;
  readonly result?: ResultStatus;
}

export const CODES: Readonly<Record<OrderState, Codes>> = {
  placed: {},
  accepted: { order: 'SC', result: 'O' },
  refused: {},
  scheduled: { order: 'SC', result: 'S' },
  'in-process': { order: 'IP', result: 'I' },
  partial: { order: 'A', result: 'A' },
  preliminary: { order: 'IP', result: 'P' },
  final: { order: 'CM', result: 'F' },
  corrected: { order: 'CM', result: 'C' },
  cancelled: { order: 'CA', result: 'X' },
  'cancelled-by-filler': { order: 'CA', result: 'X' },
  held: { order: 'HD' },
  released: { order: 'SC' },
  discontinued: { order: 'DC', result: 'X' },
  replaced: { order: 'RP' },
};

const BY_RESULT: Readonly<Record<string, OrderState>> = {
  O: 'accepted',
  I: 'in-process',
  S: 'scheduled',
  A: 'partial',
  R: 'preliminary',
  P: 'preliminary',
  F: 'final',
  C: 'corrected',
  X: 'cancelled-by-filler',
};

/** CM is missing on purpose: without OBR-25 it says that the work is done, not that it is reported. */
const BY_ORDER: Readonly<Record<string, OrderState>> = {
  SC: 'scheduled',
  IP: 'in-process',
  A: 'partial',
  CA: 'cancelled-by-filler',
  DC: 'discontinued',
  HD: 'held',
  RP: 'replaced',
};

/** The state that a message reports: OBR-25 overrides ORC-5, because it speaks for the order detail. */
export function stateOf(orderStatus: string | undefined, resultStatus: string | undefined): OrderState | undefined {
  if (resultStatus !== undefined) return BY_RESULT[resultStatus];
  return orderStatus === undefined ? undefined : BY_ORDER[orderStatus];
}
