import type { MedicationOrder } from '../../../src/messages/facts.js';
import { info } from '../../exchange/note.js';
import { readMedicationOrder, UNKNOWN_DRUG } from '../../read/medication.js';
import { isOrder, mainNumber, readNumbers } from '../../read/numbers.js';
import { readCommon, readReason } from '../../read/order.js';
import { readPatient } from '../../read/patient.js';
import { type MedicationState, medicationMayBecome } from '../../status/medication-status.js';
import { type Request, ruleOf } from '../../status/request.js';
import { encode } from '../perform/verify.js';
import { numberOf, type PharmacyPrescription } from '../pharmacy-state.js';
import { inState, standing, withReason } from '../prescription.js';
import { nextTask } from '../progress.js';
import { unsafe } from '../screening.js';
import type { Asked, Decided } from './asked.js';

type Plain = 'CA' | 'DC' | 'HD' | 'RL';

const TO: Readonly<Record<Plain, MedicationState>> = {
  CA: 'cancelled',
  DC: 'discontinued',
  HD: 'held',
  RL: 'released',
};

/** A prescription can be changed until something has been dispensed or given on it. */
const CHANGEABLE: readonly MedicationState[] = ['placed', 'verified', 'held', 'released'];

/** CA, DC, HD, RL, XO: granted where the prescription still allows it, else refused with the reason; it then lives on. */
export function grantOrRefuse(asked: Asked, request: Plain | 'XO' | 'RP'): Decided {
  const known = knownBy(asked);
  if (known === undefined) return refuse(asked, asOrdered(asked), request, notKnown(asked));
  if (request === 'XO') return change(asked, known);
  if (request === 'RP') return refuse(asked, standing(known, asked.tools.now), request, 'no replacement (RO) follows');
  if (!medicationMayBecome(known.state, TO[request])) {
    return refuse(
      asked,
      standing(known, asked.tools.now),
      request,
      `the prescription is ${known.state}${advice(request, known)}`,
    );
  }
  const reason = readReason(asked.group);
  const { accept } = ruleOf(request);
  const moved = inState(known, TO[request], accept, asked.tools.now);
  const after = reason === undefined ? moved : { ...moved, reason };
  const answers = [{ ...standing(after, asked.tools.now), control: accept }];
  return { prescriptions: swap(asked, known, after), answers, effects: nextTask(after, asked.options) };
}

/** XO: screened as a new order would be. What was verified before has to be verified again. */
function change(asked: Asked, known: PharmacyPrescription): Decided {
  const { group, tools, options, message, patient, prescriptions } = asked;
  const asStands = standing(known, tools.now);
  const wanted = readMedicationOrder(group, 'XO', tools.now);
  if (!CHANGEABLE.includes(known.state) || known.dispenses.length > 0)
    return refuse(asked, asStands, 'XO', `the prescription is ${known.state}`);
  if (wanted === undefined) return refuse(asked, asStands, 'XO', 'the change names no medicine');
  const allergies = [...patient.allergies, ...(readPatient(message)?.allergies ?? [])];
  const objection = unsafe(
    wanted,
    allergies,
    prescriptions.filter((one) => one !== known),
  );
  if (objection !== undefined) return refuse(asked, asStands, 'XO', objection);
  const { control, enteredAt, numbers } = known.order;
  const changed = {
    ...known,
    order: { ...wanted, control, enteredAt, numbers },
    awaitsReview: known.encoded !== undefined,
  };
  const answers: readonly MedicationOrder[] = [{ ...standing(changed, tools.now), control: ruleOf('XO').accept }];
  if (!changed.awaitsReview || options.verification === 'by-pharmacist') {
    return { prescriptions: swap(asked, known, changed), answers, effects: nextTask(changed, options) };
  }
  const { prescription, effect } = encode(asked.state, changed, {}, tools);
  const effects = [effect, ...nextTask(prescription, options)];
  return { prescriptions: swap(asked, known, prescription), answers, effects };
}

export function knownBy({ group, prescriptions }: Asked): PharmacyPrescription | undefined {
  const numbers = readNumbers(group);
  return prescriptions.find(({ order }) => isOrder(order.numbers, numbers));
}

export function notKnown({ group }: Asked): string {
  return `prescription ${mainNumber(readNumbers(group))?.id ?? 'without a number'} is not known`;
}

/** The order as the request describes it, where the pharmacy has none of its own. */
export function asOrdered({ group, tools }: Asked): MedicationOrder {
  const read = readMedicationOrder(group, 'NW', tools.now);
  return read ?? { ...readCommon(group, 'NW', tools.now), drug: UNKNOWN_DRUG, amountMin: 0, unit: '' };
}

export function swap(
  { prescriptions }: Asked,
  before: PharmacyPrescription,
  after: PharmacyPrescription,
): readonly PharmacyPrescription[] {
  return prescriptions.map((one) => (one === before ? after : one));
}

function refuse({ prescriptions }: Asked, order: MedicationOrder, request: Request, reason: string): Decided {
  const answer = withReason({ ...order, control: ruleOf(request).refuse }, reason);
  return { prescriptions, answers: [answer], effects: [info(`${request} refused: ${reason}`)] };
}

/** What the prescriber can do instead. */
function advice(request: Plain, known: PharmacyPrescription): string {
  const name = numberOf(known);
  if (request === 'CA' && medicationMayBecome(known.state, 'discontinued')) return `; ${name} can only be discontinued`;
  return request === 'DC' && known.state === 'placed' ? `; ${name} can still be cancelled` : '';
}
