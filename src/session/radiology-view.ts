import type { FiledAppointment } from '../../simulators/ehr/filed-items.js';
import { sameNumber } from '../../simulators/read/numbers.js';
import { inWords } from '../../simulators/status/order-status.js';
import type { Message } from '../hl7/message.js';
import { findImaging } from '../population/catalogue/imaging.js';
import { type Arrival, arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import { orderAtEhr } from './order-state.js';
import { examinationOf } from './radiology.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { expectShown } from './shown.js';

/** The examination was done (ORC-5 CM), reported or not. */
export function expectDone(session: Session, order: KnownOrder): Promise<void> {
  const actual = () => {
    const { performed, state } = orderAtEhr(session, order);
    return performed ? 'done' : inWords(state);
  };
  return expectShown(session, { at: 'ehr', what: `the examination "${order.name}"`, expected: 'done', actual });
}

/** The service of the order: another one after radiology has changed the examination. */
export function expectExamination(session: Session, order: KnownOrder, name: string): Promise<void> {
  const actual = () => orderAtEhr(session, order).order.service.code;
  return expectShown(session, {
    at: 'ehr',
    what: `the order "${order.name}"`,
    expected: findImaging(name).code,
    actual,
  });
}

/** The appointment that radiology holds for the order, as the EHR shows it, at the time that radiology keeps. */
export function expectAppointment(
  session: Session,
  order: KnownOrder,
  standing: FiledAppointment['standing'],
): Promise<void> {
  const { appointment } = examinationOf(session, order);
  const filed = () =>
    recordAt(session, 'ehr', order.guest).appointments.find((one) => sameNumber(one.number, appointment?.number));
  return expectShown(session, {
    at: 'ehr',
    what: `the appointment of "${order.name}"`,
    expected: words(standing, appointment?.startAt),
    actual: () => words(filed()?.standing ?? 'none', filed()?.startAt),
  });
}

/** HL7 times are told in seconds. */
function words(standing: string, at: Date | undefined): string {
  return at === undefined ? standing : `${standing} at ${at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}`;
}

/**
 * The EHR is told these steps, each once and in this order. The first row names the fields, each further row a message
 * (SC); `absent` stands for an empty field.
 */
export async function expectSteps(
  session: Session,
  order: KnownOrder,
  [paths = [], ...steps]: readonly (readonly string[])[],
): Promise<void> {
  const told = () => news(session, order).map(({ message }) => paths.map((path) => message.get(path) ?? 'absent'));
  const what = `the steps of "${order.name}" (${paths.join(' ')})`;
  await expectShown(session, { at: 'ehr', what, expected: inTurn(steps), actual: () => inTurn(told()) });
}

function inTurn(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(' ')).join(', then ') || 'nothing';
}

function news(session: Session, order: KnownOrder): readonly Arrival[] {
  const where = (message: Message) => message.get('ORC-1') === 'SC' && message.get('ORC-2.1') === order.placer.id;
  const types = ['ORM^O01', 'OMG^O19'];
  return arrivals(session, { at: 'ehr', types, where, description: 'news of the examination' });
}

/**
 * So many charges for the examination have reached the EHR (DFT^P03) and so many are filed. To be asked behind something
 * that radiology has sent later.
 */
export function expectCharges(session: Session, order: KnownOrder, expected: number): Promise<void> {
  // The number that radiology gave is the same on both sides; where radiology is the system under test, only the EHR's is known.
  const { filler } = orderAtEhr(session, order).order.numbers;
  const where = (message: Message) => message.get('FT1-23.1') === filler?.id;
  const posted = () => arrivals(session, { at: 'ehr', types: ['DFT^P03'], where, description: 'charges' });
  const filed = () =>
    recordAt(session, 'ehr', order.guest).charges.filter((charge) => sameNumber(charge.filler, filler));
  return expectShown(session, {
    at: 'ehr',
    what: `the charges of "${order.name}"`,
    expected: `${expected} posted, ${expected} filed`,
    actual: () => `${posted().length} posted, ${filed().length} filed`,
  });
}
