import type { Accounted, Accounting } from '../src/evidence/accounting.js';

/** What can be wrong with a message on its way, the worst first, with what it means. */
export const ACCOUNTING_ROWS = [
  ['lost', 'accepted, and delivered nowhere'],
  ['duplicated', 'delivered again on a link where it had been acknowledged, without a reason'],
  ['reordered', 'delivered behind a later message of the same patient'],
  ['altered', 'delivered with other fields than it was sent with, but those that the system is to change'],
  ['late', 'delivered later than the configuration allows'],
] as const satisfies readonly (readonly [Accounted['kind'], string])[];

/** `12 accepted, 12 delivered, 0 lost, 0 duplicated, 0 reordered, 0 altered, 0 late, 2 rightly delivered again`. */
export function accountingLine({ accepted, delivered, redelivered, wrong }: Accounting): string {
  const counts = ACCOUNTING_ROWS.map(([kind]) => `${wrong.filter((one) => one.kind === kind).length} ${kind}`);
  const again = redelivered === 0 ? [] : [`${redelivered} rightly delivered again`];
  return [`${accepted} accepted`, `${delivered} delivered`, ...counts, ...again].join(', ');
}

/** `lost x12 ADT^A01 C123 (fault reset-before-ack): PID[1]-5`. Holds no value of a patient. */
export function accountedLine({ kind, exchange, faults, detail }: Accounted): string {
  const { id, messageType, controlId, link } = exchange;
  const struck = faults.length === 0 ? '' : ` (${faults.join(', ')})`;
  return `${kind} ${id} ${messageType} ${controlId} ${link}${struck}${detail === undefined ? '' : `: ${detail}`}`;
}
