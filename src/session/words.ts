import type { OrderDialect } from '../../simulators/exchange/send-order.js';
import type { ReportStage } from '../../simulators/lis/commands.js';
import type { OrderState } from '../../simulators/status/order-status.js';
import { durationMs } from '../base/duration.js';
import type { Role } from '../endpoint/simulator.js';

export type { OrderState, Priority, ReportStage, Role };

import type { Priority } from '../messages/facts.js';
import type { LaboratoryProgress } from './laboratory-progress.js';
import type { Asking } from './ordering.js';
import type { Erasable, PlainVisitEvent } from './registration.js';
import { HarnessError } from './trouble.js';

export type { Asking, LaboratoryProgress };

/** What a feature may call each of the four systems, longest first where one name begins another. */
export const ROLE_WORDS: Readonly<Record<string, Role>> = {
  EHR: 'ehr',
  laboratory: 'lis',
  'radiology department': 'ris',
  pharmacy: 'pharmacy',
};

export function roleOf(word: string): Role {
  const role = ROLE_WORDS[word];
  if (role === undefined) throw new HarnessError(`"${word}" is no system: ${Object.keys(ROLE_WORDS).join(', ')}`);
  return role;
}

/** `12 seconds` in nominal milliseconds. */
export function nominalMs(text: string): number {
  const ms = durationMs(text);
  if (ms === undefined)
    throw new HarnessError(`"${text}" is no duration: write a number with its unit, as in "12 seconds"`);
  return ms;
}

/** What a person calls an acknowledgment, and the codes of MSA-1 that mean it. */
export const ACKNOWLEDGED_AS: Readonly<Record<string, readonly string[]>> = {
  accepted: ['AA', 'CA'],
  'in error': ['AE', 'CE'],
  rejected: ['AR', 'CR'],
  refused: ['AE', 'AR', 'CE', 'CR'],
};

export const VISIT_EVENTS: Readonly<Record<string, PlainVisitEvent>> = {
  discharge: 'discharge',
  'cancelled discharge': 'cancel-discharge',
  'cancelled admission': 'cancel-admit',
  'cancelled transfer': 'cancel-transfer',
  'cancelled plan': 'cancel-pre-admit',
};

export const ERASABLE: Readonly<Record<string, Erasable>> = {
  'telephone number': 'phone',
  address: 'address',
  'next of kin': 'nextOfKin',
  insurance: 'insurance',
};

/** Where an order stands, longest first where one name begins another. */
export const ORDER_STATES: Readonly<Record<string, OrderState>> = {
  'cancelled by the laboratory': 'cancelled-by-filler',
  'cancelled by the radiology department': 'cancelled-by-filler',
  cancelled: 'cancelled',
  placed: 'placed',
  accepted: 'accepted',
  refused: 'refused',
  scheduled: 'scheduled',
  'in process': 'in-process',
  partial: 'partial',
  preliminary: 'preliminary',
  final: 'final',
  corrected: 'corrected',
  held: 'held',
  released: 'released',
  discontinued: 'discontinued',
  replaced: 'replaced',
};

/** Table 0485. */
export const PRIORITIES: Readonly<Record<string, Priority>> = { STAT: 'S', urgent: 'A', routine: 'R', timed: 'T' };

/** What the EHR may ask about an order that it has placed. */
export const REQUESTS: Readonly<Record<string, Asking>> = {
  cancels: 'cancel-order',
  discontinues: 'discontinue-order',
  holds: 'hold-order',
  releases: 'release-order',
};

export type Sex = 'F' | 'M';

/** Table 0001. */
export const SEXES: Readonly<Record<string, Sex>> = { female: 'F', male: 'M' };

/** How far the laboratory is with an order, as a scenario tells it. */
export const LABORATORY_PROGRESS: Readonly<Record<string, LaboratoryProgress>> = {
  'not received a specimen': 'nothing',
  'received the specimen': 'specimen',
  'reported a partial result': 'partial',
  'reported a preliminary result': 'preliminary',
  'reported a final result': 'final',
};

/** The form in which an order travels, by its message type. */
export function dialectOf(type: string): OrderDialect {
  const dialect = (['ORM', 'OML', 'OMG'] as const).find((code) => type.startsWith(`${code}^`));
  if (dialect === undefined) throw new HarnessError(`"${type}" places no order: write ORM^O01, OML^O21 or OMG^O19`);
  return dialect;
}
