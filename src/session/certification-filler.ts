import { findPrescription } from '../../simulators/ehr/ehr-state.js';
import { isOrder, readNumbers } from '../../simulators/read/numbers.js';
import { firstOf, type OrderGroup, readOrderGroups } from '../../simulators/read/order-groups.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import type { OrderNumbers } from '../messages/facts.js';
import type { ByEye } from './by-eye.js';
import type { KnownOrder } from './cast.js';
import { awaitDeed, certifies } from './certification.js';
import { orderAtEhr } from './order-state.js';
import { recordAt } from './record-at.js';
import { ROLE_NAMES, type Session } from './session.js';

/** Something that a department does with an order, and how the EHR hears of it. */
interface Deed {
  readonly role: Role;
  /** What a person there is asked to do with the order. */
  readonly says: string;
  /** The message that tells of it, where the EHR hears of it. */
  readonly types: readonly string[];
  /** ORC-5 and OBR-25 of the order; absent: any. */
  readonly shows?: (orderStatus: string, resultStatus: string) => boolean;
}

const ORDER_NEWS = ['ORM^O01', 'OML^O21', 'OMG^O19', 'OMI^O23'];
const RESULT = ['ORU^R01'];

const hasResult = (status: string) => (_order: string, result: string) => result === status;
const hasStatus = (status: string) => (order: string, result: string) =>
  order === status && !['P', 'F', 'C', 'X'].includes(result);

/** What the departments do, in the order of a day. */
const DEEDS = {
  'receive-specimen': {
    role: 'lis',
    says: 'receive the specimen of the order',
    types: [...ORDER_NEWS, ...RESULT],
    // Told as a status of the order, or as a result without values.
    shows: (order, result) => result === 'I' || (order === 'IP' && result === ''),
  },
  'report-preliminary': { role: 'lis', says: 'report a preliminary result of', types: RESULT, shows: hasResult('P') },
  'report-final': { role: 'lis', says: 'report a final result of', types: RESULT, shows: hasResult('F') },
  schedule: { role: 'ris', says: 'schedule the examination', types: ORDER_NEWS, shows: hasStatus('SC') },
  'begin-examination': { role: 'ris', says: 'begin the examination', types: ORDER_NEWS, shows: hasStatus('IP') },
  'complete-examination': { role: 'ris', says: 'complete the examination', types: ORDER_NEWS, shows: hasStatus('CM') },
  'dictate-report': { role: 'ris', says: 'dictate a preliminary report of', types: RESULT, shows: hasResult('P') },
  'sign-report': { role: 'ris', says: 'sign the report of', types: RESULT, shows: hasResult('F') },
  verify: { role: 'pharmacy', says: 'verify the prescription', types: ['RDE^O11', 'RDE^O01'] },
  dispense: { role: 'pharmacy', says: 'dispense', types: ['RDS^O13', 'RDS^O01'] },
} as const satisfies Readonly<Record<string, Deed>>;

export type DeedName = keyof typeof DEEDS;

/** Waits until the department under test has done it with the order, and has told the EHR. */
export function sutDoes(session: Session, name: DeedName, order: KnownOrder): Promise<ByEye> {
  const { role, says, types, shows }: Deed = DEEDS[name];
  certifies(session, role);
  const { patient } = order.guest;
  const whose = `${patient.name.family}, ${patient.name.given} (record ${patient.identifiers[0]?.id ?? 'unknown'})`;
  const number = `order ${order.placer.id}`;
  const where = (message: Message): boolean =>
    groupsAbout(session, order, message).some((group) => shows?.(...statuses(group)) ?? true);
  const description = `the message that tells the EHR that the ${ROLE_NAMES[role]} did "${says}" for "${order.name}"`;
  return awaitDeed(session, `At the ${ROLE_NAMES[role]}: ${says} "${order.name}", ${number}, for ${whose}`, {
    at: 'ehr',
    types,
    where,
    description,
  });
}

function statuses(group: OrderGroup): readonly [order: string, result: string] {
  return [firstOf(group, 'ORC')?.get('5') ?? '', firstOf(group, 'OBR')?.get('25') ?? ''];
}

/** The groups of a message that name the order by any of its numbers: one that lost a number is still found by the other. */
export function groupsAbout(session: Session, order: KnownOrder, message: Message): readonly OrderGroup[] {
  const numbers = numbersAtEhr(session, order);
  return readOrderGroups(message).filter((group) => isOrder(numbers, readNumbers(group)));
}

/** The numbers of an order or a prescription as the EHR knows them: its own, and the first that the filler gave. */
function numbersAtEhr(session: Session, order: KnownOrder): OrderNumbers {
  if (order.kind !== 'medication') return orderAtEhr(session, order).order.numbers;
  const found = findPrescription(recordAt(session, 'ehr', order.guest), order.placer);
  return found?.order.numbers ?? { placer: order.placer };
}
