import { AssertionError } from 'node:assert';
import { dosesTaken } from '../../simulators/care/dose-record.js';
import type { Message } from '../hl7/message.js';
import { type Arrival, arrivals, expectArrival } from './arrival.js';
import type { KnownOrder } from './cast.js';
import { passBarrier } from './delivery.js';
import type { FieldExpectation } from './field-expectation.js';
import { expectNumbersAt } from './order-numbers.js';
import type { DoseAmount, DoseOutcome } from './pharmacy-doses.js';
import { prescriptionAtEhr, prescriptionAtPharmacy } from './pharmacy-state.js';
import type { Session } from './session.js';
import { expectShown } from './shown.js';

/** Table 0322. */
const COMPLETION: Readonly<Record<DoseOutcome, string>> = {
  given: 'CP',
  partial: 'PA',
  refused: 'RE',
  'not-done': 'NA',
};

/** The pharmacy receives a new dose (RAS^O17, RXA-21 A) of the prescription with that outcome, and with its reason. */
export function expectDoseTold(
  session: Session,
  order: KnownOrder,
  outcome: DoseOutcome,
  reason?: string,
): Promise<Arrival> {
  const fields: readonly FieldExpectation[] = [
    { path: 'RXA-20', expected: COMPLETION[outcome] },
    { path: 'RXA-21', expected: 'A' },
    ...reasonFields(outcome, reason),
  ];
  const description = `a dose of "${order.name}" with RXA-20 ${COMPLETION[outcome]}`;
  return expectArrival(session, {
    at: 'pharmacy',
    types: ['RAS^O17'],
    where: isAbout(order),
    fields,
    description,
  });
}

/** Any value in RXA-18 means a refusal, so that the reason of a missed dose stands in its notes. */
function reasonFields(outcome: DoseOutcome, reason: string | undefined): readonly FieldExpectation[] {
  if (outcome !== 'refused') {
    const none = { path: 'RXA-18', expected: 'absent' };
    return reason === undefined ? [none] : [none, { path: 'RXA-9.2', expected: reason }];
  }
  return [{ path: 'RXA-18.2', expected: reason ?? 'present' }];
}

function isAbout({ placer }: KnownOrder): (message: Message) => boolean {
  return (message) => message.get('ORC-2.1') === placer.id;
}

/** So many doses count as taken at the pharmacy, when something later has arrived on the same way. */
export async function expectCounted(session: Session, order: KnownOrder, expected: number): Promise<void> {
  await passBarrier(session, 'pharmacy');
  const doses = prescriptionAtPharmacy(session, order)?.administrations ?? [];
  const { length } = dosesTaken(doses);
  if (length === expected) return;
  const list = doses.map(({ subId, completion, deleted }) => `${subId} ${deleted ? 'deleted' : completion}`).join(', ');
  throw new AssertionError({
    message: `the pharmacy counts other administrations of "${order.name}"\n  expected ${expected}, actual ${length} (recorded: ${list || 'none'})`,
  });
}

/** The amount of the last dose, as the pharmacy counts it. */
export function expectAmount(session: Session, order: KnownOrder, { amount, unit }: DoseAmount): Promise<void> {
  const actual = () => {
    const dose = prescriptionAtPharmacy(session, order)?.administrations.at(-1);
    return dose === undefined ? 'no dose' : `${dose.amount} ${dose.unit}`;
  };
  const what = `the last dose of "${order.name}"`;
  return expectShown(session, { at: 'pharmacy', what, expected: `${amount} ${unit}`, actual });
}

/** So many dispenses of the prescription have reached the EHR (RDS^O13), and so many are counted there (RXD-1). */
export function expectSupplies(session: Session, order: KnownOrder, expected: number): Promise<void> {
  const where = isAbout(order);
  const told = () => arrivals(session, { at: 'ehr', types: ['RDS^O13'], where, description: 'supplies' }).length;
  const actual = () => `${told()} told, ${prescriptionAtEhr(session, order).dispenses.length} counted`;
  return expectShown(session, {
    at: 'ehr',
    what: `the supplies of "${order.name}"`,
    expected: `${expected} told, ${expected} counted`,
    actual,
  });
}

/** Every message about the prescription carries the placer's and the pharmacy's number: ORC-2 and ORC-3. */
export function expectPrescriptionNumbers(session: Session, order: KnownOrder): void {
  const { placer, group, filler: told } = prescriptionAtEhr(session, order).order.numbers;
  // Where the pharmacy is the system under test, only the number that it gave first is known.
  const isOurs = session.stage.players.pharmacy !== undefined;
  const filler = isOurs ? prescriptionAtPharmacy(session, order)?.order.numbers.filler : told;
  const numbers = { placer: placer ?? order.placer, ...(filler && { filler }), ...(group && { group }) };
  expectNumbersAt(session, order, 'pharmacy', numbers);
}
