import type { Effect } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { EntityIdentifier } from '../../src/messages/facts.js';
import { keyOfMessage } from '../care/patient-key.js';
import { mainNumber, readNumbers } from '../read/numbers.js';
import { readOrderGroups } from '../read/order-groups.js';

/**
 * Order answers may name no patient. The key of such a message is its order number; the state under it holds no more than
 * the key of the patient.
 */
export function keyOfAny(message: Message): string {
  const key = keyOfMessage(message);
  if (key !== '') return key;
  const number = readOrderGroups(message)
    .map(readNumbers)
    .map(mainNumber)
    .find((found) => found !== undefined);
  return number === undefined ? '' : routeKey(number);
}

export function routeKey(number: EntityIdentifier): string {
  return `order ${number.id}`;
}

/** Tells the state under the order's number which patient it belongs to. */
export function routeTo(patientKey: string, number: EntityIdentifier): Effect {
  const data = { kind: 'route', to: patientKey };
  return { kind: 'schedule', name: 'route', afterMs: 0, key: routeKey(number), data };
}
