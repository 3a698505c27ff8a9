import { AssertionError } from 'node:assert';
import { readMedicationOrder } from '../../simulators/read/medication.js';
import { readNumbers } from '../../simulators/read/numbers.js';
import { readControl, readService } from '../../simulators/read/order.js';
import { firstOf, type OrderGroup, readOrderGroups } from '../../simulators/read/order-groups.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import type { ByEye } from './by-eye.js';
import type { KnownOrder } from './cast.js';
import { awaitDeed, awaitSut, heard } from './certification.js';
import { forPatient, isAboutPatient } from './certification-ehr.js';
import { correct } from './laboratory.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

interface Ordering {
  readonly at: Role;
  /** With an example that Pipehat's departments offer: what they do not know, they refuse. */
  readonly says: string;
  readonly types: readonly string[];
}

const ORDERING: Readonly<Record<KnownOrder['kind'], Ordering>> = {
  laboratory: {
    at: 'lis',
    says: 'order a laboratory test, for example Potassium (LOINC 2823-3)',
    types: ['ORM^O01', 'OML^O21'],
  },
  imaging: {
    at: 'ris',
    says: 'order an examination, for example a chest X-ray in two views (LOINC 36643-5)',
    types: ['ORM^O01', 'OMG^O19', 'OMI^O23'],
  },
  medication: {
    at: 'pharmacy',
    says: 'prescribe a medicine, for example acetaminophen 500 mg by mouth (RxNorm 198440)',
    types: ['OMP^O09', 'ORM^O01', 'RDE^O11'],
  },
};

/** Waits until the EHR under test has asked for something, which then is "the order" of the scenario. */
export async function awaitOrder(session: Session, kind: KnownOrder['kind']): Promise<ByEye> {
  const { at, says, types } = ORDERING[kind];
  const isMine = isAboutPatient(session);
  const where = (message: Message): boolean => isMine(message) && newOrders(message).length > 0;
  const description = `a new ${kind} order for the patient`;
  const arrival = await awaitSut(session, `At the EHR: ${says}, ${forPatient(session)}`, {
    at,
    types,
    where,
    description,
  });
  if (arrival === 'pending') return 'pending';
  for (const group of newOrders(arrival.message)) {
    const { placer } = readNumbers(group);
    if (placer === undefined)
      throw new AssertionError({
        message: `an order without a number (${arrival.exchange.id})\n  ORC-2: expected a number, actual nothing`,
      });
    session.cast.addOrder({ name: nameOf(group), kind, guest: session.cast.guest(), placer });
  }
  return undefined;
}

function newOrders(message: Message): readonly OrderGroup[] {
  return readOrderGroups(message).filter((group) => readControl(group) === 'NW');
}

function nameOf(group: OrderGroup): string {
  const { text, code } = readMedicationOrder(group, 'NW', new Date(0))?.drug ?? readService(group);
  return text || code;
}

/** Waits until a nurse has recorded a dose of the prescription (RAS). */
export function awaitDose(session: Session): Promise<ByEye> {
  const { name, placer } = session.cast.order();
  const isMine = isAboutPatient(session);
  const isOfOrder = (message: Message) => message.all('ORC').some((orc) => orc.get('2.1') === placer.id);
  return awaitDeed(session, `At the EHR: record that a dose of "${name}" was given, ${forPatient(session)}`, {
    at: 'pharmacy',
    types: ['RAS^O17', 'RAS^O01'],
    where: (message) => isMine(message) && isOfOrder(message),
    description: `a dose of "${name}"`,
  });
}

/** Every order of the message that was heard last has a number of the EHR, the same in ORC-2 and OBR-2. */
export function expectPlacerNumbers(session: Session): void {
  const { message, exchange } = heard(session);
  const problems = readOrderGroups(message).flatMap((group) => {
    const [orc, obr] = [firstOf(group, 'ORC')?.rawText('2'), firstOf(group, 'OBR')?.rawText('2')];
    if (orc === undefined || orc === '') return ['  ORC-2: expected a number, actual nothing'];
    return obr === undefined || obr === orc ? [] : [`  OBR-2: expected ${orc} as in ORC-2, actual ${obr}`];
  });
  if (problems.length === 0) return;
  throw new AssertionError({
    message: `the orders of ${exchange.id} are not numbered alike\n${problems.join('\n')}`,
  });
}

/** Our laboratory corrects the first number of its report, whatever the EHR has ordered: by a tenth. */
export async function correctFirst(session: Session): Promise<void> {
  const order = session.cast.order();
  const { orders } = recordAt(session, 'lis', order.guest);
  const held = orders.find(({ order: { numbers } }) => numbers.placer?.id === order.placer.id);
  const number = held?.observations.find(({ value }) => value.type === 'NM');
  if (number?.value.type !== 'NM')
    throw new HarnessError(`the result of "${order.name}" has no number that could be corrected`);
  const { value } = number.value;
  const decimals = value.split('.')[1]?.length ?? 0;
  await correct(session, order, [{ analyte: number.id.code, value: (Number(value) * 1.1).toFixed(decimals) }]);
}
